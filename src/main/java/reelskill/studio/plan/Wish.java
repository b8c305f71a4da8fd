package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Backdrop;

/**
 * A wish that became operations.
 *
 * @param from its first atom; {@code to} is behind its last
 * @param before what the sentence came to before it
 */
record Wish(int from, int to, Findings.Mark before) {
    static final Wish NONE = new Wish(-1, -1, Findings.Mark.NONE);

    /**
     * Returns whether the atom at {@code at}, which asks for nothing itself, limits this wish: "blur the background, but not
     * the chair". Whoever does the first without the second does another thing.
     */
    boolean isRestricted(List<List<Token>> atoms, int at, String words) {
        if (to != at || at == 0) return false;
        int begin = Atoms.to(atoms.subList(0, at));
        return Restriction.isOne(words.substring(begin, Atoms.to(atoms.subList(0, at + 1))));
    }

    /** 人抠出来，背景换成海边: without the background that there is not, nobody asked for a hole. */
    static boolean leavesHole(List<EditOperation> done, List<Token> atom) {
        boolean behind = atom.stream()
                .anyMatch(token -> token.is("BACKGROUND") || token.value().equals("background"));
        return behind
                && !done.isEmpty()
                && done.stream()
                        .allMatch(one -> one instanceof ReplaceBackground replaced
                                && replaced.backdrop()
                                        .filter(Backdrop.Transparent.class::isInstance)
                                        .isPresent());
    }

    /** Returns whether that atom says of what this wish is not meant: "make the captions red, not the title". */
    boolean excepts(List<List<Token>> atoms, int at, String words) {
        if (to != at || at == 0) return false;
        int begin = Atoms.to(atoms.subList(0, at));
        return Restriction.excepts(words.substring(begin, Atoms.to(atoms.subList(0, at + 1))));
    }
}
