package reelskill.skill;

import static reelskill.skill.Repair.Kind.DUPLICATE_KEY;
import static reelskill.skill.Repair.Kind.IGNORED;
import static reelskill.skill.Repair.Kind.NO_FRONT_MATTER;
import static reelskill.skill.Repair.Kind.PLAIN_TEXT;
import static reelskill.skill.Repair.Kind.TABS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The header of a {@code SKILL.md}, as written. Every scalar is a string, so {@code version: 1.10} is {@code "1.10"}.
 * Lenient where real files are odd, and then {@link #repairs()} says so; strict where a file could do harm.
 */
public record Frontmatter(Map<String, Object> values, List<Repair> repairs) {
    public Frontmatter {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        repairs = List.copyOf(repairs);
    }

    /**
     * Parses the bytes of a {@code SKILL.md}; bytes with no front matter give no values.
     *
     * @throws InvalidSkillException if they are above 1 MB, or use tags, alias bombs or bottomless nesting
     */
    public static Frontmatter parse(byte[] bytes) {
        if (bytes.length > SafeYaml.LARGEST_BYTES) {
            throw InvalidSkillException.of(
                    "The skill file is larger than 1 MB; a skill file is a short text. Check that the right file was named.",
                    "技能文件超过 1 MB；技能文件应是一段简短的文字。请检查是否指定了正确的文件。");
        }
        List<Repair> repairs = new ArrayList<>();
        List<String> header = HeaderLines.find(SkillText.lines(bytes, repairs), repairs);
        Map<String, Object> values = read(withoutTabs(header, repairs), repairs);
        if (values.isEmpty()) repairs.add(Repair.of(NO_FRONT_MATTER));
        return new Frontmatter(values, repairs);
    }

    /**
     * Returns the header of a {@code SKILL.md} as any YAML reader takes it, booleans and numbers typed; as {@link #parse} does
     * where it is not YAML.
     *
     * @throws InvalidSkillException as {@link #parse} does
     */
    public static Map<String, Object> typed(byte[] bytes) {
        Frontmatter lenient = parse(bytes);
        List<String> header = HeaderLines.find(SkillText.lines(bytes, new ArrayList<>()), new ArrayList<>());
        try {
            return Collections.unmodifiableMap(map(SafeYaml.loadTyped(String.join("\n", header))));
        } catch (MarkedYAMLException e) {
            return lenient.values();
        }
    }

    /** Returns the text at a path like {@code "metadata", "version"}, trimmed; empty when absent, blank or not a text. */
    public Optional<String> text(String... path) {
        Object at = values;
        for (String key : path) {
            at = at instanceof Map<?, ?> map && map.get(key) != null ? map.get(key) : "";
        }
        return at instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private static List<String> withoutTabs(List<String> lines, List<Repair> repairs) {
        List<String> spaced = lines.stream().map(Frontmatter::indentedBySpaces).toList();
        if (!spaced.equals(lines)) repairs.add(Repair.of(TABS));
        return spaced;
    }

    private static String indentedBySpaces(String line) {
        int text = 0;
        while (text < line.length() && Character.isWhitespace(line.charAt(text))) text++;
        // A tab between the colon and the value is as common as one before the key, and no YAML either.
        return line.substring(0, text).replace("\t", "  ")
                + line.substring(text).replaceFirst(":\t+", ": ");
    }

    private static Map<String, Object> read(List<String> lines, List<Repair> repairs) {
        try {
            return map(SafeYaml.load(String.join("\n", lines), false));
        } catch (MarkedYAMLException e) {
            return readByKey(lines, repairs);
        }
    }

    /** Reads each top-level key by itself, so that one odd value does not cost the others. */
    private static Map<String, Object> readByKey(List<String> lines, List<Repair> repairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size()
                    && !HeaderLines.KEY.matcher(lines.get(end)).matches()) end++;
            readKey(lines.subList(at, end), values, repairs);
            at = end;
        }
        return values;
    }

    private static void readKey(List<String> lines, Map<String, Object> values, List<Repair> repairs) {
        Matcher first = HeaderLines.KEY.matcher(lines.get(0));
        if (!first.matches()) {
            lines.stream()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> repairs.add(new Repair(IGNORED, line.strip())));
            return;
        }
        String key = first.group(1).replaceAll("^[\"']|[\"']$", "");
        if (values.containsKey(key)) repairs.add(new Repair(DUPLICATE_KEY, key));
        values.put(key, value(key, lines, first.group(2), repairs));
    }

    private static Object value(String key, List<String> lines, @Nullable String onFirstLine, List<Repair> repairs) {
        try {
            Object value = map(SafeYaml.load(String.join("\n", lines), true)).get(key);
            if (value != null) return value;
        } catch (MarkedYAMLException e) {
            repairs.add(new Repair(PLAIN_TEXT, key));
        }
        List<String> words = new ArrayList<>();
        if (onFirstLine != null) words.add(onFirstLine);
        words.addAll(lines.subList(1, lines.size()));
        return String.join(" ", words.stream().map(String::strip).toList()).replaceAll("^[>|][+-]?\\s|\\s+$", "");
    }

    private static Map<String, Object> map(@Nullable Object tree) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> read)
            read.forEach((key, value) -> map.put(String.valueOf(key), value == null ? "" : value));
        return map;
    }
}
