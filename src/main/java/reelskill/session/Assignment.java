package reelskill.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reelskill.session.SessionException.Problem;

/** What a command was given to work on and where its result goes: looked at before anything is begun. */
public record Assignment(List<Path> files, Optional<Path> output) {
    /**
     * Refuses what cannot work out.
     *
     * @param maxBytes the largest file that can be uploaded
     * @throws SessionException if a file cannot be used, or the result could not be written
     */
    public void require(Journal journal, long maxBytes) {
        files.forEach(file -> SourceFile.require(file, maxBytes));
        output.ifPresent(target -> requireTarget(target, journal));
    }

    private void requireTarget(Path target, Journal journal) {
        if (files.stream().anyMatch(file -> isSame(file, target))) {
            throw new SessionException(
                    Problem.OUTPUT,
                    "'%s' is one of the clips to edit and would be overwritten. Choose another name.",
                    "“%s”是要编辑的素材之一，会被覆盖。请换一个名称。",
                    target);
        }
        Target.of(target, journal);
    }

    private static boolean isSame(Path file, Path target) {
        try {
            return Files.exists(target) && Files.isSameFile(file, target);
        } catch (IOException e) {
            return false;
        }
    }
}
