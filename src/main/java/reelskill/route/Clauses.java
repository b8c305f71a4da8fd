package reelskill.route;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A message as the clauses that decide: lower case, without quoted content, file names replaced by one word each. */
final class Clauses {
    /** Stands for a path, a media file name or an address. */
    static final String FILE = "¤file";

    private static final Pattern WHOLE_QUOTE = Pattern.compile("^\\s*[\"'“‘「『](.*)[\"'”’」』]\\s*$");
    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"]*\"|“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|‘[^‘’]*’|(?<![\\p{L}\\p{N}])'[^']+'(?![\\p{L}\\p{N}])");
    private static final Pattern FILE_NAME = Pattern.compile("https?://\\S+|(?<!\\S)(?:[a-z]:\\\\|~?/|\\.{1,2}/)\\S+"
            + "|[^\\s,;:，。：；]+\\.(?:mp4|mov|avi|webm|mkv|m4v|jpe?g|png|gif|webp|mp3|wav|m4a|aac)(?![a-z0-9])");
    private static final Pattern SUFFIX = Pattern.compile("(?<=[a-z])['’](?:s|m|d|ll|re|ve)(?![a-z])");
    private static final Pattern BREAK = Pattern.compile("[,;!?，。；！？、\\n&+]+|[:：](?!\\d)|\\.+(?=\\s|$)"
            + "|(?<![a-z-])(?:and then|and|then|but)(?![a-z-])|(?= with )|(?<=之前|以前)|然后|并且|接着|并(?!且)"
            + "|再(?=导出|下载|输出|渲染|发)|(?<=.)后(?=导出|下载|输出|渲染|发|传|给我)");

    private Clauses() {}

    static List<String> of(String message) {
        String text = Normalizer.normalize(message, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = WHOLE_QUOTE.matcher(text).replaceAll("$1");
        text = QUOTED.matcher(text).replaceAll(" ");
        text = FILE_NAME.matcher(text).replaceAll(" " + FILE + " ");
        text = SUFFIX.matcher(text).replaceAll("");
        return Stream.of(BREAK.split(text))
                .map(Clauses::tidy)
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    private static String tidy(String clause) {
        return clause.replaceAll("[\"“”‘’()\\[\\]{}<>…~*_#|/\\\\]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
