package reelskill.skill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One map of the manifest, read with its path, so that an error names the place to mend. */
final class Section {
    private final String path;
    private final Map<?, ?> values;

    Section(String path, Object values) {
        if (!(values instanceof Map<?, ?> map)) throw wrong(path, "a map", "一个映射", values);
        this.path = path;
        this.values = map;
    }

    Section section(String key) {
        return new Section(at(key), value(key));
    }

    /** Returns the sections under {@code key} by name, in the order of the file. */
    Map<String, Section> named(String key) {
        Map<String, Section> named = new LinkedHashMap<>();
        section(key)
                .values
                .forEach((name, value) -> named.put(name.toString(), new Section(at(key) + "." + name, value)));
        return named;
    }

    List<Section> listed(String key) {
        List<?> list = list(key);
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) sections.add(new Section(at(key) + "[" + i + "]", list.get(i)));
        return sections;
    }

    String text(String key) {
        Object value = value(key);
        if (value instanceof String text && !text.isBlank()) return text.strip();
        throw wrong(at(key), "a text", "一段文字", value);
    }

    List<String> texts(String key) {
        return list(key).stream().map(Object::toString).toList();
    }

    /** Returns the texts under {@code key} by name, in the order of the file. */
    Map<String, String> textsByName(String key) {
        Section section = section(key);
        Map<String, String> texts = new LinkedHashMap<>();
        section.values.keySet().forEach(name -> texts.put(name.toString(), section.text(name.toString())));
        return texts;
    }

    Words words(String key) {
        return section(key).asWords();
    }

    Words asWords() {
        return new Words(text("en"), text("zh"));
    }

    List<Words> wordsList(String key) {
        return listed(key).stream().map(Section::asWords).toList();
    }

    boolean flag(String key) {
        String text = text(key);
        if (text.equals("true") || text.equals("false")) return text.equals("true");
        throw wrong(at(key), "true or false", "true 或 false", text);
    }

    long number(String key) {
        String text = text(key).replace("_", "");
        if (text.matches("\\d{1,18}")) return Long.parseLong(text);
        throw wrong(at(key), "a whole number", "一个整数", text);
    }

    Duration seconds(String key) {
        return Duration.ofSeconds(number(key));
    }

    Phrases phrases(String key) {
        Section section = section(key);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        section.values.keySet().forEach(name -> lists.put(name.toString(), section.texts(name.toString())));
        return new Phrases(lists);
    }

    private List<?> list(String key) {
        Object value = value(key);
        if (value instanceof List<?> list) return list;
        throw wrong(at(key), "a list", "一个列表", value);
    }

    private Object value(String key) {
        Object value = values.get(key);
        if (value != null) return value;
        throw wrong(at(key), "a value", "一个值", "");
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static InvalidSkillException wrong(String path, String expected, String expectedChinese, Object found) {
        String shown = found.toString().replaceAll("\\s+", " ");
        String cut = shown.substring(0, Math.min(40, shown.length()));
        return InvalidSkillException.of(
                "%s, %s: expected %s, found '%s'. Correct this line.",
                "%1$s 的 %2$s：应为%5$s，实际是“%4$s”。请修改这一行。", SkillManifest.FILE_NAME, path, expected, cut, expectedChinese);
    }
}
