package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is told beside an instruction and asks for nothing: "it's just me reaching for the camera", "they look cheesy",
 * "I've got a long video here". Pure.
 */
final class Remarks {
    private static final Pattern STATEMENT = Pattern.compile(
            "^(?:(?:and|but|so|well|oh|ok|also|anyway|basically|actually|sorry|honestly|cause|because|since)[ ,]+)*"
                    + "(?:(?:it|that|this|there|here|he|she|what|who)(?:'s|s| is| was| has| looks?| looked| seems?| feels?| felt| sounds?| got| gets?| drags?| just| kinda| goes)"
                    + "|(?:they|these|those|we|you)(?:'re|re| are| were|'ve| have| look| seem| feel| sound| got| get| just)"
                    + "|i(?:'m|m| am| was|'ve|ve| have| had| got| think| guess| know| feel| felt| hate| love| like| don't like| dont like| look| sound| just| kept| keep| took| shot| filmed| recorded| made| messed| screwed| forgot)"
                    + "|(?:sound|audio|video|picture|image|music|voice|colou?rs?|background)(?:'s| is| are| was| looks?| sounds?)"
                    + "|(?:the|my|our|his|her|their|some|most|everyone|everybody|nobody|people)(?: [a-z']+){0,3}?(?: is| are| was| were|'s| has| have| looks?| seems?| feels?| sounds?| drags?| got| gets?| goes on| go on)"
                    + "|(?:nice|great|cool|perfect|awesome|sorry|good job|well done|love it|looks? (?:great|good|nice)|hope|hoping|cheers|bye|you rock|you're)"
                    + ")\\b.*",
            Pattern.DOTALL);
    /** Whoever says these wants something. */
    /** "hmm no, square": what is wanted instead comes behind it. */
    private static final Pattern REFUSAL = Pattern.compile("(?:(?:hmm|oh|ah|um|well),? )?(?:no|nope|nah)");

    private static final Pattern WISH = Pattern.compile(
            "\\b(?:should|must|needs?|has to|have to|gotta|want|wants|wanted|would|could|can|may|might|will|let|supposed|ought|wish|prefer|rather"
                    + "|except|but not|instead|without|unless|if|keep|before|after|until|than|missing|wrong)\\b");

    private static final Set<String> HARMLESS = Clause.concepts(
            "UNKNOWN STYLE FILLER VIDEO CLIP PART START END VAGUE BORING LONG MUCH ADJECTIVE FOR TO FROM AT IN WHERE SLIGHTLY STRONG NOT"
                    + " ONLY MOODOFF SAIDAT ABOUT WHICH TOGETHER BETTER OVER COMMA SOFT ALL THERE AROUND MIDDLE SIZE STATE ONWARD");

    /** What somebody may tell something about, where the words that tell it are of no other use. */
    private static final Set<String> NAMED = Clause.union(
            HARMLESS,
            Clause.concepts(
                    "TITLE SOUND VOICE BACKGROUND LOGO MUSIC PICTURE SUBTITLES COLORWORD HEAD ROOM NOISE STILLNESS"
                            + " PLAY MORE BEHIND LOUDLY MINE NUMBER TOGETHER"));

    /** "it's only intro music" says what something is. */
    private static final Pattern NAMING = Pattern.compile(
            "^(?:and |but |so )?(?:it's|its|it is|that's|thats|that is|this is|there's|there is|it was|we've got|we have|i've got|i have|there are|you have)\\b");

    private Remarks() {}

    /** Returns whether {@code said}, which no rule understood, tells something and asks for nothing. */
    static boolean isOne(String said, List<Token> tokens) {
        String words = said.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        if (REFUSAL.matcher(words).matches()) return true;
        Set<String> told = tells(tokens) || NAMING.matcher(words).find() ? NAMED : HARMLESS;
        return STATEMENT.matcher(words).matches()
                && !WISH.matcher(words).find()
                && tokens.stream().allMatch(token -> told.contains(token.concept()));
    }

    private static boolean tells(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is(Token.UNKNOWN) || token.is("MOODOFF"));
    }
}
