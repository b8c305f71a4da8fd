package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static reelskill.studio.render.Stage.RATE;
import static reelskill.studio.render.Stage.segment;
import static reelskill.studio.render.Stage.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.render.RenderException.Reason;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

class SafetyTest {
    @TempDir
    static Path footage;

    private static Path film;

    @TempDir
    Path folder;

    @BeforeAll
    static void filmFor42Seconds() {
        new Stage(footage).numbered("a.mp4", RATE, 42);
        film = footage.resolve("a.mp4");
    }

    @Test
    void renderThatWasStoppedGoesOnWithTheChunksItHad() {
        Stage stage = new Stage(folder).numbered("a.mp4", RATE, 42, "-c:v", "mpeg4", "-q:v", "2");
        Path target = folder.resolve("out.mp4");
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() ->
                        stage.render(long42s(), target, share -> cancelAt(0.6, share, cancellation), cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(stage.files()).containsExactly("a.mp4", "work");
        RenderReport second = stage.render(long42s(), target);
        assertThat(second.chunks()).isEqualTo(2);
        // The second chunk may have been finished too by the time the cancellation was heard.
        assertThat(second.reused()).isPositive();
        assertThat(Stage.numbers(target)).hasSize(1000).startsWith(10).endsWith(1009);
    }

    @Test
    void chunksMadeInOneRunAreFoundApartAndWithGapsBetween() throws IOException {
        Stage stage = new Stage(Files.createDirectory(folder.resolve("100%d %%")))
                .numbered("a.mp4", RATE, 45, "-c:v", "mpeg4", "-q:v", "2");
        Path target = folder.resolve("out.mp4");
        stage.render(timeline(RATE, track(500, 500)), target);
        RenderReport around = stage.render(timeline(RATE, track(10, 1110)), target);
        assertThat(around.chunks()).isEqualTo(3);
        assertThat(around.reused()).isEqualTo(1);
        assertThat(Stage.numbers(target))
                .isEqualTo(IntStream.range(10, 1120)
                        .map(frame -> frame % 1024)
                        .boxed()
                        .toList());
        assertThat(stage.chunks().toFile().list()).hasSize(3);
        assertThat(stage.render(timeline(RATE, track(10, 490)), target).reused())
                .isEqualTo(1);
        assertThat(Stage.numbers(target))
                .isEqualTo(IntStream.range(10, 500).boxed().toList());
    }

    @Test
    void secondRenderMakesNothingAgain() throws IOException {
        Stage stage = new Stage(folder).use("a.mp4", film);
        stage.render(long42s(), folder.resolve("one.mp4"));
        RenderReport second = stage.render(long42s(), folder.resolve("two.mp4"));
        assertThat(second.reused()).isEqualTo(second.chunks());
        assertThat(folder.resolve("two.mp4")).hasSameBinaryContentAs(folder.resolve("one.mp4"));
    }

    @Test
    void otherMediaUnderTheSameNameIsRenderedAnew() {
        Stage stage = new Stage(folder).numbered("a.mp4", RATE, 2);
        stage.rendered(RATE, segment("a.mp4", 0, 10, 0));
        stage.make("a.mp4", "color=white:s=320x180:r=25:d=2");
        assertThat(Stage.luma(stage.rendered(RATE, segment("a.mp4", 0, 10, 0)))).allMatch(luma -> luma > 250);
    }

    @Test
    void cancelledRenderLeavesTheOldFileAndNothingElse() throws IOException {
        Stage stage = new Stage(folder).use("a.mp4", film);
        Path target = Files.writeString(folder.resolve("out.mp4"), "old");
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() ->
                        stage.render(long42s(), target, share -> cancelAt(0.95, share, cancellation), cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(target).hasContent("old");
        assertThat(stage.files()).containsExactly("out.mp4", "work");
        assertThat(stage.chunks().toFile().list()).allMatch(name -> !name.contains("part"));
    }

    @Test
    void progressRisesFromZeroToOne() {
        Stage stage = new Stage(folder).use("a.mp4", film);
        List<Double> shares = new ArrayList<>();
        // More pieces than one run of ffmpeg makes.
        List<Segment> pieces = IntStream.range(0, 170)
                .<Segment>mapToObj(i -> segment("a.mp4", 3 * i, 3, 6 * i))
                .toList();
        Timeline timeline = timeline(RATE, new Track(TrackKind.VIDEO, pieces));
        stage.render(timeline, folder.resolve("out.mp4"), shares::add, new Cancellation());
        assertThat(shares)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(3)
                .last()
                .isEqualTo(1.0);
    }

    @Test
    void targetThatCannotBeWrittenIsSaidBeforeAnyWork() throws IOException {
        Stage stage = new Stage(folder).use("a.mp4", film);
        Files.writeString(folder.resolve("file"), "");
        for (String bad : List.of("missing/out.mp4", "file/out.mp4", "work-as-folder")) {
            if (bad.endsWith("folder")) Files.createDirectory(folder.resolve(bad));
            RenderException refused =
                    catchThrowableOfType(RenderException.class, () -> stage.render(long42s(), folder.resolve(bad)));
            assertThat(refused.reason()).as(bad).isEqualTo(Reason.TARGET_NOT_WRITABLE);
            assertThat(refused.sentence(Language.CHINESE)).contains("文件夹");
        }
        assertThat(stage.chunks()).doesNotExist();
    }

    @Test
    void fullDiskKeepsTheOldFile() throws IOException {
        Stage stage = new Stage(folder).numbered("a.mp4", RATE, 4);
        Path target = Files.writeString(folder.resolve("out.mp4"), "old");
        RenderException full = catchThrowableOfType(
                RenderException.class, () -> stage.onAFullDisk().render(timeline(RATE, track(0, 50)), target));
        assertThat(full.reason()).isEqualTo(Reason.DISK_FULL);
        assertThat(target).hasContent("old");
        assertThat(stage.files()).noneMatch(name -> name.contains("part"));
    }

    @Test
    void emptyTimelineAndLostMediaAreSaid() {
        Stage stage = new Stage(folder);
        assertThatThrownBy(() -> stage.rendered(timeline(RATE)))
                .isInstanceOfSatisfying(
                        RenderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
        stage.use("a.mp4", folder.resolve("gone.mp4"));
        assertThatThrownBy(() -> stage.rendered(timeline(RATE, track(0, 50))))
                .isInstanceOfSatisfying(
                        RenderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MEDIA_MISSING));
    }

    private static void cancelAt(double limit, double share, Cancellation cancellation) {
        if (share >= limit) cancellation.cancel();
    }

    private static Timeline long42s() {
        return timeline(RATE, track(10, 1000));
    }

    private static Track track(long in, long duration) {
        return new Track(TrackKind.VIDEO, List.of(segment("a.mp4", 0, duration, in)));
    }
}
