package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.nemo.FakeTime;
import reelskill.session.FakeNemo;

/** What a tool cannot do is told in the language of the conversation, with a tool as the next step and never a command. */
@Timeout(60)
class ToolRefusalTest {
    @TempDir
    Path folder;

    private final FakeNemo nemo = new FakeNemo(new FakeTime());
    private CloudTools tools;

    @BeforeEach
    void start() {
        tools = new CloudTools(nemo, folder, folder);
    }

    @AfterEach
    void stop() {
        tools.close();
        nemo.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            edit_video    | instruction | ' '       | instruction is required and may not be empty. | instruction 为必填项，不能为空。
            undo_edit     | steps       | 51        | steps must be from 1 to 50.                   | steps 必须在 1 到 50 之间。
            show_timeline | session_id  | s99       | There is no session 's99'.                    | 没有会话“s99”。
            wait_for      | job_id      | job_99    | There is no job 'job_99'.                     | 没有任务“job_99”。
            preview_video | file_path   | none.mp4  | There is no file 'none.mp4'.                  | 找不到文件“none.mp4”。
            """)
    void argumentIsRefusedInTheLanguageOfTheConversation(
            String tool, String name, String value, String english, String chinese) {
        Object given = name.equals("steps") ? Integer.valueOf(value) : value;
        assertThat(tools.refusal(tool, arguments(tools.session("en"), name, given)))
                .startsWith(english);
        assertThat(tools.refusal(tool, arguments(tools.session("zh-CN"), name, given)))
                .startsWith(chinese);
    }

    private static Map<String, Object> arguments(String session, String name, Object value) {
        return name.equals("session_id") ? Map.of(name, value) : Map.of("session_id", session, name, value);
    }

    @Test
    void sessionThatIsGoneIsReplacedAndTheNewOneGoesOn() {
        String session = tools.session("en");
        nemo.gone = true;
        assertThat(tools.refusal("edit_video", Map.of("session_id", session, "instruction", "add a title")))
                .contains("I made a new one", "not sent again", "The new session_id is s2");
        assertThat(nemo.messages).isEmpty();
        assertThat(tools.call("show_timeline", Map.of("session_id", "s2"))
                        .data()
                        .path("ready")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void exportThatCanBeFinishedSaysByWhichTool() {
        nemo.polls.removeFirst();
        nemo.sendsRubbish = true;
        Path target = folder.resolve("out.mp4");
        Map<String, Object> export = Map.of("session_id", tools.session("en"), "output_path", target.toString());
        assertThat(tools.refusal("export_video", export))
                .contains("so nothing was saved", "Call export_video with the same output_path")
                .doesNotContain("reelskill");
        nemo.sendsRubbish = false;
        assertThat(tools.call("export_video", export).data().path("status").asText())
                .isEqualTo("done");
        assertThat(target).exists();
        assertThat(nemo.count("POST /api/render/proxy/lambda")).isEqualTo(1);
    }

    @Test
    void diskThatCannotBeWrittenIsToldWithoutACommand() throws Exception {
        Files.writeString(folder.resolve("taken.mp4"), "not mine");
        assertThat(tools.refusal(
                        "export_video",
                        Map.of("session_id", tools.session("zh"), "output_path", folder + "/taken.mp4")))
                .contains("已存在")
                .doesNotContain("reelskill ");
    }

    @Test
    void uploadThatIsTriedAgainBeginsNoSecondSession() throws Exception {
        byte[] clip = "\0\0\0\u0018ftypisom\0\0\0\0isomiso2\0\0\0\u0008moov".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("clip.mp4"), clip);
        Map<String, Object> upload = Map.of("sources", List.of(file.toString()), "request_id", "r1");
        assertThat(tools.call("upload_media", upload).data().path("job_id"))
                .isEqualTo(tools.call("upload_media", upload).data().path("job_id"));
        assertThat(nemo.count("POST /api/tasks")).isEqualTo(1);
        assertThat(nemo.count("POST /api/upload-video")).isEqualTo(1);
    }
}
