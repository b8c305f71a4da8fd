package reelskill.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reelskill.install.Installer;
import reelskill.install.Plan;
import reelskill.install.Scope;

/** Takes the skill away from agent hosts. */
@Command(
        name = "uninstall",
        mixinStandardHelpOptions = true,
        description = "Removes what 'install' wrote, and only that. Sessions and exports stay.")
final class UninstallCommand implements Callable<Integer> {
    private final Desk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BackendOptions options = new BackendOptions();

    @Parameters(paramLabel = "HOST", arity = "1..*", description = "A host that 'install' was given.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--project", description = "Remove it from the project in this folder instead of from yours.")
    private boolean project;

    @Option(names = "--dry-run", description = "Show what would be removed, and remove nothing.")
    private boolean dry;

    UninstallCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        SkillDesk skills = SkillDesk.open(desk, options);
        Installer installer = skills.installer();
        PlanReport report = new PlanReport(skills, dry);
        for (String id : hosts) {
            // One after the other: hosts may share a folder, which goes with the last of them.
            Plan plan = installer.uninstall(
                    skills.host(spec.commandLine(), id), project ? Scope.PROJECT : Scope.USER, skills.name());
            report.add(plan);
            if (!dry) installer.carryOut(plan);
        }
        report.end(desk.language().pick("Removed.", "已移除。"));
        return ExitCode.OK.value;
    }
}
