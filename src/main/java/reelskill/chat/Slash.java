package reelskill.chat;

import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lines that begin with a slash and are no path. */
final class Slash {
    private static final Pattern NAME = Pattern.compile("/[\\p{L}?]*");

    private Slash() {}

    /** Returns whether a line is a command, be there one of this name or not. */
    static boolean isMeant(String line, Places places) {
        String name = name(line);
        return NAME.matcher(name).matches()
                && places.path(name).filter(Files::isRegularFile).isEmpty();
    }

    static Optional<Command> command(String line, Places places) {
        if (line.equals("?") || line.equalsIgnoreCase("help")) return Optional.of(Command.HELP);
        if (line.equalsIgnoreCase("quit") || line.equalsIgnoreCase("exit")) return Optional.of(Command.QUIT);
        return isMeant(line, places) ? Command.of(name(line)) : Optional.empty();
    }

    static String name(String line) {
        return line.split("\\s", 2)[0];
    }

    static String argument(String line) {
        String[] parts = line.split("\\s+", 2);
        return parts.length < 2 ? "" : parts[1].strip();
    }
}
