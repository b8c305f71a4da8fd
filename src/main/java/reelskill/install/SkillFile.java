package reelskill.install;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file of the skill folder.
 *
 * @param path relative, with slashes
 * @param bytes how many there are
 * @param isProgram whether it is started, so that it needs the executable bit
 */
record SkillFile(String path, long bytes, boolean isProgram, Content content) {
    /** Opens what the file holds. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** Returns the file as it lies on this machine. */
    static SkillFile copy(String path, Path from) throws IOException {
        return new SkillFile(path, Files.size(from), false, () -> Files.newInputStream(from));
    }

    static SkillFile of(String path, byte[] content) {
        return new SkillFile(path, content.length, false, () -> new ByteArrayInputStream(content));
    }

    SkillFile asProgram() {
        return new SkillFile(path, bytes, true, content);
    }

    boolean isSameAs(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != bytes) return false;
        try (InputStream theirs = Files.newInputStream(file);
                InputStream ours = content.open()) {
            byte[] left = new byte[1 << 16];
            byte[] right = new byte[1 << 16];
            int read;
            while ((read = theirs.readNBytes(left, 0, left.length)) > 0) {
                if (ours.readNBytes(right, 0, right.length) != read) return false;
                if (!Arrays.equals(left, 0, read, right, 0, read)) return false;
            }
            return ours.read() < 0;
        }
    }
}
