package reelskill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reelskill.install.Host;
import reelskill.install.Installer;
import reelskill.install.Plan;
import reelskill.install.Scope;
import reelskill.install.SkillPackage;
import reelskill.language.Language;

/** Installs the skill into agent hosts. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the skill to where a host looks for skills and adds its MCP server to the host's configuration.",
            "Nothing of yours is overwritten: the change is shown, the file as it was is kept beside it."
        })
final class InstallCommand implements Callable<Integer> {
    private final Desk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BackendOptions options = new BackendOptions();

    @Parameters(
            paramLabel = "HOST",
            arity = "1..*",
            description = "openclaw, clawhub, cursor, claude-code, codex, vscode, gemini-cli, opencode or copilot.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--project", description = "Install for the project in this folder instead of for you.")
    private boolean project;

    @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
    private boolean dry;

    @Option(
            names = "--allow",
            paramLabel = "FOLDER",
            description = "A folder that the tools may read and write in; repeatable.")
    private List<Path> allowed = new ArrayList<>();

    InstallCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        SkillDesk skills = SkillDesk.open(desk, options);
        Installer installer = skills.installer();
        Scope scope = project ? Scope.PROJECT : Scope.USER;
        PlanReport report = new PlanReport(skills, dry);
        List<Plan> plans = new ArrayList<>();
        for (String id : hosts) {
            Host host = skills.host(spec.commandLine(), id);
            SkillPackage skill = skills.skill(host);
            plans.add(installer.install(host, scope, skill, skills.java(), skills.serverOptions(allowed)));
        }
        for (Plan plan : plans) {
            report.add(plan);
            if (!dry) installer.carryOut(plan);
        }
        report.end(next(plans));
        return ExitCode.OK.value;
    }

    private String next(List<Plan> plans) {
        Language language = desk.language();
        boolean changed = plans.stream().anyMatch(plan -> !plan.isEmpty());
        if (!changed) return language.pick("Check it with 'reelskill doctor'.", "可用“reelskill doctor”检查。");
        if (plans.stream().allMatch(plan -> plan.host() == Host.CLAWHUB)) {
            return language.pick(
                    "Installed, light enough for ClawHub; what is heavy is fetched on first use. Publish with 'clawhub skill publish FOLDER --version VERSION'; 'reelskill install openclaw' adds the tools.",
                    "已安装，体积符合 ClawHub 限制；较大的组件在首次使用时下载。用“clawhub skill publish 文件夹 --version 版本”发布；“reelskill install openclaw”可添加工具。");
        }
        return language.pick(
                "Installed. Restart the host, or begin a new session in it, and say: cut the boring parts of talk.mp4. 'reelskill doctor' checks that it starts.",
                "已安装。请重启宿主或新建会话，然后说：剪掉 talk.mp4 里无聊的部分。“reelskill doctor”可检查是否能启动。");
    }
}
