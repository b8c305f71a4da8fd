package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reelskill.studio.timeline.Timeline;

/** "don't remove the ums, just the silences": what is not to be done to the one is to be done to the other. Pure. */
final class Wanted {
    private static final Set<String> DEEDS = Clause.concepts("ADD REMOVE CUT TRIM MUTE FASTER SLOWER REVERSE");
    private static final Set<String> ADDED = Clause.concepts("SUBTITLES MUSIC TITLE");

    private Wanted() {}

    /** Returns {@code tokens} with the verb in place of such a "just", and what is told not to be done left out. */
    static List<Token> meant(List<Token> tokens, Timeline now) {
        for (int at = 1; at + 1 < tokens.size(); at++) {
            boolean only = tokens.get(at).is("ONLY") && tokens.get(at - 1).isBreak();
            if (!only) continue;
            int from = begin(tokens, at - 1);
            List<Token> refused = tokens.subList(from, at - 1);
            List<Token> row = tokens.subList(at + 1, Atoms.end(tokens, at + 1));
            String deed = deed(refused);
            boolean verb = row.isEmpty() || row.stream().anyMatch(Wanted::isVerb);
            boolean adds = deed.equals("ADD");
            boolean there = adds && row.stream().noneMatch(token -> isMissing(token, now));
            if (deed.isEmpty() || verb || there) continue;
            List<Token> result = new ArrayList<>(tokens);
            result.set(at, tokens.get(at).as(deed));
            // What is not to be added may be there, and goes then.
            if (!adds) result.subList(from, at).clear();
            return result;
        }
        return tokens;
    }

    private static boolean isVerb(Token token) {
        boolean opens = Sentence.OPENING.contains(token.concept()) || token.is("CHANGE");
        return opens && !ADDED.contains(token.concept());
    }

    private static int begin(List<Token> tokens, int end) {
        int from = end;
        while (from > 0 && !tokens.get(from - 1).isBreak()) from--;
        return from;
    }

    /** Returns what {@code row} asks not to be done; "no music" asks not to add any. */
    private static String deed(List<Token> row) {
        if (row.size() < 2 || !row.get(0).is("NOT")) return "";
        String second = row.get(1).concept();
        if (row.size() == 2 && ADDED.contains(second)) return "ADD";
        return row.size() > 2 && DEEDS.contains(second) ? second : "";
    }

    private static boolean isMissing(Token token, Timeline now) {
        return switch (token.concept()) {
            case "SUBTITLES" -> now.captions().isEmpty();
            case "MUSIC" -> now.music().isEmpty();
            default -> false;
        };
    }
}
