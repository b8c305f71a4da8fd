package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;

/** What the studio finds in media is asked for after the work, which it cannot spoil. */
@Timeout(60)
class ExaminationTest {
    @TempDir
    Path folder;

    private SessionRig rig;

    @BeforeEach
    void open() {
        rig = new SessionRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void studioThatNoLongerAnswersFoundNothing() {
        Conversation conversation = begin("local");
        rig.nemo.gone = true;
        assertThat(conversation.examined()).isEmpty();
        assertThat(rig.nemo.count("GET ")).isPositive();
    }

    @Test
    void cloudIsNotAsked() {
        Conversation conversation = begin("cloud");
        long before = rig.nemo.count("GET ");
        assertThat(conversation.examined()).isEmpty();
        assertThat(rig.nemo.count("GET ")).isEqualTo(before);
    }

    private Conversation begin(String backend) {
        return Conversation.begin(rig.place(backend), Language.ENGLISH, rig.cancel);
    }
}
