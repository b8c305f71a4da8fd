package reelskill.session;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a conversation: each has a service and a folder of its own. */
abstract class AgainstSession {
    @TempDir
    Path folder;

    SessionRig rig;

    @BeforeEach
    void start() {
        rig = new SessionRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }
}
