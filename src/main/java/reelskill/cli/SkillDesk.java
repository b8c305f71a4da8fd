package reelskill.cli;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import reelskill.install.Host;
import reelskill.install.InstallException;
import reelskill.install.Installer;
import reelskill.install.SkillPackage;
import reelskill.install.SkillText;
import reelskill.skill.SkillProfile;

/** What the commands that install share: the program that runs, the skill it is to be installed as, and who does it. */
record SkillDesk(Desk desk, BackendOptions options) {
    /** Begins a command about the skill: nothing was said yet, so the answer is in the language of the machine. */
    static SkillDesk open(Desk desk, BackendOptions options) {
        desk.answerInJson(options.json);
        desk.speak(desk.settings().language());
        return new SkillDesk(desk, options);
    }

    Installer installer() {
        return new Installer(desk.settings().places(), desk.settings().home());
    }

    /** Returns the host of an id; an unknown one is a mistake on the command line. */
    Host host(CommandLine line, String id) {
        try {
            return Host.of(id);
        } catch (InstallException e) {
            throw new CommandLine.ParameterException(line, e.sentence(desk.language()));
        }
    }

    /** Returns the skill as a folder for {@code host}: light where a registry sets limits, else whole. */
    SkillPackage skill(Host host) throws IOException {
        SkillPackage.Program program = SkillPackage.Program.of(jar());
        SkillText text = text(program.root());
        return host == Host.CLAWHUB ? SkillPackage.light(program, text) : SkillPackage.whole(program, text);
    }

    /** Returns the name that the skill has or would have. */
    String name() {
        return desk.backends().profile(options).name();
    }

    private SkillText text(Path root) throws IOException {
        SkillProfile profile = desk.backends().profile(options);
        Path own = root.resolve(SkillProfile.FILE_NAME);
        Path named = profile.folder()
                .map(folder -> folder.resolve(SkillProfile.FILE_NAME))
                .orElse(own);
        String markdown = Files.readString(named, StandardCharsets.UTF_8);
        if (profile.folder().isPresent()) return new SkillText(profile.name(), markdown);
        String description = profile.texts().description().english() + " "
                + profile.texts().description().chinese();
        return new SkillText(profile.name(), markdown).as(profile.name(), profile.version(), description);
    }

    private static Path jar() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns the Java that hosts are to start: the one that runs now, by its name on the PATH if that is it, since a path
     * with a version in it does not outlive an update.
     */
    String java() {
        Path running =
                Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java");
        String path = desk.settings().environment().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, String.valueOf(running.getFileName())))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(found -> isSame(found, running))
                .orElse(running)
                .toString();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.isAbsolute() && one.toRealPath().equals(other.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns what follows {@code mcp} in the hosts' entries. */
    List<String> serverOptions(List<Path> allowed) {
        List<String> arguments = new ArrayList<>();
        options.named().ifPresent(backend -> arguments.add("--" + backend));
        for (Path folder : allowed) {
            if (!Files.isDirectory(folder)) {
                throw InstallException.of(
                        "There is no folder '%s' to allow. Name one that is there.",
                        "没有可授权的文件夹“%s”。请给出已存在的文件夹。", folder);
            }
            arguments.add("--allow");
            arguments.add(folder.toAbsolutePath().normalize().toString());
        }
        return arguments;
    }

    /** Returns a path as a person writes it. */
    String shown(Path path) {
        Optional<String> home =
                Optional.ofNullable(desk.settings().environment().get("HOME"));
        return home.filter(folder -> !folder.isBlank() && path.startsWith(folder))
                .map(folder ->
                        "~/" + Path.of(folder).relativize(path).toString().replace('\\', '/'))
                .orElse(path.toString());
    }
}
