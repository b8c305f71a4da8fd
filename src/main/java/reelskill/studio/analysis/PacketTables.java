package reelskill.studio.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Takes the packets of a file out of what ffprobe says as compact JSON, where each has a line, and maybe more of what
 * stands beside it. Not thread-safe.
 */
final class PacketTables implements Predicate<String> {
    static final String QUESTION = "packet=stream_index,pts_time,duration_time";

    /** Two weeks at 4 frames a second, a day at 60: longer tables are a hostile file's. */
    private static final int LONGEST = 5_000_000;

    /** The list's first and last line, by how far they stand in. */
    private static final String BEGIN = "    \"packets\": [";

    private static final String END = "    ]";

    private final Map<String, PacketTable> tables = new HashMap<>();
    private int count;
    private boolean inside;

    @Override
    public boolean test(String line) {
        if (line.equals(BEGIN)) inside = true;
        else if (line.startsWith(END)) inside = false;
        else if (inside) take(line);
        return inside && !line.equals(BEGIN);
    }

    private void take(String line) {
        String stream = value(line, "\"stream_index\": ");
        if (!stream.isEmpty() && count++ < LONGEST) {
            tables.computeIfAbsent(stream, index -> new PacketTable())
                    .add(value(line, "\"pts_time\": \""), value(line, "\"duration_time\": \""));
        }
    }

    PacketTable of(int stream) {
        return tables.getOrDefault(Integer.toString(stream), new PacketTable());
    }

    /** Returns what stands behind {@code name}; empty where it is not there. */
    private static String value(String line, String name) {
        int at = line.indexOf(name);
        if (at < 0) return "";
        int from = at + name.length();
        int end = from;
        while (end < line.length() && "\", ".indexOf(line.charAt(end)) < 0) end++;
        return line.substring(from, end);
    }
}
