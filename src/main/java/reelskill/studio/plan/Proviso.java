package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reelskill.studio.timeline.Timeline;

/**
 * What limits the wishes of a message and is said in a clause of its own: "Make it warmer. Only the first clip.", "speed it
 * up, but leave clip 1 alone". By itself such a clause would be another wish, and one that takes clips away. Pure.
 */
final class Proviso {
    /** What goes beside one of these leaves it alone. */
    private static final Set<String> KINDS =
            Clause.concepts("TITLE MUSIC SUBTITLES TRANSITION SPEED LOGO VOICE SOUND LOOK CHANGE SILENCE FILLERS");

    private static final Set<String> CORRECTING = Clause.concepts("INSTEAD CLIPREF CLIP SOFT HARD NOT FOR");

    private static final Set<String> KEPT = Clause.concepts("KEEP ONLY CLIPREF CLIP");

    private static final Set<String> THINGS = Clause.concepts(
            "TITLE MUSIC SUBTITLES TRANSITION SPEED TRIM CUT SPLIT LOOK COLORWORD LOGO VOICE SOUND FADE FADEIN FADEOUT CHANGE STEP"
                    + " EVERYTHING OTHERS ASIS FASTER SLOWER FREEZE BACKGROUND ALL VAGUE CLIP ORDER CROP ZOOMIN");

    private Proviso() {}

    /** Returns {@code tokens} with what is limited and spared said in the clauses that it is meant of. */
    static List<Token> meant(List<Token> tokens, Timeline now) {
        List<Token> said = RankedTexts.meant(Contrast.sure(Contrast.meant(Overlong.meant(tokens)), now), now);
        said = ThingRules.goesOn(said);
        return Sparing.meant(keeping(Limiting.meant(undoing(Wanted.meant(said, now)), now), now), now);
    }

    /** "just keep the interview and put the beach after it": what is told where to go stays too. */
    private static List<Token> keeping(List<Token> tokens, Timeline now) {
        int end = Atoms.end(tokens, 0);
        List<Token> kept = tokens.subList(0, end);
        boolean keeps = end > 0
                && (kept.get(0).is("KEEP") || kept.get(0).is("ONLY"))
                && kept.stream().allMatch(token -> KEPT.contains(token.concept()))
                && Atoms.has(kept, Token.CLIPREF);
        if (!keeps) return tokens;
        List<Integer> numbers = Clips.numbers(now, kept);
        List<Token> result = new ArrayList<>(kept);
        int place = kept.get(end - 1).to();
        for (int from = end + 1; from < tokens.size(); from = Atoms.end(tokens, from) + 1) {
            List<Token> row = tokens.subList(from, Atoms.end(tokens, from));
            // "keep clip 1 and the first 5 seconds of clip 2": so much of it stays.
            boolean part = Atoms.has(row, Token.SPAN)
                    && row.stream().allMatch(token -> Narrowing.isPart(token) || token.is("CLIP"));
            boolean placed = Atoms.has(row, "MOVE") || Atoms.has(row, "PUT") || Atoms.has(row, "ADD");
            if (!part && !placed) continue;
            row.stream()
                    .filter(token -> token.is(Token.CLIPREF)
                            && Clips.numbers(now, List.of(token)).stream().noneMatch(numbers::contains))
                    .forEach(token -> result.add(token.at(place)));
        }
        result.addAll(tokens.subList(end, tokens.size()));
        return result;
    }

    /** "undo the music but keep the title": what is not undone is kept anyway. */
    private static List<Token> undoing(List<Token> tokens) {
        boolean undoes = Atoms.has(tokens, "UNDO");
        if (!undoes && !Atoms.has(tokens, "REMOVE")) return tokens;
        Set<String> things = undoes ? THINGS : KINDS;
        // "undo that, I meant clip 2" is done in its place, and that is all of it.
        int row = Atoms.end(tokens, 0);
        boolean corrects = row == 1
                && row < tokens.size()
                && tokens.get(0).is("UNDO")
                && tokens.get(0).value().equals("")
                && Atoms.has(tokens, "INSTEAD")
                && tokens.subList(row, tokens.size()).stream().allMatch(token -> CORRECTING.contains(token.concept()));
        if (corrects) return Atoms.trimmed(tokens.subList(row, tokens.size()));
        int at = 0;
        while (at < tokens.size()
                && !(tokens.get(at).isBreak()
                        && keepsThing(things, tokens.subList(at + 1, Atoms.end(tokens, at + 1)))
                        && isOther(tokens.subList(0, at), tokens.subList(at + 1, Atoms.end(tokens, at + 1))))) at++;
        return at == tokens.size()
                ? tokens
                : Atoms.joined(
                        Atoms.trimmed(tokens.subList(0, at)),
                        tokens.get(at),
                        Atoms.trimmed(tokens.subList(Atoms.end(tokens, at + 1), tokens.size())));
    }

    /** "remove the ums but leave the pauses"; which pauses stay of those that go, the rules have to know. */
    private static boolean isOther(List<Token> before, List<Token> kept) {
        return kept.stream()
                .filter(token -> token.is("SILENCE") || token.is("FILLERS"))
                .noneMatch(token -> Atoms.has(before, token.concept()));
    }

    private static boolean keepsThing(Set<String> things, List<Token> said) {
        // 滤镜去掉，但保留字幕
        boolean but = said.size() > 2 && said.get(0).is("NOT") && said.get(1).is("KEEP");
        List<Token> row = but ? said.subList(1, said.size()) : said;
        return row.size() > 1
                && row.get(0).is("KEEP")
                && row.subList(1, row.size()).stream().allMatch(token -> things.contains(token.concept()));
    }
}
