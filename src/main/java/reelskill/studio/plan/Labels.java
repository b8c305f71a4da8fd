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

    /** Returns {@code tokens} with the clip said in each wish for it; "the middle clip" is one as well. */
    static List<Token> meant(List<Token> tokens, String words, Timeline now) {
        List<Token> named = withMiddle(tokens, now);
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

    private static List<Token> labelled(List<Token> said, String words, Timeline now) {
        List<Token> run = new ArrayList<>(said);
        // "the intro: cut after 5 seconds" is said of the file of that name.
        boolean intro = !run.isEmpty()
                && COLON.matcher(words.substring(run.get(0).to())).lookingAt();
        if (intro)
            run.set(
                    0,
                    ClipWords.clipNamed(now, run.get(0))
                            .map(ref -> new Token(
                                    Token.CLIPREF,
                                    ref,
                                    run.get(0).from(),
                                    run.get(0).to()))
                            .orElse(run.get(0)));
        boolean label = run.size() > 1
                && run.get(0).is(Token.CLIPREF)
                && COLON.matcher(words.substring(run.get(0).to())).lookingAt();
        if (!label) return run;
        List<List<Token>> atoms = Atoms.split(run, Token.SOFT, atom -> {});
        Token clip = run.get(0);
        return atoms.stream()
                .flatMap(atom -> Stream.concat(
                        atom == atoms.get(0)
                                ? Stream.empty()
                                : Stream.of(new Token(
                                        Token.SOFT,
                                        "",
                                        atom.get(0).from(),
                                        atom.get(0).from())),
                        named(atom, clip)))
                .toList();
    }

    private static Stream<Token> named(List<Token> atom, Token clip) {
        boolean own = atom.stream().anyMatch(token -> token.is(Token.CLIPREF));
        int end = atom.get(atom.size() - 1).to();
        return own
                ? atom.stream()
                : Stream.concat(atom.stream(), Stream.of(new Token(Token.CLIPREF, clip.value(), end, end)));
    }

    private static List<Token> withMiddle(List<Token> tokens, Timeline now) {
        int count = Clips.of(now).size();
        if (count % 2 == 0) return tokens;
        List<Token> result = new ArrayList<>();
        for (Token token : tokens) {
            Token last = result.isEmpty() ? token : result.get(result.size() - 1);
            if (!token.is("CLIP") || !last.is("MIDDLE")) {
                result.add(token);
                continue;
            }
            result.set(
                    result.size() - 1,
                    new Token(Token.CLIPREF, ClipRef.number(count / 2 + 1), last.from(), token.to()));
        }
        return result;
    }
}
