package reelskill.studio.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.media.TimeRange;

/** SubRip ({@code .srt}) and WebVTT ({@code .vtt}): cues to text and back. Reads what people have, however badly it was written. */
public final class SubtitleFile {
    private static final int MOST_CUES = 20_000;
    private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
    private static final Pattern TIMES = Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME + ".*$");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9][^<>]{0,200}>|\\{\\\\[^{}]{0,200}\\}");

    private SubtitleFile() {}

    /** A kind of subtitle file. */
    public enum Format {
        SRT,
        VTT
    }

    /** Returns the cues of {@code text} in order of time, without tags; empty if it is no subtitle file. */
    public static Optional<List<Cue>> read(String text) {
        List<Cue> cues = new ArrayList<>();
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        for (int at = 0; at < lines.size() && cues.size() < MOST_CUES; at++) {
            Matcher times = TIMES.matcher(lines.get(at));
            if (!times.matches()) continue;
            Duration in = time(times, 1);
            Duration out = time(times, 5);
            List<String> words = new ArrayList<>();
            while (at + 1 < lines.size() && !lines.get(at + 1).isBlank() && !isTimes(lines.get(at + 1))) {
                words.add(lines.get(++at));
            }
            // A number that stands right above the next cue's times is that cue's, where a blank line is missing.
            boolean gluedNumber = at + 1 < lines.size() && isTimes(lines.get(at + 1));
            if (gluedNumber && !words.isEmpty() && words.get(words.size() - 1).matches("\\d+"))
                words.remove(words.size() - 1);
            String said = plain(String.join("\n", words));
            if (!said.isBlank() && out.compareTo(in) > 0) cues.add(new Cue(new TimeRange(in, out), said));
        }
        cues.sort(Comparator.comparing(cue -> cue.time().in()));
        return cues.isEmpty() ? Optional.empty() : Optional.of(cues);
    }

    /** Returns {@code cues} as a file of this format, lines ending as the format's readers expect. */
    public static String write(List<Cue> cues, Format format) {
        StringBuilder text = new StringBuilder(format == Format.VTT ? "WEBVTT\n\n" : "");
        int number = 1;
        for (Cue cue : cues) {
            text.append(number++).append('\n');
            text.append(time(cue.time().in(), format))
                    .append(" --> ")
                    .append(time(cue.time().out(), format))
                    .append('\n');
            text.append(format == Format.VTT ? escaped(cue.text()) : cue.text()).append("\n\n");
        }
        return text.toString();
    }

    private static boolean isTimes(String line) {
        return TIMES.matcher(line).matches();
    }

    private static Duration time(Matcher times, int group) {
        String hours = times.group(group);
        // ".5" is half a second, not five thousandths.
        String fraction = (times.group(group + 3) + "00").substring(0, 3);
        return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                .plusMinutes(Long.parseLong(times.group(group + 1)))
                .plusSeconds(Long.parseLong(times.group(group + 2)))
                .plusMillis(Long.parseLong(fraction));
    }

    private static String time(Duration time, Format format) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                format == Format.VTT ? '.' : ',',
                time.toMillisPart());
    }

    private static String plain(String text) {
        return TAG.matcher(text)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
