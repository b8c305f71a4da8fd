package reelskill.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import reelskill.skill.SkillProfile;

/** Says which skill the program acts as. */
@Command(
        name = "skill",
        mixinStandardHelpOptions = true,
        description = "Says which skill this is, on which host it runs, and what was repaired in its SKILL.md.")
final class SkillCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private BackendOptions options = new BackendOptions();

    SkillCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        SkillProfile profile = desk.backends().profile(options);
        Report report = desk.report()
                .line(profile.name() + " " + profile.version() + " ("
                        + desk.backends().platform().name() + ")")
                .line(profile.description());
        profile.repairs().forEach(repair -> report.line(repair.sentence(desk.language())));
        return ExitCode.OK.value;
    }
}
