package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.media.Resolution;
import reelskill.studio.timeline.TextStyle;

class TitlePainterTest {
    private static final Resolution CANVAS = new Resolution(960, 540);
    private static final TitleFonts FONTS = TitleFonts.load();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Weekly update",
                "Ежедневно",
                "Ώρα",
                "每周更新",
                "每週更新",
                "毎週のまとめ",
                "주간 소식",
                "تحديث أسبوعي 2026",
                "עדכון שבועי",
                "रोज़ का",
                "อัปเดต",
                "Tiếng Việt",
                "Übergröße: “½ × €3”"
            })
    void everyLetterHasAGlyph(String text) {
        AttributedCharacterIterator letters = TitleText.of(text, FONTS, 40);
        while (letters.getIndex() < letters.getEndIndex()) {
            Font font = (Font) letters.getAttribute(TextAttribute.FONT);
            assertThat(font.canDisplay(letters.current()))
                    .as("%c", letters.current())
                    .isTrue();
            letters.next();
        }
        assertThat(ink(paint(text, TextStyle.Position.CENTER).pixels())).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎉", "👩‍💻", "👩🏽‍💻", "👍🏽", "1️⃣", "❤️", "🇨🇳", "🏳️‍🌈", "👨‍❤️‍👨"})
    void emojiSequenceIsOnePictureInColour(String emoji) {
        assertThat(EmojiPictures.at(emoji, 0, FONTS))
                .hasValueSatisfying(found -> assertThat(found.chars()).isEqualTo(emoji.length()));
        assertThat(coloured(paint("a" + emoji, TextStyle.Position.CENTER).pixels()))
                .isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "#", "©", "™", "每"})
    void plainSignsAreNoEmoji(String text) {
        assertThat(EmojiPictures.at(text, 0, FONTS)).isEmpty();
    }

    @Test
    void arabicLettersJoin() {
        int joined = paint("سسسس", TextStyle.Position.CENTER).pixels().getWidth();
        int apart = paint("س\u200Cس\u200Cس\u200Cس", TextStyle.Position.CENTER)
                .pixels()
                .getWidth();
        assertThat(joined).isLessThan(apart * 9 / 10);
    }

    @ParameterizedTest
    @EnumSource(value = TextStyle.Position.class, mode = EnumSource.Mode.EXCLUDE, names = "CARD")
    void wordsOfAnyLengthStayInTheTitleSafeArea(TextStyle.Position position) {
        for (String text : List.of("Hi", "word ".repeat(150), "长".repeat(300), "x".repeat(400), "a\n\nb\nc")) {
            TitlePicture title = paint(text, position);
            assertThat(title.x()).isGreaterThanOrEqualTo(0);
            assertThat(title.y()).isGreaterThanOrEqualTo(0);
            assertThat(title.x() + title.pixels().getWidth()).as(text).isLessThanOrEqualTo(960 - 40);
            assertThat(title.y() + title.pixels().getHeight()).as(text).isLessThanOrEqualTo(540);
        }
    }

    @Test
    void outlineStandsAroundTheLettersAndLeavesThemTheirColour() {
        TextStyle white = new TextStyle(TextStyle.Position.CENTER, 0.1, 0xFFFFFF, false);
        BufferedImage plain = painted(white);
        BufferedImage red = painted(white.outlined(OptionalInt.of(0xFF0000)));
        assertThat(count(red, 0xFFFFFFFF)).isEqualTo(count(plain, 0xFFFFFFFF));
        assertThat(count(plain, 0xFFFF0000)).isZero();
        assertThat(count(red, 0xFFFF0000)).isGreaterThan(count(red, 0xFFFFFFFF) / 4);
        assertThat(red.getWidth()).isEqualTo(plain.getWidth());
    }

    @ParameterizedTest
    @CsvSource({
        "CAPTION, 0, 390, 404",
        "CAPTION, 0.2, 282, 296",
        "CAPTION, 0.9, 27, 27",
        "TOP, -0.1, 81, 81",
        "TOP, -0.9, 390, 404"
    })
    void risenWordsStandHigherAndStayInTheTitleSafeArea(TextStyle.Position position, double rise, int from, int to) {
        TextStyle style = new TextStyle(position, 0.1, 0xFFFFFF, false).rising(rise);
        assertThat(new TitlePainter().paint("Hi", style, CANVAS).y()).isBetween(from, to);
    }

    private static BufferedImage painted(TextStyle style) {
        return new TitlePainter().paint("Hello", style, CANVAS).pixels();
    }

    private static long count(BufferedImage picture, int argb) {
        return pixels(picture).filter(pixel -> pixel == argb).count();
    }

    @Test
    void longTitleIsBrokenIntoEvenLines() {
        TitleBlock block = TitleBlock.of("one two three four five six seven eight nine ten", FONTS, 80, 900);
        double[] widths = block.lines().stream()
                .mapToDouble(line -> line.getVisibleAdvance())
                .toArray();
        assertThat(widths).hasSizeGreaterThan(1);
        assertThat(widths[widths.length - 1]).isGreaterThan(block.width() / 2);
    }

    /** A machine with neither fonts nor fontconfig: the settings of this one are taken away from a new Java. */
    @Test
    void machineWithoutFontsDrawsTheSame() throws IOException, InterruptedException {
        Path nothing = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Djava.awt.headless=true", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), OtherMachine.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("FONTCONFIG_FILE", nothing.toString());
        Process process = builder.start();
        byte[] answer = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        assertThat(answer).asString().isEqualTo(OtherMachine.drawn());
    }

    /** Runs in a Java of its own. */
    static final class OtherMachine {
        public static void main(String[] arguments) throws IOException {
            new FileOutputStream(FileDescriptor.out).write(drawn().getBytes(StandardCharsets.US_ASCII));
        }

        static String drawn() {
            BufferedImage pixels =
                    paint("Launch 🎉 每周 أسبوعي", TextStyle.Position.TOP).pixels();
            int[] all = pixels.getRGB(0, 0, pixels.getWidth(), pixels.getHeight(), null, 0, pixels.getWidth());
            return Arrays.hashCode(all) + " of " + all.length;
        }
    }

    private static TitlePicture paint(String text, TextStyle.Position position) {
        return new TitlePainter().paint(text, new TextStyle(position, 0.1, 0xFFFFFF, false), CANVAS);
    }

    private static long ink(BufferedImage picture) {
        return pixels(picture).filter(pixel -> pixel >>> 24 > 200).count();
    }

    private static long coloured(BufferedImage picture) {
        return pixels(picture)
                .filter(pixel -> pixel >>> 24 > 200)
                .filter(pixel -> Color.RGBtoHSB((pixel >> 16) & 0xFF, (pixel >> 8) & 0xFF, pixel & 0xFF, null)[1] > 0.3)
                .count();
    }

    private static IntStream pixels(BufferedImage picture) {
        return IntStream.of(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
    }
}
