package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.FfmpegProcess;

/** The seed's own sentence, in both languages, from the command line to the file and back. */
class BackgroundCommandTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
    private static final int FRAMES = 24;
    /** Pictures are compared as so many means of luma. */
    private static final int WIDTH = 16;

    private static final int HEIGHT = 9;

    @TempDir
    static Path folder;

    @BeforeAll
    static void cutAShortClip() {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-y", "-i", Shell.TALK.toString()));
        arguments.addAll(List.of("-t", "0.8", "-s", "320x180", clip().toString()));
        FFMPEG.run(arguments, FfmpegJob.unwatched());
    }

    private static Path clip() {
        return folder.resolve("talk.mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "remove my background and replace it with a clean office setting, undo, Background replaced: clean office",
        "把我的背景换成干净的办公室, 撤销, 背景已更换：干净的办公室"
    })
    void roomIsReplacedAndUndoBringsItBack(String sentence, String undo, String told) throws IOException {
        Shell shell = new Shell(folder.resolve("home-" + undo));
        Path made = folder.resolve(undo + "-office.mp4");
        Shell.Result edit = shell.run("edit", "--local", clip(), sentence, "-o", made);
        assertThat(edit.code()).as(edit.out() + edit.err()).isZero();
        assertThat(edit.out()).contains(told);
        List<byte[]> filmed = frames(clip());
        List<byte[]> office = frames(made);
        assertThat(office).hasSameSizeAs(filmed).hasSize(FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            assertThat(different(filmed.get(i), office.get(i), 0, 3))
                    .as("the room of frame %d", i)
                    .isGreaterThan(12);
            assertThat(different(filmed.get(i), office.get(i), 7, 9))
                    .as("the person of frame %d", i)
                    .isLessThan(6);
        }
        assertThat(seconds(made))
                .allMatch(length -> Math.abs(length - 0.8) < 0.05)
                .hasSize(2);
        Path back = folder.resolve(undo + "-back.mp4");
        Shell.Result undone = shell.run("edit", "--local", undo, "-o", back);
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        List<byte[]> again = frames(back);
        for (int i = 0; i < FRAMES; i++)
            assertThat(different(filmed.get(i), again.get(i), 0, WIDTH)).isZero();
    }

    @Test
    void transparentPictureGoesToAFileThatCarriesItWhateverItsNameWas() throws IOException {
        Shell shell = new Shell(folder.resolve("home-clear"));
        Path asked = folder.resolve("clear.mp4");
        Shell.Result edit =
                shell.run("edit", "--local", clip(), "remove my background and make it transparent", "-o", asked);
        assertThat(edit.code()).as(edit.out() + edit.err()).isZero();
        assertThat(edit.out()).contains("clear.webm", "MP4 cannot carry transparency, so this is a WEBM file.");
        assertThat(asked).doesNotExist();
        byte[] alpha = decoded(
                "-c:v", "libvpx-vp9", "-i", folder.resolve("clear.webm").toString(), "-vf", "alphaextract,scale=16:9");
        assertThat(alpha).hasSize(FRAMES * WIDTH * HEIGHT);
        assertThat(alpha[0] & 0xFF).isLessThan(16);
        assertThat(alpha[8 * WIDTH + 8] & 0xFF).isGreaterThan(225);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".")))
                    .isEmpty();
        }
    }

    /** Returns how many places of the columns {@code [from, to)} differ by more than noise and a second encoding make. */
    private static int different(byte[] one, byte[] other, int from, int to) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            boolean inside = i % WIDTH >= from && i % WIDTH < to;
            if (inside && Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)) > 6) count++;
        }
        return count;
    }

    private static List<byte[]> frames(Path video) throws IOException {
        byte[] all = decoded("-i", video.toString(), "-vf", "scale=16:9:flags=area");
        List<byte[]> frames = new ArrayList<>();
        int size = WIDTH * HEIGHT;
        for (int at = 0; at < all.length; at += size) frames.add(Arrays.copyOfRange(all, at, at + size));
        return frames;
    }

    private static List<Double> seconds(Path video) {
        List<String> lines = new ArrayList<>();
        FFMPEG.probeLines(List.of("-show_entries", "stream=duration", "-of", "csv=p=0", video.toString()), lines::add);
        return lines.stream().map(Double::valueOf).toList();
    }

    private static byte[] decoded(String... input) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(List.of(input));
        arguments.addAll(List.of("-an", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"));
        try (FfmpegProcess process = FFMPEG.start(arguments)) {
            byte[] bytes = process.output().readAllBytes();
            process.finish();
            return bytes;
        }
    }
}
