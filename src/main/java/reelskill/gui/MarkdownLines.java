package reelskill.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of Markdown of which some were taken out: mends numbering, empty lines and what introduced them. */
final class MarkdownLines {
    private static final Pattern NUMBERED = Pattern.compile("(\\s*)(\\d{1,9})([.)]\\s.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s.*");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*");

    private final List<String> before = new ArrayList<>();
    private final List<Optional<String>> after = new ArrayList<>();

    /** Adds a line and what is left of it; empty if it was taken out. */
    void add(String original, Optional<String> left) {
        before.add(original);
        after.add(left);
    }

    /** Returns the text that is left, the same as before where nothing was taken out. */
    String text() {
        if (after.stream().allMatch(Optional::isPresent))
            return String.join("\n", lines()).stripTrailing();
        for (int i = 0; i < before.size(); i++) {
            if (introducesNothing(i)) after.set(i, Optional.empty());
        }
        renumber();
        return String.join("\n", lines()).replaceAll("\n{3,}", "\n\n").strip();
    }

    private List<String> lines() {
        return after.stream().flatMap(Optional::stream).toList();
    }

    /** True for a heading or an "as follows:" after which everything was taken out. */
    private boolean introducesNothing(int index) {
        String line = before.get(index).strip();
        boolean heading = HEADING.matcher(line).matches();
        if (after.get(index).isEmpty() || !(heading || line.endsWith(":") || line.endsWith("："))) return false;
        boolean lost = false;
        for (int i = index + 1; i < before.size(); i++) {
            boolean belongs = heading
                    ? !HEADING.matcher(before.get(i).strip()).matches()
                    : before.get(i).isBlank() || ITEM.matcher(before.get(i)).matches();
            if (!belongs) break;
            boolean kept = after.get(i).filter(text -> !text.isBlank()).isPresent();
            if (kept) return false;
            lost |= after.get(i).isEmpty();
        }
        return lost;
    }

    private void renumber() {
        boolean gap = false;
        int next = 0;
        for (int i = 0; i < before.size(); i++) {
            Matcher number = NUMBERED.matcher(after.get(i).orElse(before.get(i)));
            if (!number.matches()) {
                gap = gap && before.get(i).isBlank();
                if (!before.get(i).isBlank()) next = 0;
                continue;
            }
            if (next == 0) next = Integer.parseInt(number.group(2));
            gap |= after.get(i).isEmpty();
            if (after.get(i).isEmpty()) continue;
            if (gap) after.set(i, Optional.of(number.group(1) + next + number.group(3)));
            next++;
        }
    }
}
