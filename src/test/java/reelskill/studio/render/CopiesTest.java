package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** What only is cut is not encoded, but for the frames about the cuts. */
class CopiesTest {
    private static final Resolution HD = new Resolution(1280, 720);
    /** Two B frames, which reorder; a key frame every 20. */
    private static final String[] CAMERA = {
        "-pix_fmt",
        "yuv420p",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-bf",
        "2",
        "-g",
        "20",
        "-sc_threshold",
        "0",
        "-c:a",
        "aac",
        "-shortest"
    };

    @TempDir
    Path folder;

    @Test
    void groupsOfPicturesAreTakenOverBitForBitUpToTheCut() {
        Stage stage = new Stage(folder).make("a.mp4", source("25", 10), CAMERA);
        Path target = folder.resolve("out.mp4");
        RenderReport report = stage.render(hd(segment("a.mp4", 0, 96, 7), segment("a.mp4", 96, 110, 131)), target);
        // 20 to 100 of the first: 101 and 102 need 103, which is cut off. 140 to 240 of the second, all to the cut.
        assertThat(report.copied()).isEqualTo(81 + 101);
        assertThat(report.frames()).isEqualTo(206);
        List<String> filmed = pictures(folder.resolve("a.mp4"));
        List<String> made = pictures(target);
        assertThat(made).hasSize(206).doesNotHaveDuplicates();
        assertThat(made.subList(13, 94)).isEqualTo(filmed.subList(20, 101));
        assertThat(made.subList(96 + 9, 96 + 110)).isEqualTo(filmed.subList(140, 241));
        assertThat(stamps(target)).isEqualTo(LongStream.range(0, 206).boxed().toList());
    }

    @Test
    void groupThatWasCutOffIsTakenOverAsFarAsNothingIsMissing() {
        Stage stage = new Stage(folder).make("a.mp4", source("25", 8), CAMERA);
        Path cut = folder.resolve("cut.mp4");
        // In the order in which they are decoded: 132 and 130 are the last two, 131 is missing.
        Stage.FFMPEG.run(
                List.of(
                        "-v",
                        "error",
                        "-i",
                        "file:" + folder.resolve("a.mp4"),
                        "-c",
                        "copy",
                        "-frames:v",
                        "132",
                        "" + cut),
                FfmpegJob.unwatched());
        assertThat(rows(cut, 150)).containsExactly(new FrameRange(0, 130));
        Path target = folder.resolve("out.mp4");
        RenderReport report = stage.use("cut.mp4", cut).render(hd(segment("cut.mp4", 0, 123, 7)), target);
        assertThat(report.copied()).isEqualTo(110);
        assertThat(pictures(target).subList(13, 123))
                .isEqualTo(pictures(folder.resolve("a.mp4")).subList(20, 130));
    }

    @Test
    void everyParameterSetIsNamedBeforeTheFirstPicture() {
        Stage stage = new Stage(folder).make("a.mp4", source("25", 4), CAMERA);
        Path target = folder.resolve("out.mp4");
        stage.render(hd(segment("a.mp4", 0, 75, 7)), target);
        AvcParameters filmed = parameters(folder.resolve("a.mp4"));
        AvcParameters made = parameters(target);
        assertThat(made.sequences()).hasSize(2).containsAll(filmed.sequences());
        assertThat(made.pictures()).hasSize(2).containsAll(filmed.pictures());
        assertThat(filmed.freeNumber()).isEqualTo(1);
        assertThat(made.freeNumber()).isEqualTo(2);
    }

    @Test
    void exportIsCutAgainWithoutLosingAnything() {
        Stage stage = new Stage(folder).make("a.mp4", source("25", 8), CAMERA);
        Path once = folder.resolve("once.mp4");
        stage.render(hd(segment("a.mp4", 0, 193, 7)), once);
        Path twice = folder.resolve("twice.mp4");
        RenderReport report = stage.use("once.mp4", once).render(hd(segment("once.mp4", 0, 185, 3)), twice);
        assertThat(report.copied()).isPositive();
        List<String> first = pictures(once);
        assertThat(first.subList(13, 173))
                .isEqualTo(pictures(folder.resolve("a.mp4")).subList(20, 180));
        assertThat(pictures(twice)).hasSize(185).containsAll(first.subList(13, 173));
    }

    @ParameterizedTest
    @CsvSource({
        "fits.mp4, 50, 25,    1280:720, -g 20",
        "fits.mov, 50, 25,    1280:720, -g 20",
        "other.mkv, 0, 25,    1280:720, -g 20",
        "rate.mp4, 0, 30,    1280:720, -g 20",
        "size.mp4, 0, 25,    1920:1080, -g 20",
        "open.mp4, 19, 25,    1280:720, -g 20 -bf 2 -x264-params open-gop=1",
        "coloured.mp4, 0, 25,   1280:720, -g 20 -pix_fmt yuv444p",
        "turned.mp4, 0, 25,    1280:720, -g 20 -vf transpose",
        "mpeg4.mp4, 0, 25,    1280:720, -g 20 -c:v mpeg4",
        "full.mp4, 0, 25,    1280:720, -g 20 -color_range pc",
        "fields.mp4, 0, 25,    1280:720, -g 20 -flags +ildct+ilme -x264-params interlaced=1",
    })
    void onlyWhatTheResultCanHoldIsOffered(String name, long copyable, String rate, String size, String encoding) {
        List<String> how = new ArrayList<>(List.of("-pix_fmt", "yuv420p", "-preset", "ultrafast"));
        how.addAll(List.of(encoding.split(" ")));
        String filmed = "testsrc=s=%s:r=%s:d=2".formatted(size.replace(':', 'x'), rate);
        new Stage(folder).make(name, filmed, how.toArray(String[]::new));
        // Only the first group of open ones needs no other.
        assertThat(rows(folder.resolve(name), 50).stream()
                        .mapToLong(FrameRange::duration)
                        .sum())
                .isEqualTo(copyable);
    }

    private static List<FrameRange> rows(Path file, long out) {
        Source source = Source.of(file, Stage.FFMPEG);
        return GroupReader.read(source, RATE, new CanvasFit(HD, Pixels.OPAQUE), Stage.FFMPEG).stream()
                .flatMap(groups -> groups.rows(0, out).stream())
                .toList();
    }

    @Test
    void framesThatAreFadedTitledOrChangedAreEncoded() {
        MediaSegment faded = segment("a", 0, 100, 0).withFades(10, 20);
        MediaSegment warm = segment("a", 100, 50, 500).with(new Grade(0, 0, 0, 1));
        TextSegment title = new TextSegment("t", 40, 20, "Weekly update", TextStyle.TITLE, 0);
        Timeline timeline = hd(faded, warm)
                .withTracks(List.of(
                        new Track(TrackKind.VIDEO, List.of(faded, warm)), new Track(TrackKind.TEXT, List.of(title))));
        RenderPlan plan = RenderPlan.of(
                timeline,
                take -> take.effects().equals(Effects.NONE) ? List.of(new FrameRange(0, take.length())) : List.of());
        assertThat(plan.stretches())
                .filteredOn(Copied.class::isInstance)
                .containsExactly(new Copied(Piece.Take.plain("a", 10, 30)), new Copied(Piece.Take.plain("a", 60, 20)));
        assertThat(plan.length()).isEqualTo(150);
        assertThat(plan.chunks().get(1).captions().get(0).start()).isZero();
    }

    private static String source(String rate, int seconds) {
        return Stage.NUMBERED.formatted(rate, seconds, "1280:720") + "[out0];sine=440:d=" + seconds + ":r=48000[out1]";
    }

    private static Timeline hd(Segment... segments) {
        return new Timeline("test", RATE, HD, List.of(new Track(TrackKind.VIDEO, List.of(segments))));
    }

    private static MediaSegment segment(String id, long start, long length, long in) {
        return Stage.segment(id, start, length, in);
    }

    private static AvcParameters parameters(Path file) {
        return AvcParameters.of(file, 0, Stage.FFMPEG).orElseThrow();
    }

    private static List<String> pictures(Path file) {
        return Stage.hashes(file);
    }

    private static List<Long> stamps(Path file) {
        return Stage.probe(file, "-select_streams", "v", "-show_entries", "frame=pts").stream()
                .map(line -> Long.parseLong(line.split(",", -1)[0])
                        / VideoClock.of(RATE).ticks())
                .toList();
    }
}
