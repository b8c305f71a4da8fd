package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.FfmpegJob;

class SoundCacheTest {
    private static final String BEEP = "aevalsrc='0.5*sin(2*PI*1000*t)*gte(t,0.5)*lt(t,0.6)':s=48000:d=1";

    @TempDir
    Path folder;

    private SoundCache cache;

    @BeforeEach
    void openCache() {
        cache = new SoundCache(SharedMedia.FFMPEG, folder.resolve("cache"));
    }

    @Test
    void monoSoundsAsLoudOnBothSides() {
        Path media = make("mono.wav", "-f", "lavfi", "-i", "sine=frequency=1000:d=1,volume=4", "-ac", "1");
        assertThat(peak(media, 0.2, 0.8)).containsOnly(0.5f, 0.5f);
    }

    @Test
    void surroundIsMixedDownWithoutClipping() {
        String tone = "sin(2*PI*440*t)";
        String all = String.join("|", tone, tone, tone, tone, tone, tone);
        Path media = make("51.wav", "-f", "lavfi", "-i", "aevalsrc='" + all + "':c=5.1:d=1");
        assertThat(peak(media, 0, 1)[0]).isBetween(0.9f, 1f);
    }

    /** The picture begins at the offset in the file, the beep at 0.5 s of the sound. */
    @ParameterizedTest
    @CsvSource({
        "mp4, 0.3, 0.2",
        "mkv, 0.3, 0.2",
        "mp4, -0.4, 0.9",
        "mkv, -0.4, 0.9",
    })
    void frameZeroIsThePicturesFirstMoment(String container, double pictureLater, double beepAt) {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi"));
        if (pictureLater > 0) arguments.addAll(List.of("-itsoffset", "" + pictureLater));
        arguments.addAll(List.of("-i", "testsrc=s=64x64:r=50:d=2", "-f", "lavfi"));
        if (pictureLater < 0) arguments.addAll(List.of("-itsoffset", "" + -pictureLater));
        arguments.addAll(List.of("-i", BEEP, "-c:a", "aac", "-b:a", "128k"));
        Path media = make("offset." + container, arguments.toArray(String[]::new));
        assertThat(onset(media)).isBetween(beepAt - 0.003, beepAt + 0.003);
    }

    @Test
    void outsideOfTheSoundIsSilence() {
        try (Sound sound =
                cache.open(make("short.wav", "-f", "lavfi", "-i", "sine=d=0.1")).orElseThrow()) {
            float[] samples = new float[200];
            Arrays.fill(samples, 1);
            sound.read(-50, samples);
            assertThat(Arrays.copyOf(samples, 100)).containsOnly(0);
            assertThat(samples[150]).isNotZero();
            sound.read(sound.frames() - 50, samples);
            assertThat(Arrays.copyOfRange(samples, 100, 200)).containsOnly(0);
        }
    }

    @Test
    void mediaWithoutSoundHasNone() {
        Path media = make("silent.mp4", "-f", "lavfi", "-i", "testsrc=s=64x64:d=1");
        assertThat(cache.open(media)).isEmpty();
        assertThat(cache.open(media)).isEmpty();
    }

    @Test
    void decodesOnceAndKeepsNoParts() throws IOException {
        Path media = make("once.wav", "-f", "lavfi", "-i", "sine=d=1");
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        cache.open(media, first::add, new Cancellation()).orElseThrow().close();
        cache.open(media, second::add, new Cancellation()).orElseThrow().close();
        assertThat(first).endsWith(1.0);
        assertThat(second).isEmpty();
        assertThat(kept()).hasSize(1).allMatch(name -> name.endsWith(".pcm"));
    }

    @Test
    void cancelledDecodeLeavesNothing() throws IOException {
        Path media = make("cancelled.wav", "-f", "lavfi", "-i", "sine=d=1");
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> cache.open(media, share -> {}, cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void changedFileIsDecodedAnew() throws IOException {
        Path media = make("changed.wav", "-f", "lavfi", "-i", "sine=d=1");
        cache.open(media).orElseThrow().close();
        make("changed.wav", "-f", "lavfi", "-i", "sine=d=2");
        try (Sound sound = cache.open(media).orElseThrow()) {
            assertThat(sound.frames()).isEqualTo(2 * Sound.RATE);
        }
    }

    @Test
    void longestUnusedGoesWhenThereIsTooMuch() throws IOException {
        SoundCache small = new SoundCache(SharedMedia.FFMPEG, folder.resolve("cache"), 1_000_000);
        small.open(make("a.wav", "-f", "lavfi", "-i", "sine=d=3")).orElseThrow().close();
        small.open(make("b.wav", "-f", "lavfi", "-i", "sine=d=4")).orElseThrow().close();
        assertThat(kept()).hasSize(1);
        assertThat(Files.size(folder.resolve("cache").resolve(kept().get(0)))).isEqualTo(4L * Sound.RATE * 4);
    }

    private Path make(String name, String... arguments) {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-y", file.toString()));
        SharedMedia.FFMPEG.run(all, FfmpegJob.unwatched());
        return file;
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private double onset(Path media) {
        float[] samples = samples(media, 0, 2);
        int i = 0;
        while (Math.abs(samples[i]) < 0.1) i++;
        return i / 2 / (double) Sound.RATE;
    }

    private float[] peak(Path media, double from, double to) {
        float[] samples = samples(media, from, to);
        float[] peak = new float[2];
        for (int i = 0; i < samples.length; i++) peak[i % 2] = Math.max(peak[i % 2], Math.abs(samples[i]));
        return new float[] {Math.round(peak[0] * 100) / 100f, Math.round(peak[1] * 100) / 100f};
    }

    private float[] samples(Path media, double from, double to) {
        try (Sound sound = cache.open(media).orElseThrow()) {
            float[] samples = new float[(int) ((to - from) * Sound.RATE) * 2];
            sound.read((long) (from * Sound.RATE), samples);
            return samples;
        }
    }
}
