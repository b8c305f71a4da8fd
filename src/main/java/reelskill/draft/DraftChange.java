package reelskill.draft;

import reelskill.language.Language;

/** One difference between two drafts, in words: {@code Title added: 'Paradise Found' (0-3s)}. */
public record DraftChange(Kind kind, String english, String chinese) {
    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        MOVED,
        TRIMMED,
        RENAMED,
        VOLUME,
        CANVAS,
        LENGTH,
        /** Something under a key that is not understood: that it changed is all that can be said. */
        OTHER
    }

    public String in(Language language) {
        return language.pick(english, chinese);
    }
}
