package reelskill.studio.plan;

import java.util.List;

/**
 * A wish that became operations.
 *
 * @param from its first atom; {@code to} is behind its last
 * @param operations how many there were before it
 * @param exports whether an export was asked for before it
 */
record Wish(int from, int to, int operations, boolean exports) {
    static final Wish NONE = new Wish(-1, -1, 0, false);

    /**
     * Returns whether the atom at {@code at}, which asks for nothing itself, limits this wish: "blur the background, but not
     * the chair". Whoever does the first without the second does another thing.
     */
    boolean isRestricted(List<List<Token>> atoms, int at, String words) {
        if (to != at || at == 0) return false;
        int begin = Atoms.to(atoms.subList(0, at));
        return Restriction.isOne(words.substring(begin, Atoms.to(atoms.subList(0, at + 1))));
    }
}
