package reelskill.session;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import reelskill.session.SessionException.Problem;

/** A place for a result that was looked at before work begins. */
record Target(Path path) {
    /**
     * Returns the place of a result.
     *
     * @throws SessionException if nothing can be written there, or something stands there that is not an earlier export
     */
    static Target of(Path wanted, Journal journal) {
        Path path = wanted.toAbsolutePath().normalize();
        Path folder = Optional.ofNullable(path.getParent()).orElse(path);
        if (Files.isDirectory(path)) {
            throw new SessionException(
                    Problem.OUTPUT,
                    "'%s' is a folder. Name a file in it, like '%s'.",
                    "“%s”是文件夹。请给出其中的文件名，例如“%s”。",
                    wanted,
                    wanted.resolve("out.mp4"));
        }
        requireWritable(wanted, folder);
        if (Files.exists(path) && !isOurs(path, journal)) {
            throw new SessionException(
                    Problem.OUTPUT,
                    "'%s' exists already and is not an export of mine, so I leave it alone. Choose another name.",
                    "“%s”已存在，且不是由我导出的文件，因此不会覆盖。请换一个名称。",
                    wanted);
        }
        return new Target(path);
    }

    /** A place is written to only by trying: permissions, read-only file systems and quotas all say so in their own way. */
    private static void requireWritable(Path wanted, Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".reelskill", ".try"));
        } catch (IOException e) {
            throw unwritable(wanted, e);
        }
    }

    /** A file of another length than what was exported there is one that somebody has put in its place. */
    static boolean isOurs(Path path, Journal journal) {
        long bytes = path.toFile().length();
        return bytes > 0
                && journal.exports().stream()
                        .anyMatch(export ->
                                export.bytes() == bytes && export.targetPath().equals(path));
    }

    static SessionException unwritable(Path target, Exception cause) {
        if (isFull(cause)) {
            return SessionException.resumable(
                    Problem.OUTPUT,
                    "The disk is full: '%s' could not be written. Free some space first.",
                    "磁盘已满，无法写入“%s”。请先清理空间。",
                    target);
        }
        return new SessionException(
                Problem.OUTPUT,
                "'%s' cannot be written there. Check that the folder exists and that you may write to it.",
                "无法写入“%s”。请检查文件夹是否存在以及写入权限。",
                target);
    }

    private static boolean isFull(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            String why = at instanceof FileSystemException failed
                    ? String.valueOf(failed.getReason())
                    : String.valueOf(at.getMessage());
            if (why.contains("No space left") || why.contains("not enough space") || why.contains("quota")) {
                return true;
            }
        }
        return false;
    }
}
