package reelskill.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The skill as a folder that needs nothing else but Java: texts, launchers, the program and its libraries.
 *
 * @param name of the skill and so of its folder
 * @param files all of them, real files, none hidden
 * @param origin the folder that they come from
 */
public record SkillPackage(String name, List<SkillFile> files, Path origin) {
    static final String JAR = "reelskill.jar";
    static final String LIBRARIES = "lib";

    private static final String SKILL = "SKILL.md";
    private static final List<String> TEXTS = List.of("skill-manifest.yaml", "LICENSE");
    private static final List<String> LAUNCHERS = List.of("reelskill", "reelskill.cmd");
    /**
     * Fetched on first use instead ({@code reelskill.parts}), or done without: the sentence model, and what only the chat
     * in a terminal needs, for a registry's copy works inside an agent host.
     */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "ffmpeg-.*|langchain4j-embeddings-.*|jline-.*|langchain4j-(open-ai|anthropic|ollama|http-client).*");

    /** Natives are fetched too; what Maven and Kotlin's compiler left for builds is read by nobody here. */
    private static final Pattern NEEDLESS = Pattern.compile(
            "ai/onnxruntime/native/.*|org/sqlite/native/.*|META-INF/maven/.*|.*\\.kotlin_(module|builtins)");

    private static final long LARGEST_FILE = 10L << 20;
    private static final long LARGEST_BUNDLE = 50L << 20;

    public SkillPackage {
        files = List.copyOf(files);
    }

    /** Returns everything, as it lies on this machine, native programs for this machine among it. */
    public static SkillPackage whole(Program program, SkillText text) throws IOException {
        return of(program, text, false);
    }

    /**
     * Returns what a registry takes (ClawHub: 10 MiB a file, 50 MiB in all) and runs on every system: the same but for
     * the heavy native parts.
     *
     * @throws InstallException if it is larger all the same
     */
    public static SkillPackage light(Program program, SkillText text) throws IOException {
        SkillPackage light = of(program, text, true);
        long bytes = light.files().stream().mapToLong(SkillFile::bytes).sum();
        Optional<SkillFile> heavy = light.files().stream()
                .filter(file -> file.bytes() > LARGEST_FILE)
                .findFirst();
        if (heavy.isPresent() || bytes > LARGEST_BUNDLE) {
            throw InstallException.of(
                    "This build is too large for a registry of skills (%s), so nothing was written.",
                    "此构建超出技能仓库的大小限制（%s），未写入任何内容。",
                    heavy.map(SkillFile::path).orElse(String.format(Locale.ROOT, "%.2f > 50 MiB", bytes / 1048576.0)));
        }
        return light;
    }

    private static SkillPackage of(Program program, SkillText text, boolean light) throws IOException {
        List<SkillFile> files = new ArrayList<>();
        files.add(SkillFile.of(SKILL, text.markdown().getBytes(StandardCharsets.UTF_8)));
        for (String name : TEXTS) files.add(SkillFile.copy(name, program.root().resolve(name)));
        for (String name : LAUNCHERS) {
            files.add(SkillFile.copy(name, program.root().resolve(name)).asProgram());
        }
        files.addAll(prompts(program.root()));
        files.add(SkillFile.copy(JAR, program.jar()));
        for (Path library : program.libraries()) {
            String name = String.valueOf(library.getFileName());
            if (light && LEFT_OUT.matcher(name).matches()) continue;
            files.add(light ? lightened(library, name) : SkillFile.copy(LIBRARIES + "/" + name, library));
        }
        return new SkillPackage(text.name(), files, program.root());
    }

    /** Some jars are packed better by who made them. */
    private static SkillFile lightened(Path library, String name) throws IOException {
        byte[] light = LightJar.of(library, entry -> !NEEDLESS.matcher(entry).matches());
        return light.length < Files.size(library)
                ? SkillFile.of(LIBRARIES + "/" + name, light)
                : SkillFile.copy(LIBRARIES + "/" + name, library);
    }

    private static List<SkillFile> prompts(Path root) throws IOException {
        List<SkillFile> files = new ArrayList<>();
        try (Stream<Path> prompts = Files.list(root.resolve("prompts"))) {
            for (Path prompt : prompts.filter(Files::isRegularFile).sorted().toList()) {
                files.add(SkillFile.copy("prompts/" + prompt.getFileName(), prompt));
            }
        }
        return files;
    }

    /** Says whether the program runs from {@code folder}, so that there is nothing to copy into it. */
    boolean comesFrom(Path folder) throws IOException {
        return Files.exists(folder) && Files.exists(origin) && Files.isSameFile(folder, origin);
    }

    /**
     * The program that runs now.
     *
     * @param root the folder with the texts and launchers
     * @param libraries the jars that its manifest names and that are there
     */
    public record Program(Path root, Path jar, List<Path> libraries) {
        public Program {
            libraries = List.copyOf(libraries);
        }

        /** Finds what belongs to the program's jar, in a built source tree or an installed skill folder. */
        public static Program of(Path jar) throws IOException {
            if (!Files.isRegularFile(jar)) {
                throw InstallException.of(
                        "The program runs from loose classes, which cannot be installed. Build it with 'mvn package' and run ./reelskill.",
                        "程序正以未打包的类运行，无法安装。请先执行“mvn package”，再运行 ./reelskill。");
            }
            Path beside = jar.toAbsolutePath().normalize().resolveSibling("");
            Path root = Files.exists(beside.resolve(SKILL)) ? beside : beside.resolveSibling("");
            if (!Files.exists(root.resolve(SKILL)) || !Files.exists(root.resolve(LAUNCHERS.get(0)))) {
                throw InstallException.of(
                        "The program does not lie beside its SKILL.md. Run the 'reelskill' launcher of the skill folder or of the sources.",
                        "程序旁边没有 SKILL.md。请运行技能文件夹或源码目录中的“reelskill”启动脚本。");
            }
            return new Program(root, jar, libraries(jar, beside));
        }

        private static List<Path> libraries(Path jar, Path folder) throws IOException {
            try (JarFile opened = new JarFile(jar.toFile())) {
                String names = opened.getManifest() == null
                        ? null
                        : opened.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                return Stream.of((names == null ? "" : names).split(" "))
                        .filter(name -> !name.isBlank())
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .toList();
            }
        }
    }
}
