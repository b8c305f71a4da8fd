package reelskill.tools.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table inside a flatbuffer; fields are asked for by their number in the schema. */
record Flatbuffer(ByteBuffer file, int at) {
    static Flatbuffer root(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return new Flatbuffer(buffer, buffer.getInt(0));
    }

    int whole(int field, int absent) {
        int place = place(field);
        return place == 0 ? absent : file.getInt(place);
    }

    int small(int field) {
        int place = place(field);
        return place == 0 ? 0 : file.get(place);
    }

    boolean has(int field) {
        return place(field) != 0;
    }

    Flatbuffer table(int field) {
        return new Flatbuffer(file, followed(place(field)));
    }

    Stream<Flatbuffer> tables(int field) {
        int start = vector(field);
        return IntStream.range(0, length(field)).mapToObj(i -> new Flatbuffer(file, followed(start + 4 * i)));
    }

    int[] wholes(int field) {
        int start = vector(field);
        return IntStream.range(0, length(field))
                .map(i -> file.getInt(start + 4 * i))
                .toArray();
    }

    byte[] bytes(int field) {
        byte[] bytes = new byte[length(field)];
        file.duplicate().position(vector(field)).get(bytes);
        return bytes;
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    private int length(int field) {
        return has(field) ? file.getInt(followed(place(field))) : 0;
    }

    private int vector(int field) {
        return has(field) ? followed(place(field)) + 4 : 0;
    }

    private int followed(int place) {
        return place + file.getInt(place);
    }

    /** Returns where a field is in the file; 0 if the writer left it out. */
    private int place(int field) {
        int table = at - file.getInt(at);
        int slot = 4 + 2 * field;
        if (slot >= file.getShort(table)) return 0;
        int offset = file.getShort(table + slot);
        return offset == 0 ? 0 : at + offset;
    }
}
