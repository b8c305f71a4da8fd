package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Face;
import reelskill.studio.timeline.TextStyle.Motion;
import reelskill.studio.timeline.TextStyle.Position;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** Words over plain grey; frames are looked at as luma, 320 by 180 points. */
class TitleMotionTest {
    private static final int GREY = 128;
    private static final TextStyle LOWER_THIRD = new TextStyle(Position.LOWER_THIRD, 0.1, 0xFFFFFF, true);

    @TempDir
    Path folder;

    @Test
    void lowerThirdStandsInTheSafeAreaAndSlidesInFromTheLeftAndBack() {
        List<byte[]> frames = rendered(LOWER_THIRD.moving(Motion.SLIDE), "Anna Li, CEO", 30, 8);
        Edges whole = Edges.of(frames.get(15));
        assertThat(whole.left()).isBetween(16, 17);
        assertThat(whole.right()).isBetween(60, 304);
        assertThat(whole.bottom()).isBetween(140, 171);
        Edges coming = Edges.of(frames.get(3));
        assertThat(coming.left()).isLessThan(16);
        assertThat(coming.right()).isBetween(17, whole.right() - 1);
        assertThat(Edges.of(frames.get(5)).right()).isBetween(coming.right() + 1, whole.right());
        assertThat(Edges.of(frames.get(25)).right()).isLessThan(whole.right());
    }

    @Test
    void typedWordsAppearLetterByLetterFromTheLeft() {
        List<byte[]> frames = rendered(TextStyle.TITLE.moving(Motion.TYPE), "MMMMMMMM", 30, 0);
        int start = Edges.of(frames.get(29)).left();
        int end = Edges.of(frames.get(29)).right();
        assertThat(Edges.of(frames.get(0)).right()).isBetween(start + 5, start + (end - start) / 4);
        assertThat(Edges.of(frames.get(5)).left()).isEqualTo(start);
        assertThat(Edges.of(frames.get(5)).right()).isBetween(start + (end - start) / 4, start + (end - start) * 3 / 4);
        assertThat(Edges.of(frames.get(14)).right()).isEqualTo(end);
    }

    @Test
    void endCardDarkensThePictureAndSetsItsButtonBelowTheWords() {
        TextStyle card = new TextStyle(Position.CARD, 0.1, 0xFFFFFF, false);
        Path made = made(card, "Thanks\nSubscribe", 4, 0);
        int[] frame = Stage.colours(made, 320, 180).get(2);
        assertThat(frame[10 * 320 + 10] & 255).as("scrim").isLessThan(60);
        long red = java.util.stream.IntStream.range(320 * 90, 320 * 180)
                .filter(i -> (frame[i] >> 16) > 180 && (frame[i] >> 8 & 255) < 90)
                .count();
        assertThat(red).isGreaterThan(300);
        int[] white = Stage.colours(made(card.on(OptionalInt.of(0xFFFFFF)), "Thanks", 4, 0), 320, 180)
                .get(2);
        assertThat(white[10 * 320 + 10] & 255).isGreaterThan(215);
    }

    @Test
    void whiteWordsTurnDarkOnAWhiteBoxAndItalicOnesLean() {
        TextStyle boxed = TextStyle.TITLE.on(OptionalInt.of(0xFFFFFF));
        byte[] frame = rendered(boxed, "Hello", 3, 0).get(1);
        assertThat(Edges.darkest(frame)).isLessThan(60);
        assertThat(Edges.brightest(frame)).isGreaterThan(220);
        TitlePicture upright = new TitlePainter().paint("HHH", TextStyle.TITLE, Stage.CANVAS);
        TitlePicture leaning = new TitlePainter().paint("HHH", TextStyle.TITLE.in(Face.ITALIC), Stage.CANVAS);
        assertThat(pixels(leaning)).isNotEqualTo(pixels(upright));
        boolean serif = Lettering.has(Face.SERIF);
        TitlePicture serifs = new TitlePainter().paint("HHH", TextStyle.TITLE.in(Face.SERIF), Stage.CANVAS);
        assertThat(serifs.pixels().getWidth() != upright.pixels().getWidth()).isEqualTo(serif);
    }

    @Test
    void lettersThatNoFontDrawsAreNamed() {
        assertThat(Lettering.undrawable("Hello 你好 สวัสดี नमस्ते 🎉")).isEmpty();
        assertThat(Lettering.undrawable("a \uD808\uDC00 b")).isEqualTo("\uD808\uDC00");
    }

    private static int[] pixels(TitlePicture title) {
        int width = title.pixels().getWidth();
        return title.pixels().getRGB(0, 0, width, title.pixels().getHeight(), null, 0, width);
    }

    private List<byte[]> rendered(TextStyle style, String words, long length, long fade) {
        return Stage.frames(made(style, words, length, fade), 320, 180);
    }

    private Path made(TextStyle style, String words, long length, long fade) {
        Stage stage = new Stage(folder).make("grey.mp4", "color=0x808080:s=320x180:r=25:d=2");
        TextSegment text = new TextSegment("t", 0, length, words, style, fade);
        return stage.rendered(Stage.timeline(
                RATE,
                new Track(TrackKind.VIDEO, List.of(Stage.segment("grey.mp4", 0, length, 0))),
                new Track(TrackKind.TEXT, List.of(text))));
    }

    /** Where a frame is not grey. */
    private record Edges(int left, int right, int bottom) {
        static Edges of(byte[] frame) {
            int left = 320;
            int right = 0;
            int bottom = 0;
            for (int i = 0; i < frame.length; i++) {
                if (Math.abs((frame[i] & 255) - GREY) < 40) continue;
                left = Math.min(left, i % 320);
                right = Math.max(right, i % 320);
                bottom = Math.max(bottom, i / 320);
            }
            return new Edges(left, right, bottom);
        }

        static int darkest(byte[] frame) {
            int darkest = 255;
            for (byte luma : frame) darkest = Math.min(darkest, luma & 255);
            return darkest;
        }

        static int brightest(byte[] frame) {
            int brightest = 0;
            for (byte luma : frame) brightest = Math.max(brightest, luma & 255);
            return brightest;
        }
    }
}
