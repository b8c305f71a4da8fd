package reelskill.studio.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import reelskill.language.Language;

/**
 * What sentences say in figures, names and quotes: it is taken out of one and put into another that has the same places. Pure.
 */
final class Slots {
    /** What is taken over as it was said, or not at all: whatever is left out here would be left out of the edit. */
    private static final Set<String> EXACT = Set.of(
            Token.TIME,
            Token.NUMBER,
            Token.PERCENT,
            Token.BYTES,
            Token.QUOTE,
            Token.SPAN,
            Token.CLIPREF,
            Token.CUTREF,
            "FACTOR",
            "RATE",
            "RATIO",
            "COLOR",
            "POSITION",
            "LINES",
            "ROOM",
            "MOOD",
            "KIND",
            "LOOK",
            "PRESET",
            "FORMAT",
            Lexer.MEDIA,
            Lexer.TABLE,
            Lexer.NO_TABLE);

    private static final String MOMENT = "MOMENT";

    /** The token of "clip 2" begins at its number, and that of "the first 10 seconds" at "first". */
    private static final Map<String, Pattern> BEGIN =
            Map.of(Token.CLIPREF, Pattern.compile("\\bclip $"), Token.SPAN, Pattern.compile("\\bthe $"));

    private static final Pattern A = Pattern.compile("\\ban (?=[^aeiou])");

    private final Lexicon lexicon;
    private final Language language;

    Slots(Lexicon lexicon, Language language) {
        this.lexicon = lexicon;
        this.language = language;
    }

    static boolean isExact(String concept) {
        return EXACT.contains(concept);
    }

    /** Returns what {@code tokens} say exactly, by kind, in the order in which it was said. */
    private static Map<String, List<Token>> exact(List<Token> tokens, String sentence) {
        Map<String, List<Token>> slots = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!EXACT.contains(token.concept()) || isArticle(token, sentence)) continue;
            List<Token> same = slots.computeIfAbsent(kind(tokens, i, sentence), kind -> new ArrayList<>());
            // A gif, an animated gif: whoever names a thing twice means one.
            boolean again = token.value() instanceof String
                    && same.stream().anyMatch(it -> it.value().equals(token.value()));
            if (!again) same.add(token);
        }
        return slots;
    }

    /** The 一 of 一遍 and 一块 counts nothing. */
    private static boolean isArticle(Token token, String sentence) {
        return token.is(Token.NUMBER) && sentence.startsWith("一", token.from());
    }

    private static String kind(List<Token> tokens, int at, String sentence) {
        Token token = tokens.get(at);
        if (!token.is(Token.TIME)) return token.concept();
        boolean told = at > 0
                && Set.of("AT", "STARTAT", "ENDAT").contains(tokens.get(at - 1).concept());
        boolean tells = Language.of(sentence) == Language.CHINESE
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is("AT");
        boolean clock = sentence.substring(token.from(), token.to()).contains(":");
        return told || tells || clock ? MOMENT : Token.TIME;
    }

    /**
     * Returns {@code example} with what {@code clause} says in the places of its own; empty where one of the two says more
     * than the other.
     */
    Optional<String> filled(Lexed example, Lexed clause) {
        Map<String, List<Token>> places = exact(example.tokens(), example.words());
        Map<String, List<Token>> said = exact(clause.tokens(), clause.words());
        if (!places.keySet().equals(said.keySet())) return Optional.empty();
        Map<Integer, String> at = new HashMap<>();
        for (Map.Entry<String, List<Token>> kind : places.entrySet()) {
            List<Token> values = said.getOrDefault(kind.getKey(), List.of());
            if (values.size() != kind.getValue().size()) return Optional.empty();
            for (int i = 0; i < values.size(); i++) {
                Optional<String> words = words(kind.getKey(), values.get(i), clause);
                if (words.isEmpty()) return Optional.empty();
                at.put(kind.getValue().get(i).from(), words.get());
            }
        }
        return Optional.of(replaced(example, at));
    }

    private static String replaced(Lexed example, Map<Integer, String> at) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (Token token : example.tokens()) {
            String words = at.get(token.from());
            if (words == null || !EXACT.contains(token.concept())) continue;
            String before = example.words().substring(from, token.from());
            Pattern begin = BEGIN.get(token.concept());
            result.append(begin == null ? before : begin.matcher(before).replaceFirst(""))
                    .append(words);
            from = token.to();
        }
        String sentence = result.append(example.words().substring(from)).toString();
        return A.matcher(sentence).replaceAll("a ");
    }

    private Optional<String> words(String kind, Token token, Lexed clause) {
        return switch (kind) {
            case Token.SPAN -> span((Span) token.value());
            case Token.CLIPREF -> Optional.of(clip((ClipRef) token.value()));
            case Token.CUTREF -> Optional.of(cut((List<?>) token.value()));
            case Token.QUOTE -> Optional.of(language.say("\"%s\"", "“%s”", token.text()));
            case MOMENT -> Optional.of(clock((Duration) token.value()));
            case Token.TIME -> Optional.of(seconds((Duration) token.value()));
            default -> Optional.of(named(token, clause.words().substring(token.from(), token.to())));
        };
    }

    /** What was said in a loose word has a better one; a Chinese one may become another word with its new neighbours. */
    private String named(Token token, String said) {
        boolean known = language == Language.CHINESE
                && lexicon.at(Letters.normalized(said), 0)
                        .filter(word -> word.is(token.concept()) && word.to() == said.length())
                        .isPresent();
        return known
                ? said
                : lexicon.phrase(token.concept(), token.value(), language).orElse(said);
    }

    private Optional<String> span(Span span) {
        Optional<Duration> first = span.edge(true);
        if (first.isPresent()) return first.map(it -> language.say("the first %s", "前%s", seconds(it)));
        Optional<Duration> last = span.edge(false);
        if (last.isPresent()) return last.map(it -> language.say("the last %s", "最后%s", seconds(it)));
        if (span.in().share() != 0) return Optional.empty();
        String in = clock(span.in().offset());
        if (span.out().equals(Moment.END)) return Optional.of(language.say("after %s", "%s之后", in));
        return span.out().share() == 0
                ? Optional.of(
                        language.say("%s-%s", "%s到%s", in, clock(span.out().offset())))
                : Optional.empty();
    }

    private String cut(List<?> clips) {
        String one = clip((ClipRef) clips.get(0));
        String other = clip((ClipRef) clips.get(1));
        return language.say("between %s and %s", "%s和%s之间", one, other);
    }

    private String clip(ClipRef clip) {
        if (clip.number() == 0) return clip.name();
        if (clip.number() == -1) return language.say("the last clip", "最后一段");
        return language.say("clip %d", "第%d段", clip.number());
    }

    private String seconds(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros();
        String one = seconds.compareTo(BigDecimal.ONE) == 0 ? "%s second" : "%s seconds";
        return language.say(one, "%s秒", seconds.toPlainString());
    }

    private static String clock(Duration time) {
        BigDecimal rest = BigDecimal.valueOf(time.toMillis() % 60_000, 3).stripTrailingZeros();
        String padded = rest.compareTo(BigDecimal.TEN) < 0 ? "0" + rest.toPlainString() : rest.toPlainString();
        long hours = time.toHours();
        return hours > 0
                ? String.format("%d:%02d:%s", hours, time.toMinutesPart(), padded)
                : time.toMinutes() + ":" + padded;
    }
}
