package reelskill.studio.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.language.Language;

/** The spaces with which Chinese messages part their wishes, where others put a comma: 提亮一点 再暖一点. Thread-safe. */
record Gaps(Lexicon lexicon, List<LibraryItem> library) {
    private static final Pattern QUOTED =
            Pattern.compile("“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\"|(?<!\\p{L})'[^']*'(?!\\p{L})");
    /** Between Chinese words; a figure or a foreign word that is written close to one belongs to it, as in 60帧. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?<=[\\p{IsHan}”]|\\p{IsHan}[\\w.:%]{1,12})[ \\u3000](?=[ \\u3000]*(?:[\\w.:%]{1,12})?\\p{IsHan})");

    private static final Pattern BESIDE = Pattern.compile(
            "(?<=[\\p{IsHan}”])[ \\u3000](?=[ \\u3000]*[\\p{IsHan}\\w@#])|(?<=\\w)[ \\u3000](?=[ \\u3000]*\\p{IsHan})");
    private static final Pattern BREAK = Pattern.compile("[，,。；;！!？?、]");
    private static final Pattern CLAUSE = Pattern.compile("[^ \\u3000，,。；;！!？?]*");

    /**
     * Returns the ways to read {@code sentence}, the likeliest first, each as long as it is: with a comma between Chinese
     * words, as it was written (加 BGM, 2 倍), and with a comma beside figures and foreign words as well.
     */
    List<String> readings(String sentence) {
        if (Language.of(sentence) != Language.CHINESE || sentence.isBlank()) return List.of(sentence);
        return Stream.of(filled(sentence, BETWEEN), sentence, filled(sentence, BESIDE))
                .distinct()
                .toList();
    }

    /** Returns {@code plan} with its words as they stand in {@code sentence}, of which {@code reading} is a reading. */
    static EditPlan quoting(EditPlan plan, String reading, String sentence) {
        List<String> said = plan.notUnderstood().stream()
                .map(part -> {
                    int at = reading.indexOf(part);
                    return at < 0 ? part : sentence.substring(at, at + part.length());
                })
                .toList();
        return plan.leaving(said);
    }

    private String filled(String sentence, Pattern gap) {
        StringBuilder result = new StringBuilder(sentence);
        String open = QUOTED.matcher(sentence).replaceAll(quote -> "”".repeat(quote.end() - quote.start()));
        Matcher gaps = gap.matcher(open);
        while (gaps.find()) {
            Matcher next = CLAUSE.matcher(sentence).region(gaps.end(), sentence.length());
            boolean holds = next.lookingAt() && holds(before(result, gaps.start()), next.group());
            if (!holds) result.setCharAt(gaps.start(), '，');
        }
        return result.toString();
    }

    /** 第二段 静音 only says where, and 标题叫 春天 来了 goes on with the words of a text. */
    private boolean holds(String before, String next) {
        List<Token> said = tokens(before);
        if (said.stream().allMatch(Narrowing::isWhere)) return true;
        Token last = said.get(said.size() - 1);
        if (last.is("SAYING") || last.value().equals("write") || before.matches(".*[:：]")) return true;
        boolean named = last.is("TITLE") && Atoms.has(said, "ADD");
        boolean dictated = last.is(Token.QUOTE)
                && !QUOTED.matcher(before).region(last.from(), last.to()).matches();
        return (named || dictated) && Spoken.isText(tokens(next));
    }

    private List<Token> tokens(String words) {
        return Lexed.of(words, lexicon, library).tokens();
    }

    private static String before(CharSequence said, int at) {
        String[] clauses = BREAK.split(said.subSequence(0, at), -1);
        return clauses[clauses.length - 1];
    }
}
