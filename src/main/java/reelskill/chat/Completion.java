package reelskill.chat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import reelskill.language.Language;

/** Completes commands at the beginning of a line and media files anywhere. */
final class Completion implements Completer {
    private static final int MOST = 200;

    private final Places places;

    Completion(Places places) {
        this.places = places;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        if (line.wordIndex() == 0 && word.matches("/[a-z]*")) commands(word, candidates);
        else files(word, candidates);
    }

    private static void commands(String word, List<Candidate> candidates) {
        for (Command command : Command.values()) {
            String name = command.typed();
            if (!name.startsWith(word)) continue;
            String help = command.help(Language.ENGLISH);
            candidates.add(new Candidate(name, name, null, help, null, null, true));
        }
    }

    private void files(String word, List<Candidate> candidates) {
        String folder = word.substring(0, word.lastIndexOf('/') + 1);
        Optional<Path> in = folder.isEmpty() ? Optional.of(places.folder()) : places.path(folder);
        if (in.isEmpty() || !Files.isDirectory(in.get())) return;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(in.get())) {
            for (Path entry : entries) {
                if (candidates.size() < MOST) file(entry, folder, candidates);
            }
        } catch (IOException e) {
            // A folder that may not be read completes nothing.
        }
    }

    private static void file(Path entry, String folder, List<Candidate> candidates) {
        String name = String.valueOf(entry.getFileName());
        boolean inside = Files.isDirectory(entry);
        if (name.startsWith(".") || (!inside && !Typed.isMediaName(name))) return;
        String shown = inside ? name + "/" : name;
        candidates.add(new Candidate(folder + shown, shown, null, null, null, null, !inside));
    }
}
