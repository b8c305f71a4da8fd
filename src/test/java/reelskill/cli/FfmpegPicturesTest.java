package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;

/** Pictures show what is in the file, where it is, and do not pile up. */
class FfmpegPicturesTest {
    private static final Path CACHE = Path.of("target", "cache");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private FfmpegPictures pictures() {
        return new FfmpegPictures(Optional::empty, CACHE, folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Two seconds of a tone and two of silence, over a picture that is black at first and white at last. */
    @BeforeAll
    static void makeMedia() {
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "color=black:s=160x90:d=2:r=24,tpad=stop_duration=2:color=white:stop_mode=add",
                "-f",
                "lavfi",
                "-i",
                "sine=440:d=2,volume=8,apad=whole_dur=4",
                shared.resolve("both.mp4").toString());
        ffmpeg(
                "-i",
                shared.resolve("both.mp4").toString(),
                "-an",
                shared.resolve("mute.mp4").toString());
        ffmpeg(
                "-i",
                shared.resolve("both.mp4").toString(),
                "-vn",
                shared.resolve("sound.m4a").toString());
    }

    private static void ffmpeg(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-nostdin", "-y"));
        all.addAll(List.of(arguments));
        Ffmpeg.locate(Optional.empty(), CACHE).run(all, FfmpegJob.unwatched());
    }

    @Test
    void waveformShowsSoundAndSilenceWhereTheyAre() throws IOException {
        Path wave = folder.resolve("wave.png");
        assertThat(pictures().waveform(shared.resolve("both.mp4"), wave)).isTrue();
        BufferedImage image = ImageIO.read(wave.toFile());
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(filled(image, 0.05, 0.45)).isGreaterThan(0.3);
        assertThat(filled(image, 0.55, 0.95)).isLessThan(0.03);
    }

    @Test
    void contactSheetShowsTheFramesInReadingOrder() throws IOException {
        Path sheet = folder.resolve("sheet.jpg");
        assertThat(pictures().contactSheet(shared.resolve("both.mp4"), sheet)).isTrue();
        BufferedImage image = ImageIO.read(sheet.toFile());
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(brightness(image, 160, 90)).isLessThan(40);
        assertThat(brightness(image, image.getWidth() - 160, image.getHeight() - 120))
                .isGreaterThan(215);
        assertThat(hasWords(image, image.getHeight() - 40, image.getHeight() - 12))
                .isTrue();
    }

    @Test
    void fileWithoutSoundHasNoWaveformAndOneWithoutFramesNoSheet() {
        assertThat(pictures().waveform(shared.resolve("mute.mp4"), folder.resolve("none.png")))
                .isFalse();
        assertThat(pictures().contactSheet(shared.resolve("sound.m4a"), folder.resolve("none.jpg")))
                .isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void picturesAreDeletedWhenTheyAreOld() throws IOException {
        Path old = aged("old.jpg", Duration.ofDays(8));
        Path young = aged("young.jpg", Duration.ofDays(6));
        Path place = pictures().place(".jpg");
        assertThat(place).hasParentRaw(folder).doesNotExist();
        assertThat(place.toString()).endsWith(".jpg");
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private Path aged(String name, Duration age) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    /** Returns whether something light is written on the ground between two lines. */
    private static boolean hasWords(BufferedImage image, int top, int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 0xFF) > 127) return true;
        }
        return false;
    }

    /** Returns how much of the picture is drawn on, between two shares of its width. */
    private static double filled(BufferedImage image, double from, double to) {
        long drawn = 0;
        int left = (int) (image.getWidth() * from);
        int right = (int) (image.getWidth() * to);
        for (int x = left; x < right; x++) {
            for (int y = 0; y < image.getHeight(); y++) if ((image.getRGB(x, y) & 0xFF) > 127) drawn++;
        }
        return drawn / (double) ((right - left) * image.getHeight());
    }

    private static int brightness(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFF;
    }
}
