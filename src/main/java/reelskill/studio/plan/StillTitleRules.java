package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reelskill.studio.timeline.Inscription;

/**
 * Frames as pictures with words on them, which the video does not get: "a thumbnail with the title 'Hi' at the top",
 * "截一张封面，上面写“你好”".
 */
final class StillTitleRules {
    private static final Set<String> PICTURES = Clause.concepts("STILL STILLNESS PICTURE FRAME SHAPE");
    private static final Set<String> NAMES = Clause.concepts("TITLE SAYING");
    private static final Set<String> VERBS = Clause.concepts("ADD PUT CHANGE");
    private static final Set<String> LOOKS =
            Clause.concepts("POSITION SIZE COLOR COLORWORD BOX TRANSLUCENT ADJECTIVE FACE BOLD MIDDLE BETWEEN");
    /** What leads to one more look. */
    private static final Set<String> LEADS = Set.of("AT", "PUT", Token.SOFT);

    private static final Set<String> OTHERS = Clause.concepts("VIDEO CLIP FORMAT");

    private StillTitleRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean one = clause.count(Token.QUOTE) == 1 && PICTURES.stream().anyMatch(clause::has);
        if (!one) return Optional.empty();
        Said said = Said.of(clause.tokens());
        Clause title = clause.with(said.title());
        if (!said.isOnPicture() || TextLooks.asksForAnotherFace(title)) return Optional.empty();
        Inscription words = new Inscription(clause.text(Token.QUOTE).orElseThrow(), TextLooks.of(title));
        return picture(clause.with(said.picture()))
                .filter(Reading::asksForSomething)
                .map(reading -> reading.each(it -> Stream.of(((TakeStills) it).inscribed(words))));
    }

    /** What words are to stand on is a cover: of the middle, where no moment is told. */
    private static Optional<Reading> picture(Clause clause) {
        Optional<Reading> told = StillRules.read(clause);
        if (told.filter(Reading::asksForSomething).isPresent() || clause.hasAny("ADD", "CHANGE")) return told;
        List<Token> cover = Stream.concat(Stream.of(new Token("STILL", "cover", 0, 0)), clause.tokens().stream())
                .toList();
        return StillRules.read(clause.with(cover));
    }

    /**
     * What is said of the words, and of the picture around them.
     *
     * @param from the first token of the words
     * @param to the one behind the last
     */
    private record Said(List<Token> tokens, int from, int to) {
        static Said of(List<Token> tokens) {
            int quote = next(tokens, 0, Set.of(Token.QUOTE));
            boolean first = next(tokens, 0, PICTURES) < quote;
            int from = quote;
            while (from > 0 && isOfWords(tokens.get(from - 1), first)) from--;
            int to = quote + 1;
            while (to < tokens.size() && goesOn(tokens, to, first)) to++;
            return new Said(tokens, from, to);
        }

        private static boolean isOfWords(Token token, boolean verbsToo) {
            return NAMES.contains(token.concept())
                    || LOOKS.contains(token.concept())
                    || (verbsToo && VERBS.contains(token.concept()));
        }

        /** "… 'Hi' at the top", 标题“旅行”，黄色大字，放在底部. */
        private static boolean goesOn(List<Token> tokens, int at, boolean verbsToo) {
            if (isOfWords(tokens.get(at), verbsToo)) return true;
            int look = at;
            while (look < tokens.size() && LEADS.contains(tokens.get(look).concept())) look++;
            return look > at
                    && look < tokens.size()
                    && LOOKS.contains(tokens.get(look).concept());
        }

        private static int next(List<Token> tokens, int from, Set<String> concepts) {
            return IntStream.range(from, tokens.size())
                    .filter(at -> concepts.contains(tokens.get(at).concept()))
                    .findFirst()
                    .orElse(tokens.size());
        }

        List<Token> title() {
            return tokens.subList(from, to);
        }

        List<Token> picture() {
            return Stream.concat(tokens.subList(0, from).stream(), behind().stream())
                    .toList();
        }

        private List<Token> behind() {
            return tokens.subList(to, tokens.size());
        }

        boolean isOnPicture() {
            boolean cover = picture().stream()
                    .anyMatch(token -> token.is("STILL") && token.value().equals("cover"));
            // "save a picture called 'intro'" names a file.
            boolean file = !has(title(), "TITLE")
                    && title().stream()
                            .anyMatch(
                                    token -> token.is("SAYING") && token.value().equals("name"));
            boolean named = title().stream().anyMatch(token -> NAMES.contains(token.concept()));
            boolean written = title().stream().anyMatch(token -> token.value().equals("write"));
            boolean wished = title().stream().anyMatch(token -> VERBS.contains(token.concept()));
            if (file || !(cover || written || (named && !wished)) || (wished && isOfItsOwn())) return false;
            int picture = next(tokens, 0, PICTURES);
            return picture < from ? reaches(picture) : !has(tokens.subList(to, picture), Token.SOFT);
        }

        /** "and add the title 'Hi' to the video", "… at 0:05": the words have a place or a time, which no picture has. */
        private boolean isOfItsOwn() {
            return has(behind(), Token.TIME, "VIDEO", "CLIP");
        }

        /** "a thumbnail and the video with the title 'Hi'": the words are on what is named last. */
        private boolean reaches(int picture) {
            int last = from - 1;
            while (last > picture && !tokens.get(last).is(Token.SOFT)) last--;
            boolean other = last > picture && has(tokens.subList(last, from), OTHERS.toArray(String[]::new));
            boolean twoTimes = has(tokens.subList(0, from), Token.TIME) && has(behind(), Token.TIME);
            return !other && !twoTimes;
        }

        private static boolean has(List<Token> tokens, String... concepts) {
            return tokens.stream().anyMatch(token -> Set.of(concepts).contains(token.concept()));
        }
    }
}
