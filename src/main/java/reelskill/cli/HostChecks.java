package reelskill.cli;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.install.Host;
import reelskill.install.InstallException;
import reelskill.install.Installer;
import reelskill.install.Places;
import reelskill.install.Scope;
import reelskill.install.ServerEntry;
import reelskill.install.ServerProbe;
import reelskill.language.Language;

/** Which hosts are here, whether they know the skill, and whether its server starts as each of them is told to. */
record HostChecks(Desk desk, Language language) {
    /** A server that does not start is known at once; only one that hangs is waited for. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    List<Finding> all() {
        SkillDesk skills = new SkillDesk(desk, new BackendOptions());
        Places places = desk.settings().places();
        String name = skills.name();
        List<Finding> findings = new ArrayList<>();
        for (Host host : Host.values()) {
            for (Scope scope : Scope.values()) {
                check(host, scope, places, skills.installer(), name).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** A host that is not here, or a project without the skill, is nothing to talk about. */
    private Optional<Finding> check(Host host, Scope scope, Places places, Installer installer, String name) {
        boolean skill =
                Files.isRegularFile(places.skills(host, scope).resolve(name).resolve("SKILL.md"));
        boolean here = scope == Scope.USER && Files.isDirectory(places.traces(host));
        Optional<ServerEntry> entry;
        try {
            entry = installer.entry(host, scope, name);
        } catch (InstallException e) {
            return Optional.of(Finding.problem(host.id(), title(host, scope), e.sentence(language)));
        }
        if (!skill && entry.isEmpty() && !here) return Optional.empty();
        if (host == Host.CLAWHUB) return skill ? Optional.of(installed(host, scope)) : Optional.empty();
        if (entry.isEmpty()) return Optional.of(notInstalled(host, scope, skill));
        return Optional.of(started(host, scope, entry.get(), skill));
    }

    private String title(Host host, Scope scope) {
        return scope == Scope.USER ? host.title() : host.title() + language.pick(", this project", "（本项目）");
    }

    private String install(Host host, Scope scope) {
        return "reelskill install " + host.id() + (scope == Scope.PROJECT ? " --project" : "");
    }

    private Finding installed(Host host, Scope scope) {
        return Finding.ok(host.id(), title(host, scope) + language.pick(": the skill is there", "：技能已安装"));
    }

    private Finding notInstalled(Host host, Scope scope, boolean skill) {
        return Finding.note(
                host.id(),
                title(host, scope)
                        + (skill
                                ? language.pick(": has the skill, but not its tools", "：有技能文件，但未配置工具")
                                : language.pick(": is here, without the skill", "：已检测到，尚未安装技能")),
                install(host, scope));
    }

    private Finding started(Host host, Scope scope, ServerEntry entry, boolean skill) {
        long begin = System.nanoTime();
        Optional<String> server = ServerProbe.greet(entry, desk.settings().environment(), LIMIT);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        if (server.isEmpty()) {
            return Finding.problem(
                    host.id(),
                    title(host, scope) + language.pick(": the server does not start as configured", "：服务器无法按配置启动"),
                    install(host, scope));
        }
        if (!skill) {
            return Finding.note(
                    host.id(),
                    title(host, scope) + language.pick(": has the tools, but not the skill's texts", "：已配置工具，但缺少技能文件"),
                    install(host, scope));
        }
        return Finding.ok(
                host.id(),
                title(host, scope)
                        + language.say(
                                ": the skill is there and its server answers in %d ms", "：技能已安装，服务器 %d 毫秒内应答", millis));
    }
}
