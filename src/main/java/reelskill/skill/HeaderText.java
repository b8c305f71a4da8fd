package reelskill.skill;

/** Text that can stand in an HTTP header: visible ASCII, no spaces, bounded. */
final class HeaderText {
    private static final int LONGEST = 128;

    private HeaderText() {}

    /** Returns {@code text} with every run of other characters as one hyphen; empty when nothing is left. */
    static String of(String text) {
        String visible = text.replaceAll("[^\\x21-\\x7e]+", "-").replaceAll("^-+|-+$", "");
        return visible.substring(0, Math.min(LONGEST, visible.length()));
    }
}
