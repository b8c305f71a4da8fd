package reelskill.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A sentence of a person and where it goes; a line of a table is {@code CHAT+export+file | words}. */
record Example(Action action, boolean fileAttached, boolean thenExport, String text) {
    private static final String TABLE = "/route/examples.txt";

    /** Returns the sentences that the words were tuned on and the classifier learns from. */
    static List<Example> packed() {
        try (InputStream in = Example.class.getResourceAsStream(TABLE)) {
            if (in == null) throw new IllegalStateException("the program was packed without " + TABLE);
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Example> parse(String table) {
        return table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Example::parseLine)
                .toList();
    }

    private static Example parseLine(String line) {
        List<String> columns = List.of(line.split("\\|", 2));
        List<String> kind = List.of(columns.get(0).strip().split("\\+"));
        return new Example(
                Action.valueOf(kind.get(0)),
                kind.contains("file"),
                kind.contains("export"),
                columns.get(1).strip());
    }
}
