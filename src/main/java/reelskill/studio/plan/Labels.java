package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/** "clip 2: half speed, no sound": what stands before the colon is what all of it is about, up to the full stop. Pure. */
final class Labels {
    /** Behind a clip's number its noun may follow. */
    private static final Pattern COLON = Pattern.compile("(?i)\\s*(?:clip|one|shot|video|part)?\\s*[:：]");

    private Labels() {}

    /** Returns {@code tokens} with the clip said in each wish for it; "the middle clip" and "the longest clip" are some as well. */
    static List<Token> meant(List<Token> tokens, String words, Timeline now) {
        List<Token> named = withMiddle(ClipWords.pickedClips(tokens, now), now);
        List<Token> result = new ArrayList<>();
        int from = 0;
        while (from < named.size()) {
            int end = from;
            while (end < named.size() && !named.get(end).is(Token.HARD)) end++;
            result.addAll(labelled(named.subList(from, end), words, now));
            if (end < named.size()) result.add(named.get(end));
            from = end + 1;
        }
        return result;
    }

    /** Behind a split "the middle one" is one of its parts. */
    private static List<Token> withMiddle(List<Token> tokens, Timeline now) {
        int cut = 0;
        while (cut < tokens.size()
                && !tokens.get(cut).is("SPLIT")
                && !tokens.get(cut).is("PART")) cut++;
        return Stream.concat(
                        ClipWords.middleClips(tokens.subList(0, cut), now).stream(),
                        tokens.subList(cut, tokens.size()).stream())
                .toList();
    }

    private static List<Token> labelled(List<Token> run, String words, Timeline now) {
        boolean label = !run.isEmpty()
                && COLON.matcher(words.substring(run.get(0).to())).lookingAt();
        if (!label) return run;
        Token clip = clip(run.get(0), now);
        if (!clip.is(Token.CLIPREF)) return run;
        List<Token> named = Stream.concat(Stream.of(clip), run.stream().skip(1)).toList();
        return withEach(Atoms.split(named, Token.SOFT, atom -> {}), clip);
    }

    /** "the intro: cut after 5 seconds" is said of the file of that name. */
    private static Token clip(Token said, Timeline now) {
        return ClipWords.clipNamed(now, said)
                .map(ref -> said.as(Token.CLIPREF, ref))
                .orElse(said);
    }

    private static List<Token> withEach(List<List<Token>> wishes, Token clip) {
        List<Token> result = new ArrayList<>();
        for (List<Token> wish : wishes) {
            Token first = wish.get(0);
            if (!result.isEmpty()) result.add(first.as(Token.SOFT).at(first.from()));
            result.addAll(wish);
            if (!Atoms.has(wish, Token.CLIPREF))
                result.add(clip.at(wish.get(wish.size() - 1).to()));
        }
        return result;
    }
}
