package reelskill.studio.plan;

import java.util.List;

/** A sentence and what its words are, grouped and without fillers. */
record Lexed(String words, List<Token> tokens) {
    static Lexed of(String words, Lexicon lexicon, List<LibraryItem> library) {
        return of(words, words, lexicon, library);
    }

    /** As the other one, of {@code words} that were {@code typed} with other signs: what is to be shown, is as it was typed. */
    static Lexed of(String words, String typed, Lexicon lexicon, List<LibraryItem> library) {
        List<Token> found = Separable.joined(Lexer.tokens(lexicon, words, library), words, lexicon);
        List<Token> wishes = Manners.parted(
                Colloquial.plain(SignedShares.meant(Reasons.dropped(found, words), words), words), words);
        List<Token> grouped = Grouping.grouped(Plates.found(Spoken.quoted(wishes, words, typed), words));
        return new Lexed(words, Turns.parted(Lists.parted(grouped, words), words));
    }
}
