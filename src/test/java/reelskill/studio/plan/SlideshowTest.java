package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Transition;
import reelskill.studio.timeline.Zoom;

class SlideshowTest {
    private static final List<LibraryItem> PHOTOS = List.of(photo("p1"), photo("p2"), photo("p3"));

    @Test
    void photosFollowEachOtherAtTheirFullLengthInMotionThatAlternates() {
        EditResult result = made("make a slideshow of these photos, 3 seconds each");
        Timeline after = result.after();
        assertThat(after.clips()).extracting(MediaSegment::mediaId).containsExactly("p1", "p2", "p3");
        assertThat(after.clips()).extracting(MediaSegment::duration).containsOnly(90L);
        assertThat(after.clips())
                .extracting(clip -> clip.transition().kind())
                .containsExactly(Transition.Kind.CUT, Transition.Kind.CROSSFADE, Transition.Kind.CROSSFADE);
        assertThat(after.clips())
                .extracting(clip -> clip.effects().get(Zoom.class).orElseThrow())
                .extracting(zoom -> zoom.to() > zoom.from())
                .containsExactly(true, false, true);
        assertThat(after.canvas()).isEqualTo(new Resolution(1920, 1080));
        assertThat(result.done())
                .containsExactly("Slideshow: 3 photos, 3 s each, with slow motion and crossfades; 0:09 in all");
    }

    @Test
    void photosThatNothingWasDoneToBecomeOneByTheirTimeAlone() {
        for (String sentence : List.of(
                "3 seconds per picture",
                "3 seconds per picture, with calm music",
                "每张照片3秒",
                "make a slideshow with crossfades and calm music, 3 seconds per picture"))
            assertThat(made(sentence).after().clips())
                    .as(sentence)
                    .extracting(MediaSegment::duration)
                    .containsOnly(90L);
        Timeline graded = new Planner()
                .plan("make clip 1 black and white", Timelines.of("photos", PHOTOS), PHOTOS)
                .apply(Timelines.of("photos", PHOTOS), new Library(PHOTOS))
                .after();
        assertThat(new Planner().plan("3 seconds per picture", graded, PHOTOS).operations())
                .isEmpty();
    }

    @Test
    void impossibleLengthIsRefusedInWords() {
        assertThat(made("make a slideshow, 5 minutes each").notDone())
                .singleElement()
                .asString()
                .contains("60 seconds");
    }

    private static EditResult made(String sentence) {
        Timeline timeline = Timelines.of("photos", PHOTOS);
        return new Planner().plan(sentence, timeline, PHOTOS).apply(timeline, new Library(PHOTOS));
    }

    private static LibraryItem photo(String id) {
        MediaFacts.Video look = new MediaFacts.Video(
                "mjpeg", new Resolution(4000, 3000), new FrameRate(25, 1), false, 0, "yuvj420p", false);
        MediaFacts facts = new MediaFacts(MediaFacts.Kind.IMAGE, Duration.ZERO, Optional.of(look), Optional.empty());
        return new LibraryItem(id, id + ".jpg", facts);
    }
}
