package reelskill.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sentence of the table and where it goes. */
record Sentence(Action action, boolean fileAttached, boolean thenExport, String text) {
    static List<Sentence> half(String name) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/route", name + ".txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Sentence::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean fits(Route route) {
        return route.action() == action && route.thenExport() == thenExport;
    }

    private static Sentence parse(String line) {
        String[] columns = line.split("\\|", 2);
        List<String> kind = List.of(columns[0].strip().split("\\+"));
        return new Sentence(
                Action.valueOf(kind.get(0)), kind.contains("file"), kind.contains("export"), columns[1].strip());
    }
}
