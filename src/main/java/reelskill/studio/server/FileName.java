package reelskill.studio.server;

import java.text.Normalizer;
import java.util.Locale;

/** Names that people gave to files, made safe to show and to use as the name of a file. Any script stays as it is. */
final class FileName {
    static final int LONGEST = 120;

    private static final int LONGEST_EXTENSION = 10;

    /** The two joiners are a part of the spelling of Persian, of Indian scripts and of emoji. */
    private static final String UNWRITTEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\u200c\\u200d]]";

    private FileName() {}

    /**
     * Returns the last part of {@code raw} as a path, without what is not written (control characters, direction overrides)
     * and without characters that mean something to a file system; {@code media} if nothing is left. At most {@code longest}
     * characters, of which the extension is kept.
     */
    static String clean(String raw, int longest) {
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        String name = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll(UNWRITTEN, "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("^[\\s.]+|[\\s.]+$", "");
        return name.isEmpty() ? "media" : shorten(name, longest);
    }

    /** Returns the extension with its dot, in lower case; empty if there is none that looks like one. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return extension.matches("\\.[a-z0-9]{1," + LONGEST_EXTENSION + "}") ? extension : "";
    }

    private static String shorten(String name, int longest) {
        int length = name.codePointCount(0, name.length());
        if (length <= longest) return name;
        String extension = extension(name);
        String stem = name.substring(0, name.length() - extension.length());
        return stem.substring(0, stem.offsetByCodePoints(0, longest - extension.length())) + extension;
    }
}
