package reelskill.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import reelskill.install.JsonLayout.Braces;
import reelskill.install.JsonLayout.Member;

/** JSON as hosts let people write it: comments, trailing commas, names without quotes. Immutable. */
final class JsonText implements ConfigText {
    private final String text;
    private final List<String> parents;
    private final JsonNode tree;
    private final Braces root;

    private JsonText(String text, List<String> parents, JsonNode tree, Braces root) {
        this.text = text;
        this.parents = parents;
        this.tree = tree;
        this.root = root;
    }

    /**
     * Parses a text whose entries stand in the object that {@code parents} lead to; an empty text is an empty object.
     *
     * @throws DamagedConfigException if it is no JSON object, or one of the parents is something else than an object
     */
    static JsonText parse(String text, List<String> parents) throws DamagedConfigException {
        String written = text.isBlank() ? "{}\n" : text;
        JsonText parsed = new JsonText(written, parents, JsonLayout.tree(written), JsonLayout.of(written));
        JsonNode at = parsed.tree;
        for (String parent : parents) {
            at = at.path(parent);
            if (!at.isObject() && !at.isMissingNode())
                throw new DamagedConfigException(1, new ClassCastException(parent));
        }
        return parsed;
    }

    @Override
    public JsonNode tree() {
        return tree;
    }

    @Override
    public Optional<JsonNode> entry(String name) {
        JsonNode at = tree;
        for (String parent : parents) at = at.path(parent);
        return Optional.ofNullable(at.get(name));
    }

    @Override
    public int missingParents() {
        return parents.size() - depth();
    }

    @Override
    public String with(String name, ObjectNode entry) {
        int depth = depth();
        Braces list = braces(depth);
        Optional<Member> old = depth == parents.size() ? list.member(name) : Optional.empty();
        if (old.isPresent()) return replaced(old.get(), list, entry);
        ObjectNode value = entry;
        String key = depth == parents.size() ? name : parents.get(depth);
        for (int i = parents.size() - 1; i >= depth; i--) {
            String inner = i == parents.size() - 1 ? name : parents.get(i + 1);
            value = JsonNodeFactory.instance.objectNode().set(inner, value);
        }
        return inserted(list, key, value);
    }

    @Override
    public String without(String name, int emptied) {
        if (entry(name).isEmpty()) return text;
        int depth = parents.size();
        String key = name;
        while (emptied > 0 && depth > 0 && braces(depth).members().size() == 1) {
            emptied--;
            depth--;
            key = parents.get(depth);
        }
        Braces list = braces(depth);
        return removed(list, list.members().indexOf(list.member(key).orElseThrow()));
    }

    private String replaced(Member member, Braces list, ObjectNode entry) {
        return text.substring(0, member.valueStart())
                + printed(entry, indentOf(member.start()), list.isOneLine(text))
                + text.substring(member.end());
    }

    private String inserted(Braces list, String key, ObjectNode value) {
        if (list.isOneLine(text) && !list.members().isEmpty()) {
            int end = list.last().end();
            return splice(end, end, ", " + JsonLayout.quoted(key) + ": " + value);
        }
        String indent = list.members().isEmpty()
                ? indentOf(list.open()) + unit()
                : indentOf(list.last().start());
        String member = newline() + indent + JsonLayout.quoted(key) + ": " + printed(value, indent, false);
        if (list.members().isEmpty()) return intoEmpty(list, member);
        int end = list.last().end();
        int comma = JsonLayout.comma(text, end);
        boolean trailing = comma < list.close();
        int after = JsonLayout.endOfRemark(text, trailing ? comma + 1 : end);
        return text.substring(0, end)
                + (trailing ? text.substring(end, after) : "," + text.substring(end, after))
                + member
                + (trailing ? "," : "")
                + text.substring(after);
    }

    /** Comments inside stay where they are; white space between the braces alone becomes a line of its own. */
    private String intoEmpty(Braces list, String member) {
        String inside = text.substring(list.open() + 1, list.close());
        String kept = inside.stripTrailing();
        return text.substring(0, list.open() + 1)
                + kept
                + member
                + newline()
                + indentOf(list.open())
                + text.substring(list.close());
    }

    private String removed(Braces list, int index) {
        Member member = list.members().get(index);
        int comma = JsonLayout.comma(text, member.end());
        boolean followed = comma < list.close();
        int start = JsonLayout.startOfGap(text, member.start());
        if (followed) return splice(start, comma + 1, "");
        if (index > 0) {
            int before = JsonLayout.comma(text, list.members().get(index - 1).end());
            return text.substring(0, before) + text.substring(before + 1, start) + text.substring(member.end());
        }
        boolean bare = text.substring(list.open() + 1, start).isBlank()
                && text.substring(member.end(), list.close()).isBlank();
        return bare ? splice(list.open() + 1, list.close(), "") : splice(start, member.end(), "");
    }

    private String splice(int from, int to, String words) {
        return text.substring(0, from) + words + text.substring(to);
    }

    /** Returns how many of the parents are there. */
    private int depth() {
        JsonNode at = tree;
        int depth = 0;
        while (depth < parents.size() && at.has(parents.get(depth))) at = at.path(parents.get(depth++));
        return depth;
    }

    private Braces braces(int depth) {
        Braces at = root;
        for (String parent : parents.subList(0, depth)) {
            at = at.member(parent).flatMap(Member::braces).orElseThrow();
        }
        return at;
    }

    private String printed(JsonNode value, String indent, boolean oneLine) {
        if (oneLine) return value.toString();
        DefaultIndenter lines = new DefaultIndenter(unit(), newline());
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        try {
            String printed = JsonLayout.MAPPER.writer(printer).writeValueAsString(value);
            return printed.replace(newline(), newline() + indent);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Returns one step of indentation as this file has it; two spaces where it has none. */
    private String unit() {
        if (root.members().isEmpty()) return "  ";
        String first = indentOf(root.members().get(0).start());
        return first.isEmpty() || root.isOneLine(text) ? "  " : first;
    }

    private String indentOf(int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        int end = line;
        while (end < at && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) end++;
        return text.substring(line, end);
    }
}
