package reelskill.tools;

import java.net.URI;
import java.util.Optional;

/** Makes texts of others harmless to show: no escapes, no letters that hide or turn around what stands beside them. */
public final class Plain {
    private static final int LONGEST = 20_000;

    private Plain() {}

    /** Returns the text without control, format and private-use characters but for line ends, at most 20,000 letters. */
    public static String text(String foreign) {
        StringBuilder plain = new StringBuilder();
        foreign.codePoints().limit(LONGEST).filter(Plain::isShown).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Returns the text on one line. */
    public static String line(String foreign) {
        return text(foreign.replaceAll("\\s+", " "));
    }

    /** Returns the address if it is one of the web. */
    static Optional<String> url(String foreign) {
        try {
            URI address = URI.create(foreign);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address.toASCIIString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter == '\n' || letter == '\t';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED, Character.LINE_SEPARATOR -> false;
            // Joiners make letters and emoji what they are; all other format characters hide or reorder text.
            case Character.FORMAT -> letter == 0x200C || letter == 0x200D;
            default -> true;
        };
    }
}
