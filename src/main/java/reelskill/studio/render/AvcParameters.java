package reelskill.studio.render;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.MediaInput;

/**
 * What a decoder must know before the first picture of an H.264 stream, as an MP4 keeps it (ISO/IEC 14496-15, 5.3.3.1):
 * sequence and picture parameter sets, each with a number by which pictures name it.
 *
 * @param lengthSize how many bytes tell the length of each unit in the stream's packets
 */
record AvcParameters(int lengthSize, List<ByteBuffer> sequences, List<ByteBuffer> pictures) {
    /** Profile, compatibility and level follow a unit's one byte of header; only then comes a sequence's number. */
    private static final int SEQUENCE_NUMBER = 4;

    private static final int PICTURE_NUMBER = 1;
    private static final int MOST_SEQUENCES = 31;

    AvcParameters {
        sequences = List.copyOf(sequences);
        pictures = List.copyOf(pictures);
    }

    /** Returns those of a file's stream; empty where it keeps them otherwise or not at all. */
    static Optional<AvcParameters> of(Path file, int stream, Ffmpeg ffmpeg) {
        List<String> question =
                List.of("-select_streams", Integer.toString(stream), "-show_data", "-show_entries", "stream=extradata");
        StringBuilder hex = new StringBuilder();
        ffmpeg.probeLines(
                Stream.concat(question.stream(), MediaInput.of(file).stream()).toList(),
                line -> hex.append(digits(line)));
        return parse(HexFormat.of().parseHex(hex));
    }

    /** Parses an {@code AVCDecoderConfigurationRecord}. */
    static Optional<AvcParameters> parse(byte[] record) {
        if (record.length < 7 || record[0] != 1) return Optional.empty();
        ByteBuffer rest = ByteBuffer.wrap(record, 5, record.length - 5);
        int lengthSize = (record[4] & 3) + 1;
        try {
            List<ByteBuffer> sequences = units(rest, rest.get() & 31, SEQUENCE_NUMBER);
            List<ByteBuffer> pictures = units(rest, rest.get() & 255, PICTURE_NUMBER);
            return sequences.isEmpty() || pictures.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AvcParameters(lengthSize, sequences, pictures));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    boolean holds(ByteBuffer unit) {
        return sequences.contains(unit) || pictures.contains(unit);
    }

    /** Returns the lowest number from 1 on by which none of these is named. */
    int freeNumber() {
        BitSet taken = new BitSet();
        taken.set(0);
        sequences.forEach(unit -> taken.set(number(unit, SEQUENCE_NUMBER)));
        pictures.forEach(unit -> taken.set(number(unit, PICTURE_NUMBER)));
        return taken.nextClearBit(0);
    }

    /** Returns these and others together. */
    AvcParameters and(AvcParameters others) {
        return new AvcParameters(lengthSize, both(sequences, others.sequences), both(pictures, others.pictures));
    }

    /** Returns the record that {@link #parse} reads, without what only an encoder's statistics need. */
    byte[] toRecord() {
        if (sequences.size() > MOST_SEQUENCES) throw new IllegalStateException(sequences.size() + " sequences");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer first = sequences.get(0);
        out.write(1);
        for (int i = 1; i < SEQUENCE_NUMBER; i++) out.write(first.get(i));
        out.write(0xFC | (lengthSize - 1));
        out.write(0xE0 | sequences.size());
        sequences.forEach(unit -> write(unit, out));
        out.write(pictures.size());
        pictures.forEach(unit -> write(unit, out));
        return out.toByteArray();
    }

    private static void write(ByteBuffer unit, ByteArrayOutputStream out) {
        out.write(unit.remaining() >> 8);
        out.write(unit.remaining());
        for (int i = 0; i < unit.remaining(); i++) out.write(unit.get(i));
    }

    private static List<ByteBuffer> both(List<ByteBuffer> some, List<ByteBuffer> others) {
        Set<ByteBuffer> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static List<ByteBuffer> units(ByteBuffer record, int count, int head) {
        List<ByteBuffer> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] unit = new byte[record.getShort() & 0xFFFF];
            record.get(unit);
            if (unit.length <= head) throw new IllegalArgumentException("a parameter set without content");
            units.add(ByteBuffer.wrap(unit));
        }
        return units;
    }

    /** Reads the Exp-Golomb code at the beginning of byte {@code from}: n zeros, then a number of n + 1 bits, less 1. */
    private static int number(ByteBuffer unit, int from) {
        int bits = 0;
        for (int i = 0; i < 4; i++) bits = (bits << 8) | (from + i < unit.remaining() ? unit.get(from + i) & 255 : 0);
        int zeros = Integer.numberOfLeadingZeros(bits);
        return zeros > 15 ? 0 : (bits >>> (31 - 2 * zeros)) - 1;
    }

    /** Reads a line of a dump as ffprobe writes it: an offset, bytes by twos, two spaces and the same as text. */
    private static String digits(String line) {
        if (!line.matches("[0-9a-f]{8}: .*")) return "";
        int from = line.indexOf(' ');
        int end = line.indexOf("  ", from);
        return line.substring(from, end < 0 ? line.length() : end).replace(" ", "");
    }
}
