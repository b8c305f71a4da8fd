package reelskill.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reelskill.media.ExportFormat;
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

    /**
     * Refuses a result whose name ends in another kind of file than {@code kind}: which of the two is the slip is nobody's
     * to guess.
     */
    public void requireKind(ExportFormat kind) {
        output.filter(name -> ExportFormat.ofName(name).orElse(kind) != kind).ifPresent(name -> {
            throw new SessionException(
                    Problem.OUTPUT,
                    "'%2$s' is no name for %1$s: they are two kinds of file. Leave one of the two out, or end the name in .%1$s.",
                    "文件名“%2$s”与所要的格式 %1$s 不一致。请去掉其中一个，或让文件名以 .%1$s 结尾。",
                    kind.word(),
                    name);
        });
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
