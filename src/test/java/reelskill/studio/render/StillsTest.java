package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reelskill.studio.render.Stage.RATE;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.ExportFormat;
import reelskill.media.MediaFormat;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Output.Codec;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

class StillsTest {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void filmTwoScenes() {
        stage = new Stage(folder)
                .make("a.mov", "testsrc2=s=320x180:r=25:d=3")
                .make("b.mov", "mandelbrot=s=320x180:r=25:end_pts=100,trim=duration=3");
    }

    @Test
    void pictureIsTheFrameThatTheFilmHasThere() throws IOException {
        Path film = rendered(new Output(ExportFormat.ZIP, Codec.H264, 0));
        // Within a clip, in the crossfade, and the last; beyond the end it is the last too.
        for (long frame : List.of(0L, 12L, 28L, 59L, 500L)) {
            BufferedImage still = ImageIO.read(still(ExportFormat.PNG, frame).toFile());
            assertThat(still.getWidth()).isEqualTo(320);
            assertThat(difference(still, frameOf(film, Math.min(frame, 59))))
                    .as("frame " + frame)
                    .isLessThan(1.5);
            if (frame < 59)
                assertThat(difference(still, frameOf(film, frame + 1))).isGreaterThan(1.5);
        }
    }

    @Test
    void jpegHasTheColoursOfTheFilm() throws IOException {
        Path jpeg = still(ExportFormat.JPG, 12);
        assertThat(MediaFormat.sniff(jpeg)).contains(MediaFormat.JPG);
        BufferedImage png = ImageIO.read(still(ExportFormat.PNG, 12).toFile());
        assertThat(difference(ImageIO.read(jpeg.toFile()), png)).isCloseTo(0, within(4.0));
    }

    @Test
    void jpegIsMadeAsSmallAsAllowedOrRefused() throws IOException {
        assertThat(Files.size(still(ExportFormat.JPG, 12))).isGreaterThan(12_000);
        Path small = rendered(new Output(ExportFormat.JPG, Codec.H264, 12_000, 12));
        assertThat(Files.size(small)).isLessThanOrEqualTo(12_000);
        assertThatThrownBy(() -> rendered(new Output(ExportFormat.JPG, Codec.H264, 900, 12)))
                .isInstanceOfSatisfying(RenderException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(RenderException.Reason.TOO_SMALL));
    }

    private Path still(ExportFormat format, long frame) {
        return rendered(new Output(format, Codec.H264, 0, frame));
    }

    private Path rendered(Output output) {
        Path target = folder.resolve("out." + output.format().word());
        stage.render(timeline().withOutput(output), target);
        return target;
    }

    private static Timeline timeline() {
        MediaSegment blended =
                Stage.segment("b.mov", 30, 30, 14).withTransition(new Transition(Transition.Kind.CROSSFADE, 10));
        MediaSegment[] clips = {Stage.segment("a.mov", 0, 30, 10), blended};
        TextSegment title = new TextSegment("t", 8, 20, "Hello", TextStyle.TITLE, 5);
        return Stage.timeline(
                RATE, new Track(TrackKind.VIDEO, List.of(clips)), new Track(TrackKind.TEXT, List.of(title)));
    }

    private static BufferedImage frameOf(Path zip, long frame) throws IOException {
        try (ZipFile pictures = new ZipFile(zip.toFile());
                var in = pictures.getInputStream(pictures.getEntry(String.format("frame_%06d.png", frame + 1)))) {
            return ImageIO.read(in);
        }
    }

    /** Returns how far the green of two pictures lies apart on average, of 255. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++)
            for (int x = 0; x < one.getWidth(); x++)
                sum += Math.abs((one.getRGB(x, y) >> 8 & 255) - (other.getRGB(x, y) >> 8 & 255));
        return (double) sum / one.getWidth() / one.getHeight();
    }
}
