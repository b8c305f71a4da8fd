package reelskill.skill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import reelskill.skill.PlatformTable.Condition;
import reelskill.skill.PlatformTable.Rule;

/**
 * {@code skill-manifest.yaml}: profiles, hosts, phrases, limits and timings as data. What a manifest leaves out is as
 * in the one that is packed with the program. Immutable, safe for use by many threads.
 *
 * @param standard what every profile says that the manifest does not name
 * @param profiles the shipped profiles by name, in the order of the file
 * @param routes words that decide where a message goes
 * @param gui words of screen talk
 */
public record SkillManifest(
        ProfileTexts standard,
        Map<String, ProfileTexts> profiles,
        ManifestLimits.Backends backends,
        ManifestLimits.Media media,
        ManifestLimits.Credits credits,
        ManifestLimits.Timings timings,
        PlatformTable platforms,
        Phrases routes,
        Phrases gui) {
    public static final String FILE_NAME = "skill-manifest.yaml";

    /** Returns the manifest that is packed with the program. */
    public static SkillManifest packed() {
        return read(tree(packedText()));
    }

    /**
     * Returns the manifest of a skill folder, completed by the packed one; the packed one where the folder has none.
     *
     * @throws InvalidSkillException naming the place that is wrong
     */
    public static SkillManifest load(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) return packed();
        try {
            if (Files.size(file) > SafeYaml.LARGEST_BYTES) {
                throw InvalidSkillException.of("%s is larger than 1 MB. Shorten it.", "%s 超过 1 MB，请精简。", FILE_NAME);
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw InvalidSkillException.of(
                    "%s cannot be read. Check that it is UTF-8 text and that you may read it.",
                    "无法读取 %s。请检查它是否为 UTF-8 文本以及读取权限。", FILE_NAME);
        }
    }

    static SkillManifest parse(String text) {
        Map<String, Object> own = tree(text);
        // Mostly a folder has the very manifest that was packed, and to parse it takes long.
        if (text.equals(packedText())) return read(own);
        Map<String, Object> packed = tree(packedText());
        for (String key : own.keySet()) {
            if (packed.containsKey(key)) continue;
            throw InvalidSkillException.of(
                    "%s has an unknown section '%s'. Known: %s.",
                    "%s 中有未知的部分“%s”。可用：%s。", FILE_NAME, key, String.join(", ", packed.keySet()));
        }
        return read(merged(packed, own));
    }

    private static SkillManifest read(Map<String, Object> tree) {
        Section root = new Section("", tree);
        Map<String, ProfileTexts> profiles = new LinkedHashMap<>();
        root.named("profiles").forEach((name, section) -> profiles.put(name, ProfileTexts.read(section)));
        return new SkillManifest(
                ProfileTexts.read(root.section("standard_profile")),
                Collections.unmodifiableMap(profiles),
                ManifestLimits.Backends.read(root.section("backends")),
                ManifestLimits.Media.read(root.section("media")),
                ManifestLimits.Credits.read(root.section("credits")),
                ManifestLimits.Timings.read(root.section("timings")),
                platforms(root.section("platforms")),
                root.phrases("routes"),
                root.phrases("gui"));
    }

    private static PlatformTable platforms(Section section) {
        return new PlatformTable(
                rules(section.textsByName("official_paths")),
                section.flag("extended"),
                section.textsByName("origin_files"),
                rules(section.textsByName("paths")),
                section.textsByName("clients").entrySet().stream()
                        .collect(Collectors.toMap(
                                client -> client.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue)),
                section.textsByName("environment").entrySet().stream()
                        .map(line -> new Condition(List.of(line.getKey().split("&")), line.getValue()))
                        .toList());
    }

    private static List<Rule> rules(Map<String, String> platformsByPath) {
        return platformsByPath.entrySet().stream()
                .map(entry -> new Rule(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String packedText() {
        try (InputStream in = SkillManifest.class.getResourceAsStream("/skill/" + FILE_NAME)) {
            if (in == null) throw new IllegalStateException("the program was packed without " + FILE_NAME);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> tree(String text) {
        try {
            return textKeys(SafeYaml.load(text, false) instanceof Map<?, ?> map ? map : Map.of());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw InvalidSkillException.of(
                    "%s is not valid YAML near line %d: %s. Correct it.",
                    "%s 第 %d 行附近不是有效的 YAML：%s。请修改。", FILE_NAME, line, e.getProblem());
        }
    }

    /** Maps are merged key by key; a list or a text of one's own takes the packed one's place. */
    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> own) {
        Map<String, Object> result = new LinkedHashMap<>(base);
        own.forEach((key, value) -> result.merge(
                key,
                value,
                (before, after) -> before instanceof Map<?, ?> from && after instanceof Map<?, ?> to
                        ? merged(textKeys(from), textKeys(to))
                        : after));
        return result;
    }

    private static Map<String, Object> textKeys(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value == null ? "" : value));
        return result;
    }
}
