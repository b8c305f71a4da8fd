package reelskill.nemo;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a client: each has a service and a folder of its own. */
abstract class AgainstNemo {
    @TempDir
    Path folder;

    NemoRig rig;

    @BeforeEach
    void start() {
        rig = new NemoRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }
}
