package reelskill.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes one run's text comparable with another's: ids, ports, sizes of files and places of this machine lose their values. */
final class Transcript {
    private final Map<Pattern, String> unsteady = new LinkedHashMap<>();

    Transcript(Places places) {
        unsteady.put(Pattern.compile(Pattern.quote(places.folder() + "/")), "");
        unsteady.put(Pattern.compile(Pattern.quote(places.home() + "/")), "~/");
        unsteady.put(Pattern.compile("(?:~|/)[^\\s'\"“”]*?/previews/"), "<cache>/");
        unsteady.put(Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<id>");
        unsteady.put(Pattern.compile("\\b(job|render)_[A-Za-z0-9_-]+"), "$1_<id>");
        unsteady.put(Pattern.compile("(127\\.0\\.0\\.1|localhost):\\d+"), "$1:<port>");
        unsteady.put(Pattern.compile("\\b\\d+\\.\\d MB"), "<size>");
        unsteady.put(Pattern.compile("[-+]?\\d+\\.\\d(?= (?:→|LUFS|dBTP))"), "<level>");
    }

    String steady(String line) {
        String steady = line;
        for (Map.Entry<Pattern, String> one : unsteady.entrySet()) {
            steady = one.getKey().matcher(steady).replaceAll(one.getValue());
        }
        return steady;
    }
}
