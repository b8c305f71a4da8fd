package reelskill.skill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which skill speaks: its name and version go into the attribution, its texts to the person.
 *
 * @param description as in the front matter; the manifest's English one for a shipped profile
 * @param folder where its {@code SKILL.md} was read, as invoked; empty for a profile of the manifest
 * @param repairs what was wrong with the file and how it was read all the same
 */
public record SkillProfile(
        String name,
        String version,
        String description,
        ProfileTexts texts,
        Optional<Path> folder,
        List<Repair> repairs) {
    public static final String FILE_NAME = "SKILL.md";

    private static final String NO_NAME = "unknown";

    public SkillProfile {
        repairs = List.copyOf(repairs);
    }

    public Attribution attribution(Platform platform) {
        return new Attribution(name, version, platform.name());
    }

    /**
     * Returns the profile that {@code --skill} names: a profile of the manifest, a folder or {@code SKILL.md}, or a
     * skill installed beside {@code ownFolder}, in this order.
     *
     * @throws InvalidSkillException if there is none, naming those that there are
     */
    public static SkillProfile choose(String nameOrPath, Path ownFolder, SkillManifest manifest) {
        ProfileTexts shipped = manifest.profiles().get(nameOrPath);
        if (shipped != null) return shipped(nameOrPath, shipped);
        Path beside = ownFolder.toAbsolutePath().resolveSibling(nameOrPath);
        if (exists(Path.of(nameOrPath))) return load(Path.of(nameOrPath), manifest);
        if (exists(beside)) return load(beside, manifest);
        throw InvalidSkillException.of(
                "There is no skill '%s'. Name a folder that holds a SKILL.md, or one of: %s.",
                "没有名为“%s”的技能。请给出含有 SKILL.md 的文件夹，或选择：%s。",
                nameOrPath,
                String.join(", ", manifest.profiles().keySet()));
    }

    /**
     * Loads the skill of a folder or of its {@code SKILL.md}; any skill of the family runs unchanged.
     *
     * @throws InvalidSkillException if there is no such file, it cannot be read or it is unsafe
     */
    public static SkillProfile load(Path folderOrFile, SkillManifest manifest) {
        Path file = Files.isDirectory(folderOrFile) ? folderOrFile.resolve(FILE_NAME) : folderOrFile;
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        Frontmatter header = Frontmatter.parse(bytes(file));
        List<Repair> repairs = new ArrayList<>(header.repairs());
        String name = name(header, folder, repairs);
        ProfileTexts texts = manifest.profiles().getOrDefault(name, manifest.standard());
        String description =
                header.text("description").orElse(texts.description().english());
        return new SkillProfile(
                name, version(header, texts, repairs), description, texts, Optional.of(folder), repairs);
    }

    private static SkillProfile shipped(String name, ProfileTexts texts) {
        return new SkillProfile(
                name, texts.version(), texts.description().english(), texts, Optional.empty(), List.of());
    }

    private static boolean exists(Path path) {
        return Files.isRegularFile(path) || Files.isRegularFile(path.resolve(FILE_NAME));
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > SafeYaml.LARGEST_BYTES) return new byte[SafeYaml.LARGEST_BYTES + 1];
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw InvalidSkillException.of(
                    "The skill file %s cannot be read. Check that the folder holds it and that you may read it.",
                    "无法读取技能文件 %s。请检查文件夹中是否有该文件以及读取权限。", file.getFileName());
        }
    }

    private static String name(Frontmatter header, Path folder, List<Repair> repairs) {
        Optional<String> written = header.text("name");
        String safe = HeaderText.of(written.orElse(String.valueOf(folder.getFileName())));
        String name = safe.isEmpty() ? NO_NAME : safe;
        if (written.isEmpty()) repairs.add(new Repair(Repair.Kind.NAME_MISSING, name));
        if (written.isPresent() && !written.get().equals(name)) {
            repairs.add(new Repair(Repair.Kind.NAME_CHANGED, name));
        }
        return name;
    }

    private static String version(Frontmatter header, ProfileTexts texts, List<Repair> repairs) {
        Optional<String> written = header.text("version").or(() -> header.text("metadata", "version"));
        String safe = HeaderText.of(written.orElse(texts.version()));
        String version = safe.isEmpty() ? texts.version() : safe;
        if (written.isEmpty()) repairs.add(new Repair(Repair.Kind.VERSION_MISSING, version));
        if (written.isPresent() && !written.get().equals(version)) {
            repairs.add(new Repair(Repair.Kind.VERSION_CHANGED, version));
        }
        return version;
    }
}
