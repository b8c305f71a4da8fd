package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.studio.ffmpeg.FfmpegJob;

/** The seed's own sentence, in both languages, from the command line to the file and back. */
class BackgroundCommandTest {
    private static final int FRAMES = 24;
    private static final String SENTENCE = "remove my background and replace it with a clean office setting";

    @TempDir
    static Path folder;

    @BeforeAll
    static void cutAShortClip() {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-y", "-i", Shell.TALK.toString()));
        arguments.addAll(List.of("-t", "0.8", "-s", "320x180", clip().toString()));
        Looked.FFMPEG.run(arguments, FfmpegJob.unwatched());
    }

    private static Path clip() {
        return folder.resolve("talk.mp4");
    }

    @ParameterizedTest
    @CsvSource({SENTENCE + ", undo, Background replaced: clean office", "把我的背景换成干净的办公室, 撤销, 背景已更换：干净的办公室"})
    void roomIsReplacedAndUndoBringsItBack(String sentence, String undo, String told) throws IOException {
        Shell shell = new Shell(folder.resolve("home-" + undo));
        Path made = folder.resolve(undo + "-office.mp4");
        Shell.Result edit = shell.run("edit", "--local", clip(), sentence, "-o", made);
        assertThat(edit.code()).as(edit.out() + edit.err()).isZero();
        assertThat(edit.out()).contains(told).doesNotContain("screen", "幕", "hard to tell", "难以分辨");
        requireOffice(made);
        Path back = folder.resolve(undo + "-back.mp4");
        Shell.Result undone = shell.run("edit", "--local", undo, "-o", back);
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        Shell.Result preview = shell.run("preview");
        assertThat(preview.code())
                .as("a file outside this folder: " + preview.err())
                .isZero();
        requireRoom(back);
    }

    @Test
    void modelReplacesTheRoomThroughMcpAndUndoBringsItBack() throws IOException {
        Path made = folder.resolve("mcp-office.mp4");
        Path back = folder.resolve("mcp-back.mp4");
        try (McpProcess server = McpProcess.open(folder.resolve("home-mcp"), folder)) {
            String session = server.call("upload_media", Map.of("sources", List.of(clip().toString())))
                    .path("session_id")
                    .asText();
            JsonNode edit = server.call("edit_video", Map.of("session_id", session, "instruction", SENTENCE));
            assertThat(edit.at("/edit/outcome").asText()).isEqualTo("changed");
            assertThat(edit.toString()).contains("Background replaced: clean office");
            JsonNode office =
                    server.call("export_video", Map.of("session_id", session, "output_path", made.toString()));
            assertThat(office.at("/export/bytes").asLong()).isEqualTo(Files.size(made));
            server.call("undo_edit", Map.of("session_id", session));
            server.call("export_video", Map.of("session_id", session, "output_path", back.toString()));
        }
        requireOffice(made);
        requireRoom(back);
    }

    /** Every frame is there, the room is another one and the person is not, and picture and sound end together. */
    private static void requireOffice(Path made) throws IOException {
        List<byte[]> filmed = Looked.frames(clip());
        List<byte[]> office = Looked.frames(made);
        assertThat(office).hasSameSizeAs(filmed).hasSize(FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            assertThat(Looked.different(filmed.get(i), office.get(i), 0, 3))
                    .as("the room of frame %d", i)
                    .isGreaterThan(12);
            assertThat(Looked.different(filmed.get(i), office.get(i), 7, 9))
                    .as("the person of frame %d", i)
                    .isLessThan(6);
        }
        assertThat(Looked.seconds(made))
                .allMatch(length -> Math.abs(length - 0.8) < 0.05)
                .hasSize(2);
    }

    private static void requireRoom(Path back) throws IOException {
        List<byte[]> filmed = Looked.frames(clip());
        List<byte[]> again = Looked.frames(back);
        assertThat(again).hasSameSizeAs(filmed);
        for (int i = 0; i < FRAMES; i++)
            assertThat(Looked.different(filmed.get(i), again.get(i), 0, Looked.WIDTH))
                    .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0x20A040, green, mute it, There is a green screen behind in screen.mp4: say",
        "0x1030D0, blue, 静音, screen.mp4是在蓝幕前拍摄的"
    })
    void screenIsOfferedAtTheUploadAndChangesNothing(String colour, String name, String sentence, String offer) {
        Path filmed = folder.resolve(name).resolve("screen.mp4");
        filmed.getParent().toFile().mkdirs();
        String source =
                "color=%s:s=320x180:d=0.4,drawbox=x=130:y=60:w=60:h=120:color=0x806050:t=fill".formatted(colour);
        Looked.FFMPEG.run(
                List.of("-nostdin", "-y", "-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p", filmed.toString()),
                FfmpegJob.unwatched());
        Shell shell = new Shell(folder.resolve("home-" + name));
        Shell.Result uploaded = shell.run("edit", "--local", filmed, sentence);
        assertThat(uploaded.out()).contains(offer);
        assertThat(shell.run("timeline").out()).doesNotContainIgnoringCase("background");
        Shell.Result replaced = shell.run("edit", "--local", filmed, "make the background white");
        assertThat(replaced.out()).contains("Background").doesNotContain(offer);
        assertThat(shell.run("upload", filmed).out()).containsAnyOf("a " + name + " screen", offer);
    }

    @Test
    void exportSaysWhereTheEdgeIsAGuessAndThePreviewShowsIt() {
        Path dim = folder.resolve("dim.mp4");
        Looked.FFMPEG.run(
                List.of("-nostdin", "-y", "-i", clip().toString(), "-vf", "eq=contrast=0.15", "-an", dim.toString()),
                FfmpegJob.unwatched());
        try (McpProcess server = McpProcess.open(folder.resolve("home-dim"), folder)) {
            String session = server.call("upload_media", Map.of("sources", List.of(dim.toString())))
                    .path("session_id")
                    .asText();
            server.call("edit_video", Map.of("session_id", session, "instruction", "white background"));
            String target = folder.resolve("dim-white.mp4").toString();
            JsonNode export = server.call("export_video", Map.of("session_id", session, "output_path", target));
            assertThat(export.at("/export/note").asText())
                    .contains("The edge of the person is hard to tell at 0:00.", "clothing");
            assertThat(server.raw("preview_video", Map.of("session_id", session))
                            .content())
                    .filteredOn(content -> content instanceof McpSchema.ImageContent)
                    .hasSize(2);
        }
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
        byte[] alpha = Looked.decoded(
                "-c:v", "libvpx-vp9", "-i", folder.resolve("clear.webm").toString(), "-vf", "alphaextract,scale=16:9");
        assertThat(alpha).hasSize(FRAMES * Looked.WIDTH * Looked.HEIGHT);
        assertThat(alpha[0] & 0xFF).isLessThan(16);
        assertThat(alpha[8 * Looked.WIDTH + 8] & 0xFF).isGreaterThan(225);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".")))
                    .isEmpty();
        }
    }
}
