package reelskill.studio.plan;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence as it was written.
 *
 * @param all its tokens without those that say nothing by themselves
 */
record Wording(String words, List<Token> all) {
    private static final Pattern CORRECTION = Pattern.compile(
            "(?i)[,.;!，。；！—-]\\s*(?:oh |wait |hmm |sorry )*(?:no\\b|nope\\b|actually\\b|sorry\\b|i mean(?:t)?\\b|rather\\b|instead\\b)|不[对對]|不是|算了|[还還]是");

    /** "the intro" may be a file, and "the last 5" seconds. */
    private static final Set<String> NAMES = Clause.concepts("CLIPREF SPAN VAGUE ORDINAL NUMBER VIDEO OTHERS SOFT");

    private static final Pattern THE = Pattern.compile("(?i)\\bthe $");

    private static final Pattern ALSO = Pattern.compile("(?i)\\b(?:too|also|and|plus|what about|how about)\\b|也");

    /** Returns whether {@code words} take back something that they say: "16:9, actually 9:16". */
    static boolean corrects(String words) {
        return CORRECTION.matcher(words).find();
    }

    /** Returns the tokens of a message; "and the last clip too" names nothing but a clip, and wants the same for it. */
    static List<Token> meant(String words, List<Token> tokens) {
        boolean names = tokens.stream().anyMatch(token -> !token.is(Token.SOFT))
                && tokens.stream().allMatch(token -> NAMES.contains(token.concept()))
                && ALSO.matcher(words).find();
        if (!names) return tokens;
        int end = tokens.get(tokens.size() - 1).to();
        return Stream.concat(tokens.stream(), Stream.of(new Token("AGAIN", "", end, end)))
                .toList();
    }

    List<List<Token>> split(List<Token> tokens, String separator) {
        return Atoms.split(tokens, separator, this::dropCounting);
    }

    /** Returns these clauses with the words around them that say nothing by themselves. */
    String written(List<List<Token>> atoms) {
        int start = 0;
        int end = words.length();
        for (Token token : all) {
            if (token.to() <= Atoms.from(atoms)) start = Math.max(start, token.to());
            if (token.from() >= Atoms.to(atoms)) end = Math.min(end, token.from());
        }
        return words.substring(start, end);
    }

    /** "first remove …", "finally export": a word that counts the clauses says nothing about them. */
    private void dropCounting(List<Token> atom) {
        // 最后加一句“…” at the very beginning counts nothing: it is where the words are to stand.
        boolean place = atom.get(0).equals(all.get(0))
                && atom.get(0).value().equals("-1")
                && atom.stream().anyMatch(token -> token.is(Token.QUOTE));
        if (place) {
            atom.set(0, atom.get(0).as("END"));
            return;
        }
        boolean counts = atom.size() > 1
                && (atom.get(0).is("ORDINAL") || atom.get(0).is("FINAL"))
                && Sentence.OPENING.contains(atom.get(1).concept());
        // "the third should play at half speed" names one.
        boolean named =
                counts && THE.matcher(words.substring(0, atom.get(0).from())).find();
        if (counts && !named) atom.remove(0);
    }
}
