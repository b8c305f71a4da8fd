package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets a clear sentence and a number, and nothing is begun. */
class BadInputTest {
    private static final String CUT = "cut the boring parts";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    @Test
    void missingFileIsNamed() {
        refused(4, "There is no file", "edit", "--local", folder.resolve("gone.mp4"), CUT);
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        refused(4, "is empty (0 bytes)", "edit", "--local", Files.createFile(folder.resolve("empty.mp4")), CUT);
    }

    @Test
    void textNamedLikeAVideoIsRefusedWithTheFormats() throws IOException {
        Path text = Files.writeString(folder.resolve("page.mp4"), "<!doctype html><p>not a video</p>");
        refused(4, "Formats: mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac", "edit", "--local", text, CUT);
    }

    @Test
    void subtitlesWithoutATimeAreRefusedWithAnExampleOfOne() throws IOException {
        Path broken = Files.writeString(folder.resolve("talk.srt"), "1\n00:00:xx --> 5\nhello\n");
        refused(4, "like 00:00:01,000 --> 00:00:03,500", "edit", "--local", Shell.TALK, broken, CUT);
        refused(4, "第一条需要时间", "edit", "--local", Shell.TALK, broken, "剪掉无聊的部分");
    }

    @Test
    void colourTableWithABrokenLineIsRefusedWithTheReason() throws IOException {
        Path broken = Files.writeString(folder.resolve("mood.cube"), "LUT_3D_SIZE 2\n0 0 0\nhello\n");
        Shell.Result english = shell.run("edit", "--local", broken, "apply the LUT");
        assertThat(english.err()).contains("mood.cube", "a line does not have three numbers");
        assertThat(english.code()).isEqualTo(4);
        assertThat(shell.run("edit", "--local", broken, "使用调色表").err()).contains("有一行不是三个数字");
    }

    @Test
    void truncatedVideoIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Shell.TALK);
        Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(whole, whole.length / 2));
        refused(4, "was cut off", "edit", "--local", half, CUT);
    }

    @Test
    void videoOf501MegabytesIsRefusedWithAdvice() throws IOException {
        Path huge = folder.resolve("huge.mp4");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.write(Arrays.copyOf(Files.readAllBytes(Shell.TALK), 4096));
            file.setLength(501L * 1024 * 1024);
        }
        refused(
                4,
                "501 MB; at most 500 MB can be uploaded. Trim it or compress it first.",
                "edit",
                "--local",
                huge,
                CUT);
    }

    @Test
    void folderThatDoesNotExistIsRefusedBeforeAnythingIsDone() {
        Path nowhere = folder.resolve("no").resolve("such").resolve("out.mp4");
        refused(9, "cannot be written there", "edit", "--local", Shell.TALK, CUT, "-o", nowhere);
    }

    @Test
    void fileOfSomebodyElseIsNeverOverwritten() throws IOException {
        Path precious = Files.writeString(folder.resolve("out.mp4"), "mine");
        refused(9, "exists already and is not an export of mine", "edit", "--local", Shell.TALK, CUT, "-o", precious);
        assertThat(precious).hasContent("mine");
    }

    @Test
    void clipIsNeverItsOwnResult() throws IOException {
        Path clip = Files.copy(Shell.TALK, folder.resolve("clip.mp4"));
        refused(9, "is one of the clips to edit", "edit", "--local", clip, CUT, "-o", clip);
    }

    @Test
    void commandWithoutASessionSaysHowToBegin() {
        refused(5, "There is no session yet", "timeline");
    }

    @Test
    void scriptThatIsNotThereIsNamed() {
        refused(4, "There is no file", "chat", "--local", "--script", folder.resolve("gone.txt"));
    }

    @Test
    void addressThatIsNoneIsAMistakeOnTheCommandLine() {
        Shell.Result result = shell.run("contract", "studio");
        assertThat(result.err()).contains("'studio' is no web address");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void portOfAnotherProgramIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String sentence = "Port " + other.getLocalPort() + " cannot be had";
            refused(3, sentence, "mcp", "--local", "--http", other.getLocalPort());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEMO_API_URL   | nemo.example | NEMO_API_URL is no web address
            NEMO_API_URL   | a b          | NEMO_API_URL is no web address
            NEMO_TOKEN     | two words    | NEMO_TOKEN is no token
            NEMO_CLIENT_ID | two words    | NEMO_CLIENT_ID is no id of a device
            """)
    void settingThatCannotBeIsNamed(String name, String value, String sentence) {
        shell = new Shell(folder.resolve("home"), Path.of("target", "cache"), Map.of(name, value));
        refused(3, sentence, "edit", "--cloud", Shell.TALK, CUT);
    }

    @Test
    void chineseSentenceIsAnsweredInChinese() {
        refused(4, "找不到文件", "edit", "--local", folder.resolve("gone.mp4"), "剪掉无聊的部分");
    }

    private void refused(int code, String sentence, Object... command) {
        Shell.Result result = shell.run(command);
        assertThat(result.err()).contains(sentence).doesNotContain("Exception", "\tat ");
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(folder.resolve("home")).doesNotExist();
    }
}
