package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reelskill.studio.render.Stage.RATE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reelskill.media.ExportFormat;
import reelskill.media.MediaFormat;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Output.Codec;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

class FormatsTest {
    private static final double SECONDS = 2.4;

    @TempDir
    static Path footage;

    private static Stage stage;

    @TempDir
    Path folder;

    @BeforeAll
    static void filmTwoScenes() {
        stage = new Stage(footage)
                .make("a.mov", "testsrc2=s=320x180:r=25:d=4[out0];sine=440:d=4:r=48000[out1]")
                .make(
                        "b.mov",
                        "mandelbrot=s=320x180:r=25:end_pts=100,trim=duration=4[out0];sine=880:d=4:r=48000[out1]");
    }

    @ParameterizedTest
    @CsvSource({
        "MP4,  H264, h264, aac",
        "MP4,  H265, hevc, aac",
        "MOV,  H264, h264, aac",
        "WEBM, H264, vp9,  opus",
    })
    void videoHasEveryFrameAndItsSound(ExportFormat format, Codec codec, String picture, String sound) {
        Path made = rendered(new Output(format, codec, 0));
        assertThat(Stage.probe(made, "-show_entries", "stream=codec_name")).containsExactly(picture, sound);
        MadeFile holds = MadeFile.read(made, Stage.FFMPEG);
        assertThat(holds.frames()).isEqualTo(60);
        assertThat(holds.pictureSeconds()).isEqualTo(SECONDS, within(0.002));
        assertThat(holds.soundSeconds()).isEqualTo(SECONDS, within(0.027));
    }

    @ParameterizedTest
    @CsvSource({"MP3, mp3", "M4A, aac", "WAV, pcm_s16le"})
    void soundAloneHasTheLengthOfTheTimeline(ExportFormat format, String codec) {
        Path made = rendered(new Output(format, Codec.H264, 0));
        assertThat(Stage.probe(made, "-show_entries", "stream=codec_name")).containsExactly(codec);
        assertThat(MadeFile.read(made, Stage.FFMPEG).soundSeconds()).isEqualTo(SECONDS, within(0.08));
    }

    @Test
    void gifPlaysTwelveFramesASecondForEver() throws Exception {
        Path made = rendered(new Output(ExportFormat.GIF, Codec.H264, 0));
        assertThat(Stage.probe(
                        made, "-show_entries", "stream=codec_name,width,height,nb_read_packets", "-count_packets"))
                .containsExactly("gif,320,180,29");
        assertThat(new String(Files.readAllBytes(made), StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
    }

    @Test
    void gifIsAsLargeAsItWasAskedFor() {
        Output gif = new Output(ExportFormat.GIF, Codec.H264, 0);
        Resolution large = new Resolution(640, 360);
        assertThat(size(rendered(gif, large))).containsExactly("480,270");
        assertThat(size(rendered(gif.inFull(), large))).containsExactly("640,360");
    }

    private static List<String> size(Path made) {
        return Stage.probe(made, "-show_entries", "stream=width,height");
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"MP4", "MOV", "WEBM", "GIF", "PNG", "JPG", "MP3", "M4A", "WAV"})
    void fileIsWhatItsNameSays(ExportFormat format) throws Exception {
        assertThat(MediaFormat.sniff(rendered(Output.DEFAULT.with(format))))
                .hasValueSatisfying(sniffed -> assertThat(sniffed.name()).isEqualTo(format.name()));
    }

    @ParameterizedTest
    @CsvSource({"MP4, H264, 90000", "MP4, H265, 90000", "WEBM, H264, 90000", "GIF, H264, 500000", "MP3, H264, 20000"})
    void fileIsNeverLargerThanAllowed(ExportFormat format, Codec codec, long most) throws Exception {
        Path free = rendered(new Output(format, codec, 0));
        assertThat(Files.size(free)).as("has to be made smaller").isGreaterThan(most);
        assertThat(Files.size(rendered(new Output(format, codec, most)))).isBetween(most / 3, most);
    }

    @Test
    void limitIsNoSizeToReach() throws Exception {
        assertThat(Files.size(rendered(new Output(ExportFormat.MP4, Codec.H264, 25_000_000))))
                .isLessThan(250_000);
    }

    @Test
    void whatCannotBeMadeThatSmallIsRefusedAndLeavesNothing() throws Exception {
        assertThatThrownBy(() -> rendered(new Output(ExportFormat.MP4, Codec.H264, 4000)))
                .isInstanceOfSatisfying(RenderException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(RenderException.Reason.TOO_SMALL));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("part"));
        }
    }

    @Test
    void soundOfASilentTimelineIsRefused() {
        Stage silent = new Stage(folder).make("mute.mp4", "color=red:s=320x180:r=25:d=2");
        var timeline = Stage.timeline(RATE, video(Stage.segment("mute.mp4", 0, 20, 0)));
        assertThatThrownBy(() -> silent.render(
                        timeline.withOutput(Output.DEFAULT.with(ExportFormat.MP3)), folder.resolve("x.mp3")))
                .isInstanceOfSatisfying(RenderException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(RenderException.Reason.NO_SOUND));
    }

    private Path rendered(Output output) {
        return rendered(output, timeline().canvas());
    }

    private Path rendered(Output output, Resolution canvas) {
        Path target = folder.resolve("out." + output.format().word());
        stage.render(timeline().withCanvas(canvas).withOutput(output), target);
        return target;
    }

    private static Timeline timeline() {
        return Stage.timeline(RATE, video(Stage.segment("a.mov", 0, 30, 10), Stage.segment("b.mov", 30, 30, 0)));
    }

    private static Track video(MediaSegment... segments) {
        return new Track(TrackKind.VIDEO, List.of(segments));
    }
}
