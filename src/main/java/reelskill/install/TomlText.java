package reelskill.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** TOML whose entries are tables of their own, {@code [parent.name]} and {@code [parent.name.env]}. Immutable. */
final class TomlText implements ConfigText {
    private static final TomlMapper MAPPER = new TomlMapper();

    private final String text;
    private final String parent;
    private final JsonNode tree;

    private TomlText(String text, String parent, JsonNode tree) {
        this.text = text;
        this.parent = parent;
        this.tree = tree;
    }

    /** @throws DamagedConfigException if it is no TOML */
    static TomlText parse(String text, String parent) throws DamagedConfigException {
        try {
            return new TomlText(text, parent, text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new DamagedConfigException(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e);
        }
    }

    @Override
    public JsonNode tree() {
        return tree;
    }

    @Override
    public Optional<JsonNode> entry(String name) {
        return Optional.ofNullable(tree.path(parent).get(name));
    }

    /** A table's header brings its parent along. */
    @Override
    public int missingParents() {
        return 0;
    }

    @Override
    public String with(String name, ObjectNode entry) {
        String block = printed(name, entry);
        List<String> lines = new ArrayList<>(text.lines().toList());
        int start = start(lines, name);
        if (start < 0) return appended(block);
        int end = end(lines, name, start);
        List<String> kept = new ArrayList<>(lines.subList(0, start));
        kept.addAll(block.lines().toList());
        kept.addAll(lines.subList(end, lines.size()));
        return joined(kept);
    }

    private String appended(String block) {
        if (text.isBlank()) return text + block;
        return text + (text.endsWith("\n") ? "" : newline()) + newline() + block;
    }

    @Override
    public String without(String name, int emptied) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int start = start(lines, name);
        if (start < 0) return text;
        int end = end(lines, name, start);
        boolean gap = start > 0 && lines.get(start - 1).isBlank();
        List<String> kept = new ArrayList<>(lines.subList(0, gap ? start - 1 : start));
        kept.addAll(lines.subList(end, lines.size()));
        return kept.isEmpty() ? "" : joined(kept);
    }

    private String joined(List<String> lines) {
        return String.join(newline(), lines) + newline();
    }

    private int start(List<String> lines, String name) {
        Pattern header = header(name, "");
        for (int i = 0; i < lines.size(); i++) if (header.matcher(lines.get(i)).matches()) return i;
        return -1;
    }

    /** Ends before the next table that is not part of the entry, without the blank and comment lines that lead to it. */
    private int end(List<String> lines, String name, int start) {
        Pattern part = header(name, "(\\.[^\\]]+)?");
        int end = start + 1;
        int last = end;
        while (end < lines.size()) {
            String line = lines.get(end).strip();
            if (line.startsWith("[") && !part.matcher(line).matches()) break;
            end++;
            if (!line.isEmpty() && !line.startsWith("#")) last = end;
        }
        return last;
    }

    private Pattern header(String name, String rest) {
        return Pattern.compile("\\s*\\[\\s*" + parent + "\\s*\\.\\s*[\"']?" + Pattern.quote(name) + "[\"']?" + rest
                + "\\s*\\]\\s*(#.*)?");
    }

    private String printed(String name, ObjectNode entry) {
        StringBuilder block = new StringBuilder();
        block.append('[').append(parent).append('.').append(name).append(']').append(newline());
        for (Map.Entry<String, JsonNode> field : entry.properties()) {
            if (!field.getValue().isObject()) block.append(line(field));
        }
        for (Map.Entry<String, JsonNode> table : entry.properties()) {
            if (!table.getValue().isObject()) continue;
            block.append(newline()).append('[').append(parent).append('.').append(name);
            block.append('.').append(table.getKey()).append(']').append(newline());
            for (Map.Entry<String, JsonNode> field : table.getValue().properties()) block.append(line(field));
        }
        return block.toString();
    }

    private String line(Map.Entry<String, JsonNode> field) {
        return field.getKey() + " = " + value(field.getValue()) + newline();
    }

    /** Texts are written as JSON texts, which TOML's basic strings contain. */
    private static String value(JsonNode node) {
        if (!node.isArray()) return node.toString();
        return StreamSupport.stream(node.spliterator(), false)
                .map(TomlText::value)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
