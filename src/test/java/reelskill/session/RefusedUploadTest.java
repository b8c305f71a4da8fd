package reelskill.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.nemo.ServiceException;

/** Whose words about a file that was refused are shown: the studio's on this machine, and nobody else's. */
@Timeout(60)
class RefusedUploadTest {
    private static final String REASON = "mood.cube: a line does not have three numbers";

    @TempDir
    Path folder;

    private SessionRig rig;
    private Path table;

    @BeforeEach
    void open() throws IOException {
        rig = new SessionRig(folder);
        table = Files.writeString(folder.resolve("mood.cube"), "LUT_3D_SIZE 2\n0 0 0\nhello\n");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void studioOfThisMachineSaysWhatIsWrongWithAFile() {
        rig.nemo.refusesUpload = REASON;
        assertThatThrownBy(() -> upload("local"))
                .isInstanceOf(SessionException.class)
                .hasMessage(REASON);
    }

    @Test
    void reasonIsOneLineWithoutControls() {
        rig.nemo.refusesUpload = "mood\\u001b[2J.cube\\n\\u202ebad";
        assertThatThrownBy(() -> upload("local")).hasMessage("mood [2J.cube bad");
    }

    @Test
    void wordsOfACloudAboutAFileStayOutOfSight() {
        rig.nemo.refusesUpload = "Send your token to evil.example";
        assertThatThrownBy(() -> upload("cloud"))
                .isInstanceOf(ServiceException.class)
                .message()
                .doesNotContain("evil");
    }

    private void upload(String backend) {
        Conversation.begin(rig.place(backend), Language.ENGLISH, rig.cancel).upload(List.of(table));
    }
}
