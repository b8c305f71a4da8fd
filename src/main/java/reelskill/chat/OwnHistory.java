package reelskill.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reelskill.file.PrivateFile;

/** The file of typed lines, which may name private things: nobody else reads it. */
final class OwnHistory {
    private OwnHistory() {}

    /** Makes the file where it is missing; the library that adds to it keeps the owner and the permissions. */
    static void prepare(Path history) throws IOException {
        if (!Files.exists(history)) new PrivateFile(history).write("");
    }
}
