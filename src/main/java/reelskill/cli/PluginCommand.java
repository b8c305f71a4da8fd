package reelskill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import reelskill.install.FolderChange;
import reelskill.install.Host;
import reelskill.install.PluginFolder;
import reelskill.install.SkillPackage;
import reelskill.skill.SkillProfile;

/** Writes the plugin folder. */
@Command(
        name = "plugin",
        mixinStandardHelpOptions = true,
        description = "Writes one plugin folder for Claude Code, Copilot CLI, Cursor, OpenClaw, Codex and Gemini CLI.")
final class PluginCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private BackendOptions options = new BackendOptions();

    @Parameters(paramLabel = "FOLDER", description = "Where it goes; a new folder, or an earlier plugin folder.")
    private Path folder = Path.of("");

    PluginCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        SkillDesk skills = SkillDesk.open(desk, options);
        // It goes to other machines, so that it is the light one.
        SkillPackage skill = skills.skill(Host.CLAWHUB);
        SkillProfile profile = desk.backends().profile(options);
        PluginFolder plugin =
                new PluginFolder(skill, profile.version(), profile.description(), skills.serverOptions(List.of()));
        FolderChange change = plugin.into(folder.toAbsolutePath().normalize());
        PluginFolder.write(change);
        desk.report()
                .line(desk.language()
                        .say(
                                "%s: %d files, %s. Its README says how each host takes it.",
                                "%s：%d 个文件，%s。各宿主的安装方法见其中的 README。",
                                skills.shown(change.folder()),
                                change.written().size(),
                                NativeParts.megabytes(change.bytes())))
                .end();
        return ExitCode.OK.value;
    }
}
