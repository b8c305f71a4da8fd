package reelskill.studio.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.media.TimeRange;
import reelskill.studio.analysis.FootageAnalysis;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.check.Finding.Kind;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** What is found in finished files, and what is not because the footage has it too. */
class ResultCheckTest {
    private static final Path CACHE = Path.of("target", "cache");
    private static final Path TALK = Path.of("tests-fixtures", "media", "talk.mp4");
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), CACHE);
    private static final String MOVES = "testsrc2=size=160x90:rate=25:duration=4";
    private static final String DARK = MOVES + ",drawbox=t=fill:color=black:enable='between(t,1.5,2.5)'";
    private static final String STILL = MOVES + ",loop=loop=60:size=1:start=40,trim=duration=4";
    private static final String QUIET = "sine=frequency=440:sample_rate=48000:duration=4,volume=-6dB";

    @TempDir
    static Path folder;

    private static Path moving;
    private static Path dark;
    private static Path still;
    private static Path loud;

    @BeforeAll
    static void film() {
        moving = film("moving", MOVES, QUIET);
        dark = film("dark", DARK, QUIET);
        still = film("still", STILL, QUIET);
        loud = film("loud", MOVES, "sine=frequency=997:sample_rate=48000:duration=3.5,volume=26dB");
    }

    @Test
    void blackThatIsNotInTheFootageIsTold() {
        assertThat(check(plain(), moving, dark).findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.BLACK);
            assertThat(found.fromMillis()).isBetween(1400L, 1600L);
            assertThat(found.toMillis()).isBetween(2400L, 2640L);
        });
    }

    @Test
    void blackOfTheFootageAndOfAFadeIsNotTold() {
        assertThat(check(plain(), dark, dark).findings()).isEmpty();
        assertThat(check(timeline(clip(0, 100, 0).withFades(0, 70)), moving, dark)
                        .findings())
                .isEmpty();
    }

    @Test
    void gapBetweenClipsIsToldThoughTheFootageIsBlackElsewhere() {
        Timeline gap = timeline(clip(0, 37, 0), clip(63, 37, 63));
        assertThat(check(gap, dark, dark).findings()).extracting(Finding::kind).containsExactly(Kind.BLACK);
    }

    @Test
    void frozenPictureThatMovesInTheFootageIsTold() {
        assertThat(check(plain(), moving, still).findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.FROZEN);
            assertThat(found.fromMillis()).isBetween(1400L, 1700L);
            assertThat(found.toMillis()).isBetween(3900L, 4100L);
        });
        assertThat(check(plain(), still, still).findings()).isEmpty();
        assertThat(check(plain(), moving, moving).findings()).isEmpty();
    }

    @Test
    void peaksAndUnequalLengthsAreTold() {
        Checked checked = check(plain(), moving, loud);
        assertThat(checked.findings()).extracting(Finding::kind).contains(Kind.PEAK, Kind.LENGTHS_DIFFER);
        assertThat(checked.peak().orElseThrow()).isGreaterThan(-0.1);
        assertThat(checked.loudness().orElseThrow())
                .isGreaterThan(checked.loudnessBefore().orElseThrow() + 10);
        assertThat(check(plain(), moving, moving).peak().orElseThrow()).isLessThan(-5);
    }

    @Test
    void whatIsLeftWhenTimeIsUpIsNotLookedAt() {
        Checked checked = checker(moving).of(plain(), dark, Duration.ZERO, new Cancellation());
        assertThat(checked.seen()).isLessThan(Duration.ofSeconds(1));
        assertThat(checked.heard()).isZero();
        assertThat(checked.loudness()).isEmpty();
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void cutIntoAWordIsToldAndOneIntoAPauseIsNot() {
        FootageAnalysis footage = footage(TALK);
        List<TimeRange> speech = footage.speech("m");
        TimeRange longest = speech.stream()
                .max((one, other) -> one.duration().compareTo(other.duration()))
                .orElseThrow();
        TimeRange pause = new TimeRange(speech.get(0).out(), speech.get(1).in());
        // Somewhere in the middle of a stretch words are spoken; a single frame may stand between two of them.
        List<Finding> clipped = new ArrayList<>();
        for (int i = 1; i < 4; i++) {
            long frame =
                    frame(longest.in().plus(longest.duration().multipliedBy(i).dividedBy(4)));
            clipped.addAll(words(footage, frame));
        }
        assertThat(clipped).isNotEmpty().allSatisfy(found -> assertThat(found.kind())
                .isEqualTo(Kind.CLIPPED_WORD));
        assertThat(words(footage, frame(pause.in().plus(pause.duration().dividedBy(2)))))
                .isEmpty();
    }

    @Test
    void soundThatIsTooLongForTheTimeIsNotWaitedForAndNotGuessed() {
        SoundCache sounds = new SoundCache(FFMPEG, folder.resolve("late"));
        Deadline over = Deadline.in(Duration.ZERO, new Cancellation());
        assertThat(new Listening(sounds, over).to(loud)).isEqualTo(Listening.Heard.NOTHING);
        assertThat(folder.resolve("late")).doesNotExist();
        Deadline later = Deadline.in(Duration.ofMinutes(5), new Cancellation());
        Listening.Heard heard = new Listening(sounds, later).to(loud);
        assertThat(heard.time()).isCloseTo(Duration.ofMillis(3500), Duration.ofMillis(100));
        assertThat(heard.loudness()).isPresent();
        assertThat(check(plain(), moving, loud).heard()).isEqualTo(heard.time());
    }

    @Test
    void cancelledCheckEndsAndSaysSo() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> checker(moving).of(plain(), loud, Duration.ofMinutes(5), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    private static List<Finding> words(FootageAnalysis footage, long frame) {
        SoundCache sounds = new SoundCache(FFMPEG, folder.resolve("sound"));
        Deadline later = Deadline.in(Duration.ofMinutes(5), new Cancellation());
        return new WordCheck(footage, sounds, id -> TALK, later).of(timeline(clip(0, frame, 0)));
    }

    private static long frame(Duration time) {
        return time.toMillis() / 40;
    }

    private static Checked check(Timeline timeline, Path medium, Path result) {
        return checker(medium).of(timeline, result, Duration.ofMinutes(5), new Cancellation());
    }

    private static ResultCheck checker(Path medium) {
        SoundCache sounds = new SoundCache(FFMPEG, folder.resolve("sound"));
        return new ResultCheck(FFMPEG, sounds, footage(medium), id -> medium);
    }

    private static FootageAnalysis footage(Path medium) {
        SoundCache sounds = new SoundCache(FFMPEG, folder.resolve("sound"));
        return new FootageAnalysis(FFMPEG, sounds, id -> medium, folder.resolve("analysis"));
    }

    private static Timeline plain() {
        return timeline(clip(0, 100, 0));
    }

    private static MediaSegment clip(long start, long duration, long in) {
        return MediaSegment.of("s" + start, start, duration, "m", "clip.mp4", in);
    }

    private static Timeline timeline(MediaSegment... clips) {
        return new Timeline(
                "test",
                new FrameRate(25, 1),
                new Resolution(160, 90),
                List.of(new Track(TrackKind.VIDEO, List.<Segment>of(clips))));
    }

    private static Path film(String name, String picture, String sound) {
        Path file = folder.resolve(name + ".mp4");
        FFMPEG.run(
                List.of(
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        picture,
                        "-f",
                        "lavfi",
                        "-i",
                        sound,
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-pix_fmt",
                        "yuv420p",
                        "-ac",
                        "2",
                        file.toString()),
                FfmpegJob.unwatched());
        return file;
    }
}
