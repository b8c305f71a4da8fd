package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A place in a clause at which another wish may begin without a comma. Pure. */
final class Joint {
    /** Of these, "with …" says which ones. */
    private static final Set<String> SELECTING = Clause.concepts(
            "REMOVE CUT TRIM KEEP SPLIT SWAP JOIN MOVE EXCEPT EXPORT UNDO REDO ONLY BORING SILENCE PART");

    private static final Set<String> JOINING = Clause.concepts("NOT EXCEPT TO FROM AT FOR BETWEEN BEFORE AFTER");
    private static final Pattern MEANS = Pattern.compile("(?i)\\bby\\s*$");
    private static final Pattern WITH = Pattern.compile("\\b(?:with\\b|w/)");

    private Joint() {}

    static boolean isAt(List<Token> atom, int at, String sentence) {
        Token before = atom.get(at - 1);
        Token next = atom.get(at);
        if (JOINING.contains(before.concept()) || next.from() < before.to()) return false;
        // "make it a minute by cutting clip 2": how, and no second wish.
        if (MEANS.matcher(sentence.substring(before.to(), next.from())).find()) return false;
        // 第二段的字幕 are the captions of that clip, and no second wish.
        if (sentence.substring(before.to(), next.from()).contains("的")) return false;
        if (Sentence.OPENING.contains(next.concept())) return true;
        return isWith(atom, at, sentence)
                && atom.subList(0, at).stream().noneMatch(token -> SELECTING.contains(token.concept()));
    }

    /** Returns whether "with" joins what begins at {@code at}. */
    static boolean isWith(List<Token> atom, int at, String sentence) {
        String between = sentence.substring(atom.get(at - 1).to(), atom.get(at).from());
        return WITH.matcher(between.toLowerCase(Locale.ROOT)).find();
    }
}
