package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.segment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

@Tag("shared-media")
class SharedMediaRenderTest {
    private static final FrameRate RATE = new FrameRate(30, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exo_desks.3gp",
                "exo_h265_with_metadata_track.mp4",
                "exo_hdr10-video-with-sdr-container.mp4",
                "exo_portrait_4k60.mp4",
                "exo_sample.avi",
                "exo_sample_fragmented.mp4",
                "exo_ssa.mkv",
                "exo_vp9_10bit.webm",
                "odd_attachment.mkv",
                "odd_delayed_start.mp4",
                "odd_embedded_cover.mp4",
                "odd_no_duration.webm",
                "odd_sar2by3.mp4",
                "odd_yuv422p.mp4",
                "audio_51_blits_ebu.mp4",
                "speech_jfk.wav"
            })
    void realMediaBecomesTheFramesAskedFor(String name) {
        Stage stage = new Stage(folder).use(name, shared(name));
        boolean picture = !name.endsWith(".wav");
        MediaSegment[] cuts = {segment(name, 0, 7, 0), segment(name, 7, 5, 40)};
        Path file = picture
                ? stage.rendered(RATE, cuts)
                : stage.rendered(Stage.timeline(RATE, new Track(TrackKind.AUDIO, List.of(cuts))));
        List<Integer> luma = Stage.luma(file);
        assertThat(luma).hasSize(12);
        if (picture && !name.endsWith(".avi"))
            assertThat(luma.get(6)).as("the avi begins black").isPositive();
    }

    @Test
    void keptMomentsOfATalkLookLikeTheSource() {
        String name = "speech_autoeditor_example.mp4";
        Stage stage = new Stage(folder).use(name, shared(name));
        MediaSegment[] cuts = IntStream.range(0, 12)
                .mapToObj(i -> segment(name, i * 15L, 15, 10 + i * 100L))
                .toArray(MediaSegment[]::new);
        Track video = new Track(TrackKind.VIDEO, List.of(cuts));
        Timeline talk = new Timeline(name, RATE, new Resolution(1280, 720), List.of(video));
        List<byte[]> made = Stage.frames(stage.rendered(talk), 64, 36);
        List<byte[]> source = Stage.frames(shared(name), 64, 36);
        for (MediaSegment cut : cuts) {
            for (int offset : new int[] {0, 14}) {
                byte[] kept = made.get((int) cut.start() + offset);
                assertThat(difference(kept, source.get((int) cut.in() + offset)))
                        .isLessThan(2);
            }
        }
    }

    private static double difference(byte[] one, byte[] other) {
        return IntStream.range(0, one.length)
                .mapToLong(i -> Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)))
                .average()
                .orElseThrow();
    }

    private static Path shared(String name) {
        return Path.of(System.getProperty("shared.media", "../shared/media")).resolve(name);
    }
}
