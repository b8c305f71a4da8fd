package reelskill.studio.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;
import reelskill.studio.timeline.TextStyle.Face;

/**
 * The fonts that come with the program, so that a title looks the same on every machine; one of the machine is asked only
 * for letters with serifs. Safe for use by many threads.
 */
final class TitleFonts {
    /** In the order in which they are asked; each draws what those before it cannot. */
    private static final List<String> FILES = List.of(
            "NotoSans-Bold",
            "NotoSansArabic-Bold",
            "NotoSansHebrew-Bold",
            "NotoSansThai-Bold",
            "NotoSansDevanagari-Bold",
            "DroidSansFallback");

    /** How far slanted letters lean, as a share of their height. */
    private static final double SLANT = 0.2;

    private static final String LOGICAL_FONTS = "sun.awt.fontconfig";

    /** Those of the machine that are asked for letters with serifs, the best first; none of them comes with the program. */
    private static final List<String> SERIFS = List.of(
            "Noto Serif",
            "Source Serif 4",
            "Source Serif Pro",
            "Georgia",
            "Liberation Serif",
            "Times New Roman",
            "Times",
            "DejaVu Serif",
            "Nimbus Roman",
            "FreeSerif");

    private static final TitleFonts SANS =
            new TitleFonts(FILES.stream().map(Packed::new).toList());
    private static final TitleFonts ITALIC =
            new TitleFonts(SANS.fonts.stream().map(Packed::leaning).toList());

    private final List<Packed> fonts;

    private TitleFonts(List<Packed> fonts) {
        this.fonts = fonts;
    }

    /** Returns the fonts for a kind of letters: for those with serifs first one of the machine, where it has one. */
    static TitleFonts of(Face face) {
        return switch (face) {
            case SANS -> load();
            case ITALIC -> ITALIC;
            case SERIF -> Machine.SERIF;
        };
    }

    /** Returns whether there are letters of this kind. */
    static boolean has(Face face) {
        return face != Face.SERIF || Machine.SERIF != SANS;
    }

    static TitleFonts load() {
        return SANS;
    }

    /** Returns the first font that draws all of {@code grapheme}, else the first of all, which draws a box. */
    Font fontFor(String grapheme) {
        return fonts.stream()
                .map(Packed::font)
                .filter(font -> font.canDisplayUpTo(grapheme) < 0)
                .findFirst()
                .orElseGet(() -> fonts.get(0).font());
    }

    /** Returns whether some font draws the character {@code code}. */
    boolean canDraw(int code) {
        return fonts.stream().anyMatch(packed -> packed.font().canDisplay(code));
    }

    /**
     * Java wants to know the machine's default font before it reads ours, and throws where there is none or no
     * fontconfig (a bare Linux). An empty list of its own answers that; other systems do not read the property.
     */
    private static synchronized void doWithoutTheMachinesFonts() {
        if (System.getProperty(LOGICAL_FONTS) != null) return;
        try {
            Path list = Files.createTempFile("reelskill-fonts", ".properties");
            list.toFile().deleteOnExit();
            Files.writeString(list, "version=1\nsequence.allfonts=default\n");
            System.setProperty(LOGICAL_FONTS, list.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Font read(String file) {
        try (InputStream packed = TitleFonts.class.getResourceAsStream("fonts/" + file + ".ttf.xz")) {
            if (packed == null) throw new IllegalStateException("the program was packed without " + file);
            doWithoutTheMachinesFonts();
            Font font = Font.createFont(Font.TRUETYPE_FONT, new XZInputStream(packed));
            // The others are drawn bold; this one has to be thickened by Java.
            return file.startsWith("Droid") ? font.deriveFont(Font.BOLD) : font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("damaged font: " + file, e);
        }
    }

    /** A font that is read when a letter needs it: all together are 5 MB and half a second. */
    private static final class Packed {
        private final Supplier<Font> source;
        private @Nullable Font read;

        Packed(Supplier<Font> source) {
            this.source = source;
        }

        Packed(String file) {
            this(() -> read(file));
        }

        Packed leaning() {
            return new Packed(() -> font().deriveFont(AffineTransform.getShearInstance(-SLANT, 0)));
        }

        synchronized Font font() {
            Font font = read == null ? source.get() : read;
            read = font;
            return font;
        }
    }

    /** What the machine has is asked when letters with serifs are. */
    private static final class Machine {
        private static final TitleFonts SERIF = serif();

        private static TitleFonts serif() {
            doWithoutTheMachinesFonts();
            return SERIFS.stream()
                    .map(family -> new Font(family, Font.BOLD, 1))
                    .filter(font -> SERIFS.contains(font.getFamily(Locale.ROOT)))
                    .findFirst()
                    .map(font -> new TitleFonts(Stream.concat(Stream.of(new Packed(() -> font)), SANS.fonts.stream())
                            .toList()))
                    .orElse(SANS);
        }
    }
}
