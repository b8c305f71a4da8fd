package reelskill.skill;

import static reelskill.skill.Repair.Kind.NO_CLOSING;
import static reelskill.skill.Repair.Kind.NO_OPENING;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Finds the lines of a front matter, also where one of its fences was lost. */
final class HeaderLines {
    /** {@code key: value} at the start of a line; the key may be quoted. */
    static final Pattern KEY = Pattern.compile("([A-Za-z][\\w.-]*|\"[^\"]+\"|'[^']+')\\s*:(?:\\s+(.*))?");

    private static final Pattern FENCE = Pattern.compile("(---+|\\.\\.\\.|—+)\\s*");
    private static final Pattern OWN = Pattern.compile("(\\s.*|- .*|[}\\]].*|)");

    private HeaderLines() {}

    /** Returns the lines between the fences; empty when {@code lines} begin with something else. */
    static List<String> find(List<String> lines, List<Repair> repairs) {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) first++;
        if (first == lines.size()) return List.of();
        boolean opened = isFence(lines.get(first));
        if (!opened && !isKey(lines.get(first))) return List.of();
        if (!opened) repairs.add(Repair.of(NO_OPENING));
        return upToClosing(lines.subList(opened ? first + 1 : first, lines.size()), repairs);
    }

    /** A fence after prose is a rule drawn in the text, not the closing one. */
    private static List<String> upToClosing(List<String> lines, List<Repair> repairs) {
        int fence = firstThat(lines, HeaderLines::isFence);
        int prose = firstThat(lines, line -> !isKey(line) && !OWN.matcher(line).matches());
        boolean closed = fence < lines.size() && (fence <= prose || isMap(lines.subList(0, fence)));
        if (!closed) repairs.add(Repair.of(NO_CLOSING));
        return lines.subList(0, closed ? fence : Math.min(fence, prose));
    }

    private static int firstThat(List<String> lines, Predicate<String> test) {
        int at = 0;
        while (at < lines.size() && !test.test(lines.get(at))) at++;
        return at;
    }

    private static boolean isFence(String line) {
        return FENCE.matcher(line).matches();
    }

    private static boolean isKey(String line) {
        return KEY.matcher(line).matches();
    }

    private static boolean isMap(List<String> lines) {
        try {
            return SafeYaml.load(String.join("\n", lines), true) instanceof Map;
        } catch (MarkedYAMLException e) {
            return false;
        }
    }
}
