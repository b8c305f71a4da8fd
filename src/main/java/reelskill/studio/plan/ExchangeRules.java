package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;

/** One clip for another: "replace clip 1 with clip 3", 用第三段替换第一段, and "swap them back" behind a swap. */
final class ExchangeRules {
    private static final Set<String> BACK = Clause.concepts("SWAP BACK RESTORE CHANGE AGAIN CLIP");
    private static final Set<String> USED = Clause.concepts("ADD PUT PLAY");

    private ExchangeRules() {}

    /** Two clips that just changed places change them once more. */
    static Optional<Reading> back(Clause clause) {
        boolean back = clause.isMadeOf(BACK)
                && (clause.has("RESTORE")
                        || (clause.has("SWAP")
                                && (clause.hasAny("BACK", "AGAIN")
                                        || clause.text("SWAP")
                                                .filter("again"::equals)
                                                .isPresent())));
        if (!back) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        boolean swapped = !last.isEmpty() && last.get(last.size() - 1) instanceof SwapClips;
        return swapped ? Optional.of(Reading.of(last.get(last.size() - 1))) : Optional.empty();
    }

    static Optional<Reading> replace(Clause clause) {
        List<ClipRef> clips = clause.clips();
        List<Token> said = clause.tokens();
        int rest = said.size() - 2;
        if (clips.size() != 2 || rest < 1 || rest > 2) return Optional.empty();
        Optional<ReplaceClip> first = Optional.of(new ReplaceClip(clips.get(0), clips.get(1)));
        Optional<ReplaceClip> second = Optional.of(new ReplaceClip(clips.get(1), clips.get(0)));
        boolean chinese = clause.language() == Language.CHINESE;
        Optional<ReplaceClip> found = Optional.empty();
        // "replace A with B", 把A用B替换
        if (rest == 1 && (isReplace(said.get(0)) || (chinese && isReplace(said.get(2))))) found = first;
        // 把A换成B, and B替换A
        else if (rest == 1 && isWith(said.get(1))) found = first;
        else if (rest == 1 && chinese && isReplace(said.get(1))) found = second;
        // "use B instead of A"
        boolean used = rest == 1 || USED.contains(said.get(0).concept());
        Token between = said.get(said.size() - 2);
        if (used && between.is("INSTEAD") && between.value().equals("of")) found = second;
        return found.map(Reading::of);
    }

    private static boolean isReplace(Token token) {
        return token.is("CHANGE") && token.value().equals("replace");
    }

    private static boolean isWith(Token token) {
        return token.is("CHANGE") && token.value().equals("with");
    }
}
