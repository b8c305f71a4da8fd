package reelskill.install;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A unified diff of a text that changed in one place, as every change of ours is. Values that may be secrets are masked. */
public final class LineDiff {
    private static final int CONTEXT = 3;
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\\w-]*(?:token|key|secret|passw|auth|bearer|credential)[\\w-]*[\"']?\\s*[:=]\\s*)\\S.*");

    private static final Pattern KEY_LIKE =
            Pattern.compile("([\"'])(?=[^\"']*\\d)(?=[^\"']*[A-Za-z])[A-Za-z0-9_.=+~-]{20,}\\1");

    private LineDiff() {}

    /** Returns the lines of the diff; none if both are the same. A text that is not there yet, or no longer, is empty. */
    public static List<String> of(String name, String before, String after) {
        if (before.equals(after)) return List.of();
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int shorter = Math.min(old.size(), now.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(now.get(head))) head++;
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) tail++;
        int from = Math.max(0, head - CONTEXT);
        int oldEnd = old.size() - tail;
        int nowEnd = now.size() - tail;
        int more = Math.min(CONTEXT, tail);
        List<String> lines = new ArrayList<>();
        lines.add("--- " + (before.isEmpty() ? "/dev/null" : name));
        lines.add("+++ " + (after.isEmpty() ? "/dev/null" : name));
        lines.add("@@ -" + range(from, oldEnd + more) + " +" + range(from, nowEnd + more) + " @@");
        old.subList(from, head).forEach(line -> lines.add(" " + masked(line)));
        old.subList(head, oldEnd).forEach(line -> lines.add("-" + masked(line)));
        now.subList(head, nowEnd).forEach(line -> lines.add("+" + masked(line)));
        old.subList(oldEnd, oldEnd + more).forEach(line -> lines.add(" " + masked(line)));
        return lines;
    }

    private static String range(int from, int end) {
        return (end == from ? from : from + 1) + "," + (end - from);
    }

    private static String masked(String line) {
        return KEY_LIKE.matcher(SECRET.matcher(line).replaceAll("$1***")).replaceAll("$1***$1");
    }
}
