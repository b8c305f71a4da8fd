package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;

/** Versions at the command line, over the real studio. */
class VersionsCommandTest {
    @TempDir
    Path home;

    @Test
    void versionsAreListedNamedComparedExportedAndGoneBackTo() {
        Path clip = home.resolve("clip.mp4");
        Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"))
                .run(
                        List.of(
                                "-nostdin",
                                "-y",
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=size=160x90:rate=25:duration=3",
                                "-pix_fmt",
                                "yuv420p",
                                clip.toString()),
                        FfmpegJob.unwatched());
        Shell shell = new Shell(home);
        assertThat(shell.run("upload", "--local", clip.toString()).code()).isZero();
        assertThat(shell.run("versions").out()).contains("1  upload clip.mp4  3.0 s");
        assertThat(shell.run("edit", "remove the first 1s").code()).isZero();
        Shell.Result named = shell.run("edit", "call this version 'short'");
        assertThat(named.code()).isZero();
        assertThat(named.out()).contains("called \"short\"").doesNotContain("Nothing was changed");
        assertThat(shell.run("versions").out()).contains("• 2  “short”  remove the first 1s  2.0 s");
        assertThat(shell.run("versions", "--compare", "first").out())
                .contains("From version 1 to version 2: 3 → 2 s.", "Length: 3s → 2s");
        assertThat(shell.run("undo", "--to", "first").out()).contains("as in version 1 again");
        Path earlier = home.resolve("short.mp4");
        assertThat(shell.run("export", "--of", "short", "-o", earlier.toString())
                        .out())
                .contains("2.0 s");
        assertThat(Files.exists(earlier)).isTrue();
        Shell.Result looked = shell.run("preview");
        assertThat(looked.out()).contains("Checked: nothing to look at");
        assertThat(shell.run("edit", "split at 0:01 and move the second clip to the front")
                        .code())
                .isZero();
        Path moved = home.resolve("moved.mp4");
        assertThat(shell.run("export", "-o", moved.toString()).code()).isZero();
        assertThat(pictures(shell.run("preview").out())).hasSize(2);
        Shell.Result beside = shell.run("preview", "--compare", "short");
        assertThat(pictures(beside.out())).hasSize(1);
        assertThat(beside.out()).contains("Version 2 is on the left", "- ");
        assertThat(shell.run("undo", "--to", "nothing like this").err())
                .contains("There is no version 'nothing like this'");
    }

    /** Returns the pictures that are named, each of which is there. */
    private static List<Path> pictures(String out) {
        return out.lines()
                .filter(line -> line.endsWith(".jpg"))
                .map(line -> Path.of(line.replaceFirst("^✓ ", "").strip()))
                .filter(Files::isRegularFile)
                .toList();
    }
}
