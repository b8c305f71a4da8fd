package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.ffmpeg.FfmpegJob;

/** Cards among the pictures of a clip of one second, from the command line to the file and back. */
class CardCommandTest {
    private static final int RATE = 30;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void cutAShortClip() {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-y", "-i", Shell.TALK.toString()));
        arguments.addAll(List.of("-t", "1", "-s", "320x180", "-r", "30", clip().toString()));
        Looked.FFMPEG.run(arguments, FfmpegJob.unwatched());
        shell = new Shell(folder.resolve("home"));
    }

    private Path clip() {
        return folder.resolve("talk.mp4");
    }

    @Test
    void whiteCardIsSeenBeforeTheClipAndBlackBehindItInUprightPicturesToo() throws IOException {
        Path made = folder.resolve("made.mp4");
        say(
                "edit",
                "--local",
                clip(),
                "start with a white screen that says 'HELLO ALL', and end with 1 second of black");
        say("edit", "--local", "make it vertical", "-o", made);
        List<byte[]> frames = Looked.frames(made);
        assertThat(frames).hasSize(5 * RATE);
        assertThat(lumas(frames.get(0))).as("white before its words come").allMatch(luma -> luma > 230);
        assertThat(lumas(frames.get(RATE)))
                .as("white around dark words")
                .anyMatch(luma -> luma < 235)
                .filteredOn(luma -> luma > 250)
                .hasSizeGreaterThan(100);
        assertThat(lumas(frames.get(3 * RATE + 5))).as("the clip").anyMatch(luma -> luma > 40 && luma < 200);
        assertThat(lumas(frames.get(5 * RATE - 2))).as("black").allMatch(luma -> luma < 20);
        assertThat(Looked.seconds(made)).hasSize(2).allMatch(seconds -> Math.abs(seconds - 5) < 0.03);
    }

    @Test
    void filmWithoutItsCardsIsWhatItWas() throws IOException {
        Path plain = folder.resolve("plain.mp4");
        Path back = folder.resolve("back.mp4");
        say("edit", "--local", clip(), "make it warmer", "-o", plain);
        say("edit", "--local", "开头加2秒黑屏");
        say("edit", "--local", "去掉黑屏", "-o", back);
        List<byte[]> before = Looked.frames(plain);
        List<byte[]> after = Looked.frames(back);
        assertThat(after).hasSameSizeAs(before);
        assertThat(Looked.different(before.get(12), after.get(12), 0, Looked.WIDTH))
                .isZero();
    }

    private void say(Object... words) throws IOException {
        Shell.Result result = shell.run(words);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
    }

    private static List<Integer> lumas(byte[] frame) {
        List<Integer> lumas = new ArrayList<>();
        for (byte luma : frame) lumas.add(luma & 0xFF);
        return lumas;
    }
}
