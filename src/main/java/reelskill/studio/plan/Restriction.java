package reelskill.studio.plan;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What limits the wish before it: "… but not the chair", "…, except at the end", …，除了片头. Pure. */
final class Restriction {
    private static final Pattern BEGIN = Pattern.compile(
            "(?i)^[\\s,，;；]*(?:(?:but |just |only )*(?:except|excluding|apart from|other than|unless|not (?:the|on|in|over|for|when|where|if|during|at|my|any))\\b"
                    + "|without \\w+ing\\b"
                    + "|but (?:not(?! too| so| that| very| over)|keep|leave|only|never|no|don'?t|do not|without)\\b"
                    + "|(?:但是?|不过|可是|只是)?(?:除了|除去|除开|不包括|不含)|(?:但是?+|不过|可是|只是)(?:(?:不要?+|别)(?![太过]|那么|用太)|保留|留|只|.{1,12}?(?:(?:不要?+|别)(?![太过]|那么|用太)|保留|除外|例外)).*|.{1,12}(?:除外|例外|(?:别|不要|不用|不)[动变])$)");

    private static final Pattern EXCEPTS =
            Pattern.compile("(?i)^[\\s,;]*(?:but |and )?not (?:(?:for|on|in) )?(?:the|my|our|your)\\b");

    private static final Set<String> ADDED = Clause.concepts("SUBTITLES TITLE MUSIC LOGO TRANSITION");

    private Restriction() {}

    /** Returns whether {@code atom} says of what alone its one wish is meant: neither half of it is a wish by itself. */
    static boolean isOneWish(List<Token> atom) {
        boolean first = atom.get(0).is("ONLY");
        boolean behind = atom.size() > 1
                && ADDED.contains(atom.get(0).concept())
                && (atom.get(1).is("KEEP") || atom.get(1).is("ONLY"));
        return first || behind;
    }

    /** Returns whether {@code said} names what is not meant: ", not the title". */
    static boolean excepts(String said) {
        return EXCEPTS.matcher(said).find();
    }

    /** Returns whether {@code said}, with what joins it to the wish before it, begins as one does. */
    static boolean isOne(String said) {
        return BEGIN.matcher(said.replace('’', '\'')).find();
    }
}
