package reelskill.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits prose so that the pieces joined again are the text, never inside a quotation, code or an address. */
final class Sentences {
    // Every repetition is bounded or ends at the next opening mark: the text is hostile, and time must grow with its
    // length.
    private static final Pattern PROTECTED =
            Pattern.compile("`[^`]*`|\\]\\([^()]{0,2000}\\)|https?://\\S+|\"[^\"]*\"|“[^“”]*”"
                    + "|「[^「」]*」|『[^『』]*』|《[^《》]*》|‘[^‘’]*’|(?<![\\p{L}\\p{N}])'[^']+'(?![\\p{L}\\p{N}])");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;…])(?=\\s)|(?<=[。！？；])");
    private static final Pattern CLAUSE_GAP = Pattern.compile("\\s?,\\s{1,3}(?:(?:and|then|or|but|so)\\s{1,3}){0,2}"
            + "|\\s{1,3}(?:and|then)\\s{1,3}(?=(?:you can|click|press|tap|drag)\\b)|\\s{1,3}[—–]{1,3}\\s{1,3}|，");
    private static final char FIRST_MASK = '\uE000';
    private static final int MOST_MASKS = '\uF8FF' - FIRST_MASK;
    private static final Pattern MASK = Pattern.compile("[\uE000-\uF8FF]");

    private final List<String> hidden = new ArrayList<>();
    private final String masked;

    Sentences(String text) {
        Matcher matcher = PROTECTED.matcher(MASK.matcher(text).replaceAll(""));
        masked = matcher.replaceAll(span -> {
            if (hidden.size() == MOST_MASKS) return Matcher.quoteReplacement(span.group());
            hidden.add(span.group());
            return String.valueOf((char) (FIRST_MASK + hidden.size() - 1));
        });
    }

    /** Returns the sentences with their ends and the space before them; what is protected is one character each. */
    List<String> masked() {
        return List.of(SENTENCE_END.split(masked));
    }

    String unmask(String text) {
        return MASK.matcher(text)
                .replaceAll(
                        mask -> Matcher.quoteReplacement(hidden.get(mask.group().charAt(0) - FIRST_MASK)));
    }

    /** Returns clauses and the gaps between them in turn: clause, gap, clause, … */
    static List<String> clauses(String body) {
        List<String> pieces = new ArrayList<>();
        Matcher gap = CLAUSE_GAP.matcher(body);
        int from = 0;
        while (gap.find()) {
            pieces.add(body.substring(from, gap.start()));
            pieces.add(gap.group());
            from = gap.end();
        }
        pieces.add(body.substring(from));
        return pieces;
    }
}
