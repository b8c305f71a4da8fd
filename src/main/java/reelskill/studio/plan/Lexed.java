package reelskill.studio.plan;

import java.util.List;

/** A sentence and what its words are, grouped and without fillers. */
record Lexed(String words, List<Token> tokens) {
    static Lexed of(String words, Lexicon lexicon, List<LibraryItem> library) {
        List<Token> found = Separable.joined(Lexer.tokens(lexicon, words, library), words, lexicon);
        List<Token> wishes = Manners.parted(
                Colloquial.plain(SignedShares.meant(Reasons.dropped(found, words), words), words), words);
        return new Lexed(words, Grouping.grouped(Plates.found(Spoken.quoted(wishes, words), words)));
    }
}
