package reelskill.studio.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import reelskill.media.FrameRate;
import reelskill.studio.timeline.Transition.Kind;

/** What plays is written down frame by frame: which media, and where in it. */
class PacingTest {
    private static final FrameRate RATE = new FrameRate(25, 1);
    private static final int MEDIA = 1000;

    @RepeatedTest(60)
    void splittingAnywhereChangesNothingThatPlays(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Timeline timeline = randomlyPaced(random);
        List<Long> frames = new ArrayList<>();
        for (int i = 0; i < 8; i++) frames.add((long) random.nextInt((int) timeline.duration()));
        Timeline split = timeline.split(frames);
        assertThat(played(split)).isEqualTo(played(timeline));
        assertThat(split.clips().size()).isGreaterThanOrEqualTo(timeline.clips().size());
        for (int i = 1; i < split.clips().size(); i++) {
            MediaSegment before = split.clips().get(i - 1);
            if (!timeline.clips().stream().anyMatch(clip -> clip.end() == before.end()))
                assertThat(before.runsOnInto(split.clips().get(i))).isTrue();
        }
    }

    @RepeatedTest(60)
    void removingTimeLeavesTheOtherFramesAsTheyWere(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Timeline timeline = randomlyPaced(random);
        long from = random.nextInt((int) timeline.duration() - 1);
        long to = from + 1 + random.nextInt((int) Math.min(200, timeline.duration() - from));
        List<String> kept = new ArrayList<>(played(timeline));
        kept.subList((int) from, (int) Math.min(to, timeline.duration())).clear();
        assertThat(played(timeline.remove(List.of(new FrameRange(from, to))))).isEqualTo(kept);
    }

    @RepeatedTest(20)
    void playingBackwardsTwiceIsPlayingForwards(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Timeline timeline = RandomTimelines.row(RATE, 90, 40, 75).split(List.of((long) random.nextInt(200)));
        Set<String> all = ids(timeline);
        Timeline backwards = timeline.reversed(all, clip -> MEDIA);
        List<String> turned = new ArrayList<>(played(timeline));
        Collections.reverse(turned);
        assertThat(played(backwards)).isEqualTo(turned);
        assertThat(played(backwards.reversed(all, clip -> MEDIA))).isEqualTo(played(timeline));
    }

    @Test
    void clipAtTwiceTheSpeedLastsHalfAsLongAndTheRestMovesUp() {
        Timeline timeline = RandomTimelines.row(RATE, 100, 50, 50).withText("B", 110, 25, TextStyle.TITLE, 2);
        Timeline fast = timeline.paced(Set.of("s1"), pace -> pace.withFactor(2));
        assertThat(clips(fast)).isEqualTo("m1 0+50@50, m2 50+50@100, m3 100+50@100");
        assertThat(fast.texts().get(0).start()).isEqualTo(60);
        assertThat(fast.texts().get(0).duration()).isEqualTo(25);
        assertThat(fast.duration()).isEqualTo(150);
    }

    @Test
    void textOverASlowedClipBeginsWithTheMomentItBeganWith() {
        Timeline timeline = RandomTimelines.row(RATE, 100, 50).withText("A", 40, 25, TextStyle.TITLE, 2);
        Timeline slow = timeline.paced(Set.of("s1"), pace -> pace.withFactor(0.5));
        assertThat(slow.texts().get(0).start()).isEqualTo(80);
    }

    @Test
    void musicStaysInOnePieceAndEndsWithThePictures() {
        Timeline timeline = RandomTimelines.row(RATE, 100, 50);
        List<Track> tracks = new ArrayList<>(timeline.tracks());
        tracks.add(new Track(
                TrackKind.AUDIO,
                List.of(
                        MediaSegment.of("a1", 0, 70, "song", "song.mp3", 0),
                        MediaSegment.of("a2", 70, 80, "song", "song.mp3", 70))));
        Timeline fast = timeline.withTracks(tracks).paced(Set.of("s1"), pace -> pace.withFactor(4));
        assertThat(fast.tracks().get(1).segments())
                .extracting(Segment::start, Segment::duration)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 70L), org.assertj.core.groups.Tuple.tuple(70L, 5L));
    }

    @Test
    void transitionKeepsWhatItsHandlesAllowAtTheNewPace() {
        Timeline crossed = Joints.between(
                        RandomTimelines.row(RATE, 90, 90),
                        new Transition(Kind.CROSSFADE, 20),
                        cut -> true,
                        clip -> 1000)
                .after();
        Timeline fast = crossed.paced(Set.of("s1"), pace -> pace.withFactor(4));
        // 10 frames after the cut are known to exist: at four times the speed they last 2.
        assertThat(fast.clips().get(1).transition()).isEqualTo(new Transition(Kind.CROSSFADE, 4));
        Timeline slow = crossed.paced(Set.of("s1"), pace -> pace.withFactor(0.5));
        assertThat(slow.clips().get(1).transition()).isEqualTo(new Transition(Kind.CROSSFADE, 20));
    }

    @Test
    void frozenPictureStandsBetweenTheTwoPartsOfItsClip() {
        Timeline timeline = RandomTimelines.row(RATE, 50, 50).withText("B", 60, 20, TextStyle.TITLE, 2);
        Timeline frozen = timeline.frozen(20, 40);
        assertThat(frozen.duration()).isEqualTo(140);
        List<String> expected = new ArrayList<>(played(timeline));
        expected.addAll(20, Collections.nCopies(40, expected.get(20)));
        assertThat(played(frozen)).isEqualTo(expected);
        assertThat(frozen.texts().get(0).start()).isEqualTo(100);
    }

    @Test
    void frozenPictureOfAReversedClipIsTheOneThatWasSeenThere() {
        Timeline timeline = RandomTimelines.row(RATE, 50).reversed(Set.of("s1"), clip -> MEDIA);
        assertThat(played(timeline.frozen(20, 3)).subList(20, 24))
                .containsOnly(played(timeline).get(20));
    }

    @Test
    void stretchesOfTheMediaAreFoundWhereTheyPlay() {
        MediaSegment clip = MediaSegment.of("s1", 1000, 100, "m1", "1.mp4", 100);
        assertThat(clip.showing(120, 140)).contains(new FrameRange(1020, 1040));
        assertThat(clip.paced(new Pace.Speed(2)).showing(121, 140)).contains(new FrameRange(1011, 1020));
        assertThat(clip.paced(new Pace.Backwards(1, 500)).showing(120, 140)).contains(new FrameRange(1060, 1080));
        assertThat(clip.showing(0, 100)).isEmpty();
    }

    private static Timeline randomlyPaced(Random random) {
        Timeline timeline = RandomTimelines.row(RATE, 90, 61, 133, 47);
        for (MediaSegment clip : timeline.clips()) {
            double factor = List.of(0.25, 0.5, 0.8, 1.0, 1.5, 2.0, 3.3).get(random.nextInt(7));
            timeline = timeline.paced(Set.of(clip.id()), pace -> pace.withFactor(factor));
            if (random.nextBoolean()) timeline = timeline.reversed(Set.of(clip.id()), it -> MEDIA);
        }
        return random.nextBoolean() ? timeline : timeline.frozen(random.nextInt((int) timeline.duration()), 30);
    }

    private static Set<String> ids(Timeline timeline) {
        return timeline.clips().stream().map(MediaSegment::id).collect(Collectors.toSet());
    }

    private static List<String> played(Timeline timeline) {
        List<String> frames = new ArrayList<>();
        for (MediaSegment clip : timeline.clips()) {
            assertThat(clip.start()).isEqualTo(frames.size());
            for (long i = clip.in(); i < clip.out(); i++) {
                double position = Math.min(clip.pace().position(i), clip.pace().position(i + 1));
                frames.add(clip.mediaId() + " " + Math.round(position * 1e6));
            }
        }
        return frames;
    }

    private static String clips(Timeline timeline) {
        return timeline.clips().stream()
                .map(clip -> clip.mediaId() + " " + clip.start() + "+" + clip.duration() + "@" + clip.in())
                .collect(Collectors.joining(", "));
    }
}
