package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.handoff.Handoff;
import reelskill.studio.handoff.Materials;
import reelskill.studio.handoff.Omissions;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

/** Another editor opens what we hand off and shows the same. Runs where melt is installed. */
@EnabledIf("meltIsInstalled")
class MeltTest {
    private static final double SAME = 0.95;

    @TempDir
    Path folder;

    static boolean meltIsInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, "melt")));
    }

    @Test
    void meltRendersCutsCrossfadesAndTitlesAsWeDo() throws Exception {
        Stage stage = new Stage(folder)
                .make(
                        "a.mov",
                        "mandelbrot=s=320x180:r=25:start_scale=2,trim=duration=6[out0];sine=440:d=6:r=48000[out1]")
                .make("b.mov", "testsrc=s=320x180:r=25:d=6[out0];sine=880:d=6:r=48000[out1]");
        MediaSegment first = Stage.segment("a.mov", 0, 40, 10);
        MediaSegment second = MediaSegment.of("b", 40, 50, "b.mov", "b", 20)
                .withTransition(new Transition(Transition.Kind.CROSSFADE, 20));
        MediaSegment third = Stage.segment("a.mov", 90, 30, 90);
        TextSegment title = new TextSegment("t", 60, 45, "Weekly update", TextStyle.TITLE, 8);
        Timeline timeline = Stage.timeline(
                RATE,
                new Track(TrackKind.VIDEO, List.of(first, second, third)),
                new Track(TrackKind.TEXT, List.of(title)));
        Path ours = stage.rendered(timeline);
        Path theirs = melted(timeline);
        assertThat(MadeFile.read(theirs, Stage.FFMPEG).frames()).isEqualTo(120);
        List<Double> likeness = likeness(ours, theirs);
        assertThat(likeness).hasSize(120);
        for (int i = 0; i < 10; i++)
            assertThat(likeness.get(6 + 12 * i)).as("frame " + (6 + 12 * i)).isGreaterThan(SAME);
    }

    @Test
    void meltShowsInsetsAndPanelsWhereWeDo() throws Exception {
        Stage stage = new Stage(folder)
                .make("a.mov", "testsrc2=s=320x180:r=25:d=6,gblur=sigma=4[out0];sine=440:d=6:r=48000[out1]")
                .make("b.mov", "testsrc=s=320x180:r=25:d=6,gblur=sigma=4[out0];sine=880:d=6:r=48000[out1]");
        MediaSegment story = Stage.segment("a.mov", 0, 20, 10).withFades(8, 0);
        MediaSegment left = Stage.segment("a.mov", 20, 20, 30).with(new Placement.Panel(new Box(0, 0, 0.5, 1)));
        MediaSegment right = Stage.segment("b.mov", 20, 20, 0).with(new Placement.Panel(new Box(0.5, 0, 0.5, 1)));
        MediaSegment small =
                Stage.segment("b.mov", 5, 10, 0).with(new Placement.Inset(1, 0, 0.4, 1, Placement.Outline.NONE));
        Timeline timeline = Stage.timeline(
                RATE,
                new Track(TrackKind.VIDEO, List.of(story, left)),
                new Track(TrackKind.VIDEO, List.of(small, right)));
        List<Double> likeness = likeness(stage.rendered(timeline), melted(timeline));
        assertThat(likeness).hasSize(40);
        for (int frame : new int[] {2, 8, 12, 18, 22, 30, 38})
            assertThat(likeness.get(frame)).as("frame " + frame).isGreaterThan(SAME);
    }

    @Test
    void meltPlaysFastSlowBackwardsAndFrozenClipsAsWeDo() throws Exception {
        Stage stage = new Stage(folder)
                .make(
                        "a.mov",
                        "mandelbrot=s=320x180:r=25:start_scale=2,trim=duration=6[out0];sine=440:d=6:r=48000[out1]");
        Timeline timeline = Stage.timeline(
                RATE,
                new Track(
                        TrackKind.VIDEO,
                        List.of(
                                Stage.segment("a.mov", 0, 20, 10).withPace(new Pace.Speed(2)),
                                Stage.segment("a.mov", 20, 20, 60).withPace(new Pace.Speed(0.5)),
                                Stage.segment("a.mov", 40, 20, 5).withPace(new Pace.Backwards(1, 120)),
                                Stage.segment("a.mov", 60, 10, 250).withPace(new Pace.Freeze(70)),
                                Stage.segment("a.mov", 70, 10, 0))));
        Path theirs = melted(timeline);
        assertThat(MadeFile.read(theirs, Stage.FFMPEG).frames()).isEqualTo(80);
        List<Double> likeness = likeness(stage.rendered(timeline), theirs);
        for (int frame : new int[] {1, 10, 18, 22, 31, 38, 41, 50, 58, 62, 68, 75})
            assertThat(likeness.get(frame)).as("frame " + frame).isGreaterThan(SAME);
    }

    @Test
    void meltShowsStillPicturesWhereverTheyBegin() throws Exception {
        Stage stage = new Stage(folder)
                .make("a.mov", "testsrc=s=320x180:r=25:d=6[out0];sine=440:d=6:r=48000[out1]")
                .make("p.png", "testsrc2=s=320x180", "-frames:v", "1");
        MediaSegment card = MediaSegment.of("p", 20, 20, "p.png", "■ black.png", 250)
                .asCard(true)
                .with(Fitting.of(Fitting.How.FILL));
        Timeline timeline = Stage.timeline(
                RATE,
                new Track(
                        TrackKind.VIDEO,
                        List.of(Stage.segment("a.mov", 0, 20, 10), card, Stage.segment("a.mov", 40, 20, 60))));
        assertThat(Omissions.of(timeline, ExportFormat.MLT, Language.ENGLISH)).isEmpty();
        List<Double> likeness = likeness(stage.rendered(timeline), melted(timeline));
        for (int frame : new int[] {5, 18, 21, 30, 38, 42, 55})
            assertThat(likeness.get(frame)).as("frame " + frame).isGreaterThan(SAME);
    }

    private Path melted(Timeline timeline) throws Exception {
        Path project = folder.resolve("project.mlt");
        Files.writeString(project, Handoff.document(timeline, ExportFormat.MLT, new Media(folder, timeline.canvas())));
        Path target = folder.resolve("melt.mp4");
        ProcessBuilder melt = new ProcessBuilder(
                "melt",
                project.toString(),
                "-consumer",
                "avformat:" + target,
                "real_time=-1",
                "vcodec=libx264",
                "crf=12",
                "acodec=aac");
        melt.environment().put("QT_QPA_PLATFORM", "offscreen");
        Process process = melt.redirectErrorStream(true)
                .redirectOutput(folder.resolve("melt.log").toFile())
                .start();
        int status = process.waitFor();
        assertThat(status).as(Files.readString(folder.resolve("melt.log"))).isZero();
        return target;
    }

    /** Returns how alike each two frames are, from 0 to 1. */
    private List<Double> likeness(Path ours, Path theirs) throws Exception {
        Path log = folder.resolve("ssim.txt");
        String graph = "[0:v]settb=1/25,setpts=N[x];[1:v]settb=1/25,setpts=N[y];[x][y]ssim=stats_file=" + log;
        List<String> command = List.of(
                "-v",
                "error",
                "-i",
                ours.toString(),
                "-i",
                theirs.toString(),
                "-filter_complex",
                graph,
                "-f",
                "null",
                "-");
        try (FfmpegProcess process = Stage.FFMPEG.start(command)) {
            process.finish();
        }
        List<Double> likeness = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            likeness.add(Double.parseDouble(line.replaceFirst(".* All:([0-9.]+).*", "$1")));
        }
        return likeness;
    }

    private record Media(Path folder, Resolution canvas) implements Materials {
        @Override
        public Path file(String mediaId) {
            return folder.resolve(mediaId);
        }

        @Override
        public MediaFacts facts(String mediaId) {
            return new MediaFacts(
                    mediaId.endsWith(".png") ? MediaFacts.Kind.IMAGE : MediaFacts.Kind.VIDEO,
                    Duration.ofSeconds(6),
                    Optional.of(new MediaFacts.Video("h264", canvas, RATE, false, 0, "yuv420p", false)),
                    Optional.of(new MediaFacts.Audio("pcm_s16le", 48_000, 1)));
        }

        @Override
        public Path picture(TextSegment text) {
            return new TitlePictures(folder.resolve("titles"), canvas).of(text);
        }
    }
}
