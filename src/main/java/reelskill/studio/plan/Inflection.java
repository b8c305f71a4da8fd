package reelskill.studio.plan;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Other forms of the verbs of the vocabulary: "chopping" of "chop", "sliced" of "slice". Pure. */
final class Inflection {
    private static final Set<String> VERBS = Clause.concepts(
            "REMOVE CUT TRIM KEEP SPLIT JOIN MOVE PUT SWAP ADD MUTE REVERSE ROTATE FLIP CROP FREEZE LOOP COPY SHORTEN");
    private static final Pattern FORM = Pattern.compile("(?<stem>[a-z]{2,12}?[a-z])(?<ending>ing|ed)(?![a-z'])");

    private Inflection() {}

    /** Returns the verb whose form begins at {@code from}; empty where there is none. */
    static Optional<Token> at(Lexicon lexicon, String text, int from) {
        Matcher form = FORM.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!form.lookingAt()) return Optional.empty();
        String stem = form.group("stem");
        int last = stem.length() - 1;
        boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
        return Stream.of(stem, stem + "e", doubled ? stem.substring(0, last) : stem)
                .flatMap(verb -> lexicon.at(verb, 0).filter(token -> token.to() == verb.length()).stream())
                .filter(token -> VERBS.contains(token.concept()))
                .findFirst()
                .map(token -> new Token(token.concept(), token.value(), from, form.end()));
    }
}
