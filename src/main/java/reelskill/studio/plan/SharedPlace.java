package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A place at the end of a row of like wishes: "less saturation and more contrast on clip 2" is all of clip 2. Pure. */
final class SharedPlace {
    private static final Set<String> THINGS = Clause.concepts("BRIGHTNESS CONTRAST SATURATION WARMTH LIGHT");
    private static final Set<String> WISH = Clause.union(
            THINGS,
            Clause.concepts("MORE LESS LOUDER QUIETER SLIGHTLY STRONG MUCH PERCENT CHANGE ADD FILLER ADJECTIVE"));
    private static final Set<String> BEFORE = Clause.concepts("AT FOR IN FROM");

    private SharedPlace() {}

    /** Returns {@code run} with the place of its last wish behind each before it. */
    static List<Token> meant(List<Token> run, String words) {
        List<List<Token>> wishes = Atoms.split(run, Token.SOFT, wish -> {});
        if (wishes.size() < 2) return run;
        List<Token> last = wishes.get(wishes.size() - 1);
        int place = last.size();
        while (place > 0 && Narrowing.isPart(last.get(place - 1))) place--;
        List<Token> shared = last.subList(place, last.size());
        while (place > 0 && BEFORE.contains(last.get(place - 1).concept())) place--;
        List<Token> before = wishes.get(wishes.size() - 2);
        String joint =
                words.substring(before.get(before.size() - 1).to(), last.get(0).from());
        boolean row = wishes.subList(0, wishes.size() - 1).stream().allMatch(SharedPlace::isWish);
        if (shared.isEmpty() || !joint.contains("and") || !row || !isWish(last.subList(0, place))) return run;
        List<Token> result = new ArrayList<>();
        int left = wishes.size() - 1;
        for (Token token : run) {
            if (token.is(Token.SOFT)
                    && !result.isEmpty()
                    && !result.get(result.size() - 1).is(Token.SOFT)
                    && left-- > 0)
                shared.forEach(
                        it -> result.add(it.at(result.get(result.size() - 1).to())));
            result.add(token);
        }
        return result;
    }

    private static boolean isWish(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> THINGS.contains(token.concept()))
                && tokens.stream().allMatch(token -> WISH.contains(token.concept()));
    }
}
