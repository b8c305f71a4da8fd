package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.ExportFormat;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.Look;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

/** A small piece of the project's talk clip with nothing behind the person. */
class TransparencyTest {
    private static final Path TALK = Path.of("tests-fixtures/media/talk.mp4");
    private static final Path ALPHA = Path.of("tests-fixtures/media/talk_alpha.mkv");
    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int FRAMES = 9;

    @TempDir
    Path folder;

    private Stage stage;
    private final MediaSegment person =
            MediaSegment.of("s", 0, FRAMES, "talk", "talk", 0).with(new Backdrop.Transparent());

    @BeforeEach
    void film() {
        Path file = folder.resolve("talk.mp4");
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-i", TALK.toString(), "-t", "1"));
        arguments.addAll(List.of("-vf", "scale=320:180", "-c:a", "copy", file.toString()));
        Stage.FFMPEG.run(arguments, FfmpegJob.unwatched());
        stage = new Stage(folder).use("talk", file);
    }

    @ParameterizedTest
    @CsvSource({"WEBM, libvpx-vp9, vp9, opus", "MOV, prores, prores, aac"})
    void alphaIsThePersonsAndWhatWasFilmedBehindIsGone(
            ExportFormat format, String decoder, String picture, String sound) throws IOException {
        Path made = rendered(Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(person))), format);
        assertThat(Stage.probe(made, "-show_entries", "stream=codec_name")).containsExactly(picture, sound);
        if (format == ExportFormat.WEBM)
            assertThat(Stage.probe(made, "-select_streams", "v", "-show_entries", "stream_tags=alpha_mode"))
                    .containsExactly("1");
        byte[] alpha = alpha(made, decoder);
        byte[] exact = gray("-i", ALPHA.toString(), "-vf", "scale=320:180:flags=area");
        assertThat(alpha).hasSize(FRAMES * WIDTH * HEIGHT);
        assertThat(difference(alpha, exact)).isLessThan(4);
        byte[] seen = gray("-c:v", decoder, "-i", made.toString(), "-vf", "format=yuva444p,extractplanes=y");
        for (int i = 0; i < seen.length; i++) {
            boolean corner = i % WIDTH < 30 && i / WIDTH % HEIGHT < 30;
            if (corner) assertThat(seen[i] & 0xFF).isLessThan(24);
        }
    }

    @Test
    void pictureOfEachFrameHasItsAlpha() throws IOException {
        Path made = rendered(Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(person))), ExportFormat.ZIP);
        try (ZipFile archive = new ZipFile(made.toFile())) {
            assertThat(archive.size()).isEqualTo(FRAMES);
            BufferedImage last = ImageIO.read(archive.getInputStream(archive.getEntry("frame_000009.png")));
            assertThat(last.getWidth()).isEqualTo(WIDTH);
            assertThat(last.getRGB(4, 4)).as("nothing is kept behind").isZero();
            assertThat(last.getRGB(WIDTH / 2, HEIGHT - 20) >>> 24).isEqualTo(255);
        }
    }

    /** What is shown of a frame must not stay behind the next. */
    @Test
    void animationIsSeenThroughAroundThePersonInEveryFrame() throws IOException {
        Path made = rendered(Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(person))), ExportFormat.GIF);
        String size = Stage.probe(made, "-show_entries", "stream=width,height").get(0);
        byte[] alpha = gray("-i", made.toString(), "-vf", "format=rgba,alphaextract,scale=320:180:flags=area");
        byte[] exact = gray("-i", ALPHA.toString(), "-vf", "scale=320:180:flags=area");
        int frames = alpha.length / (WIDTH * HEIGHT);
        assertThat(frames).as(size).isGreaterThanOrEqualTo(FRAMES / 3);
        for (int frame = 0; frame < frames; frame++) {
            int start = frame * WIDTH * HEIGHT;
            int filmed = Math.min(2 * FRAMES - 1, frame * FRAMES / frames) * WIDTH * HEIGHT;
            long sum = 0;
            for (int i = 0; i < WIDTH * HEIGHT; i++)
                sum += Math.abs((alpha[start + i] & 0xFF) - (exact[filmed + i] & 0xFF));
            assertThat((double) sum / (WIDTH * HEIGHT)).as("frame %s", frame).isLessThan(7);
        }
    }

    @Test
    void looksColourThePersonInEachPictureAndLeaveTheRestSeenThrough() throws IOException {
        MediaSegment grey = person.with(new Look(Look.Style.BLACK_AND_WHITE, 1));
        Path made = rendered(Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(grey))), ExportFormat.ZIP);
        try (ZipFile archive = new ZipFile(made.toFile())) {
            assertThat(archive.size()).isEqualTo(FRAMES);
            BufferedImage picture = ImageIO.read(archive.getInputStream(archive.getEntry("frame_000003.png")));
            assertThat(picture.getRGB(4, 4) >>> 24).isZero();
            int chest = picture.getRGB(WIDTH / 2, HEIGHT - 20);
            assertThat(chest >>> 24).isEqualTo(255);
            int face = picture.getRGB(WIDTH / 2, HEIGHT / 3);
            assertThat((face >> 16 & 255) - (face & 255)).as("no colour").isBetween(-6, 6);
        }
    }

    @Test
    void titlesTransitionsAndColoursKeepWhatIsSeenThrough() throws IOException {
        MediaSegment warm = person.with(new Grade(0, 0, 0, 0.5));
        MediaSegment next = MediaSegment.of("n", FRAMES, FRAMES, "talk", "talk", 14)
                .with(new Backdrop.Transparent())
                .withTransition(new Transition(Transition.Kind.CROSSFADE, 4));
        Timeline timeline = Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(warm, next)))
                .withText("HELLO", 0, 2 * FRAMES, TextStyle.TITLE, 0);
        byte[] alpha = alpha(rendered(timeline, ExportFormat.WEBM), "libvpx-vp9");
        assertThat(alpha).hasSize(2 * FRAMES * WIDTH * HEIGHT);
        for (int frame = 0; frame < 2 * FRAMES; frame++) {
            int start = frame * WIDTH * HEIGHT;
            assertThat(alpha[start + 5 * WIDTH + 5] & 0xFF).isLessThan(16);
            assertThat(alpha[start + (HEIGHT - 20) * WIDTH + WIDTH / 2] & 0xFF).isGreaterThan(235);
        }
    }

    @Test
    void anotherShapeIsSeenThroughAtItsSides() throws IOException {
        Timeline upright = Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(person)))
                .withCanvas(new Resolution(180, 320));
        byte[] alpha = alpha(rendered(upright, ExportFormat.WEBM), "libvpx-vp9");
        assertThat(alpha[10 * 180 + 90] & 0xFF).isLessThan(16);
        assertThat(alpha[200 * 180 + 90] & 0xFF).isGreaterThan(235);
    }

    @Test
    void whatCannotBeSeenThroughIsBlackBehindThePerson() {
        Path made = rendered(Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(person))), ExportFormat.MP4);
        assertThat(Stage.frames(made, 32, 18)).allMatch(frame -> (frame[0] & 0xFF) < 8);
    }

    private Path rendered(Timeline timeline, ExportFormat format) {
        Path target = folder.resolve("out." + format.word());
        stage.render(timeline.withOutput(new Output(format, Output.Codec.H264, 0)), target);
        return target;
    }

    private static byte[] alpha(Path file, String decoder) throws IOException {
        return gray("-c:v", decoder, "-i", file.toString(), "-vf", "alphaextract");
    }

    private static byte[] gray(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-v", "error"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-an", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"));
        try (FfmpegProcess process = Stage.FFMPEG.start(command)) {
            byte[] bytes = process.output().readNBytes(2 * FRAMES * WIDTH * HEIGHT);
            if (bytes.length < 2 * FRAMES * WIDTH * HEIGHT) process.finish();
            return bytes;
        }
    }

    private static double difference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
        return (double) sum / one.length;
    }
}
