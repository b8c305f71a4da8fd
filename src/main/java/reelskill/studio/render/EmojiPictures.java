package reelskill.studio.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.tukaani.xz.XZInputStream;

/**
 * Emoji in colour. Java draws no coloured font, so each sequence has its picture: one PNG of 136 by
 * 128 pixels for each sequence of code points, in archives of those that begin alike. Safe for use by many threads.
 */
final class EmojiPictures {
    private static final int SELECTOR = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_ALWAYS_EMOJI = 0x1F000;
    private static final int LONGEST = 12;
    /** How many last bits of the first code point differ inside an archive. */
    private static final int ARCHIVE_BITS = 6;

    private static final Map<Integer, Map<String, byte[]>> ARCHIVES = new ConcurrentHashMap<>();

    private EmojiPictures() {}

    /** A sequence found in a text: how many chars it takes there, and its picture. */
    record Found(int chars, BufferedImage picture) {}

    /**
     * Returns the longest emoji that begins at {@code at}. A character that is also a plain sign, like ☎, is one only
     * when the variation selector says so or when no font can draw it.
     */
    static Optional<Found> at(String text, int at, TitleFonts fonts) {
        if (!mayBegin(text, at)) return Optional.empty();
        Sequence sequence = new Sequence();
        String best = "";
        int end = at;
        for (int next = at, count = 0; next < text.length() && count < LONGEST; count++) {
            int code = text.codePointAt(next);
            next += Character.charCount(code);
            sequence.add(code);
            String name = sequence.known();
            if (name.isEmpty()) continue;
            best = name;
            end = next;
        }
        if (best.isEmpty()) return Optional.empty();
        boolean single = end - at == 1;
        if (single && fonts.canDraw(text.charAt(at))) return Optional.empty();
        return Optional.of(new Found(end - at, picture(best)));
    }

    /** Keeps the pictures from being read for a text without any. */
    private static boolean mayBegin(String text, int at) {
        int code = text.codePointAt(at);
        if (code >= FIRST_ALWAYS_EMOJI || Character.getType(code) == Character.OTHER_SYMBOL) return true;
        int next = at + 1;
        return next < text.length() && (text.charAt(next) == SELECTOR || text.charAt(next) == KEYCAP);
    }

    private static BufferedImage picture(String name) {
        try {
            return ImageIO.read(new ByteArrayInputStream(beside(name).get(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Code points as a name, with and without skin tones: tones of joined sequences have no picture of their own. */
    private static final class Sequence {
        private String name = "";
        private String withoutTones = "";

        void add(int code) {
            if (code == SELECTOR) return;
            name = append(name, code);
            boolean tone = code >= 0x1F3FB && code <= 0x1F3FF && !withoutTones.isEmpty();
            if (!tone) withoutTones = append(withoutTones, code);
        }

        String known() {
            if (name.isEmpty()) return "";
            Map<String, byte[]> pictures = beside(name);
            if (pictures.containsKey(name)) return name;
            return pictures.containsKey(withoutTones) ? withoutTones : "";
        }

        private static String append(String name, int code) {
            return name + (name.isEmpty() ? "" : "-") + Integer.toHexString(code);
        }
    }

    /** Returns the pictures of the archive in which {@code name} would be; they are read once in the life of the process. */
    private static Map<String, byte[]> beside(String name) {
        int first = Integer.parseInt(name.split("-", 2)[0], 16);
        return ARCHIVES.computeIfAbsent(first >> ARCHIVE_BITS, EmojiPictures::load);
    }

    private static Map<String, byte[]> load(int archive) {
        Map<String, byte[]> pictures = new HashMap<>();
        try (InputStream packed =
                EmojiPictures.class.getResourceAsStream("fonts/emoji/" + Integer.toHexString(archive) + ".zip.xz")) {
            if (packed == null) return pictures;
            ZipInputStream zip = new ZipInputStream(new XZInputStream(packed));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                pictures.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pictures;
    }
}
