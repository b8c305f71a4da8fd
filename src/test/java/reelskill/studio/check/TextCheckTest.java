package reelskill.studio.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.check.Finding.Kind;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Position;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

class TextCheckTest {
    private static final Resolution WIDE = new Resolution(1280, 720);
    private static final Resolution UPRIGHT = new Resolution(720, 1280);

    @Test
    void textsAtOnePlaceAtOneTimeAreTold() {
        Timeline one = titled(WIDE, Position.CENTER, "Hello", 0);
        Timeline both = one.withText("World", 50, 75, TextStyle.TITLE, 0);
        assertThat(TextCheck.between(one, both)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.TEXTS_OVERLAP);
            assertThat(found.fromMillis()).isEqualTo(2000);
            assertThat(found.toMillis()).isEqualTo(3000);
            assertThat(found.english()).contains("\"Hello\" and \"World\"", "0:02-0:03");
            assertThat(found.chinese()).contains("“Hello”与“World”");
        });
    }

    @Test
    void textsApartInTimeOrPlaceAreNotTold() {
        Timeline one = titled(WIDE, Position.CENTER, "Hello", 0);
        Timeline later = one.withText("World", 75, 75, TextStyle.TITLE, 0);
        Timeline below = one.withText("World", 0, 75, style(Position.BOTTOM), 0);
        assertThat(TextCheck.between(one, later)).isEmpty();
        assertThat(TextCheck.between(one, below)).isEmpty();
    }

    @Test
    void whatWasThereBeforeIsNotToldAgain() {
        Timeline both = titled(WIDE, Position.CENTER, "Hello", 0).withText("World", 0, 75, TextStyle.TITLE, 0);
        assertThat(TextCheck.between(both, both.withText("Third", 0, 75, style(Position.TOP), 0)))
                .isEmpty();
    }

    @Test
    void lowTextIsCoveredOnAnUprightCanvasAlone() {
        Timeline wide = titled(WIDE, Position.BOTTOM, "Hello", 0);
        assertThat(TextCheck.of(wide)).isEmpty();
        assertThat(TextCheck.between(wide, wide.withCanvas(UPRIGHT)))
                .singleElement()
                .satisfies(found -> assertThat(found.english()).contains("stands so low"));
        assertThat(TextCheck.of(titled(UPRIGHT, Position.CENTER, "Hello", 0))).isEmpty();
    }

    @Test
    void textThatDoesNotFitReachesOverTheEdge() {
        String endless = "word".repeat(3000);
        assertThat(TextCheck.of(titled(new Resolution(160, 90), Position.CENTER, endless, 0)))
                .singleElement()
                .satisfies(found -> assertThat(found.english()).contains("reaches over the edge"));
    }

    private static TextStyle style(Position position) {
        return new TextStyle(position, 0.09, 0xFFFFFF, false);
    }

    private static Timeline titled(Resolution canvas, Position position, String words, long start) {
        MediaSegment clip = MediaSegment.of("s", 0, 250, "m", "clip.mp4", 0);
        Timeline bare =
                new Timeline("test", new FrameRate(25, 1), canvas, List.of(new Track(TrackKind.VIDEO, List.of(clip))));
        return bare.withText(words, start, 75, style(position), 0);
    }
}
