package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.language.Language;

/**
 * Finds words that are to be shown, or that are said, and stand in no quotes: "a title saying Weekly update, and export",
 * "cut the part where I say thank you". Pure.
 */
final class Spoken {
    /** What may begin what is said about the text, behind it. */
    private static final Set<String> BEHIND = Clause.concepts("SOFT AT FOR FROM POSITION MIDDLE START END IN");

    /** Words that each begin with a capital letter, with a role behind a comma: "Anna Li, Head of Product". */
    private static final Pattern NAME =
            Pattern.compile("\\s*[@#]\\w[\\w.]*\\w|\\s*(?:Dr\\.? |Mr\\.? |Mrs\\.? |Ms\\.? )?"
                    + "\\p{Lu}[\\p{L}'’-]*(?: (?:(?:of|the|and|&|de|van|von|da|at|for|in|in the|on|to|of the|a) )?\\p{Lu}[\\p{L}'’-]*)*"
                    + "(?:, \\p{Lu}[\\p{L}'’-]*(?: (?:(?:of|the|and|&|at|for) )?\\p{Lu}[\\p{L}'’-]*)*)?");

    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\p{N}]*\\p{Lu}{2}[\\p{Lu}\\p{N}]*");

    /** What a text may be of, said with nothing around it. */
    private static final Set<String> TEXTUAL = Clause.concepts("UNKNOWN FILLER NUMBER MOOD SUBSCRIBE SEASON GREETING");

    /** What is said beside unknown words in a text: 大促开始, 我的周末vlog. */
    private static final Set<String> NOUNS =
            Clause.concepts("VIDEO CLIP START END SIZE SHAPE PRESET PICTURE MUSIC SOUND VOICE ROOM SCENE LOOK");

    private static final Set<String> GREETING_BEHIND = Clause.concepts("ADD PUT TITLE CARD ENDCARD");

    /** A button has no "me". */
    private static final Pattern ME = Pattern.compile("(?i)(?:我|me|us)$");

    private Spoken() {}

    /** Returns whether words that stand between spaces can only be shown: no rule knows what they would ask for. */
    static boolean isText(List<Token> words) {
        return words.stream().anyMatch(token -> isUnknown(token) || token.is("SUBSCRIBE"))
                && words.stream()
                        .allMatch(token -> TEXTUAL.contains(token.concept()) || NOUNS.contains(token.concept()));
    }

    /**
     * Returns the tokens with such words as one quote. They end where everything that follows is known.
     *
     * @param typed the sentence as it was typed, as long as {@code sentence}
     */
    static List<Token> quoted(List<Token> tokens, String sentence, String typed) {
        List<Token> result = new ArrayList<>();
        boolean title = false;
        boolean third = false;
        boolean writes = false;
        boolean places = false;
        // Beside a wish it is said to whoever reads it, and to be shown only where the wish says so.
        boolean alone = isText(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            result.add(token);
            title = !token.is(Token.HARD)
                    && (title
                            || token.is("TITLE")
                            || token.is("SUBTITLES")
                            || token.is("ENDCARD")
                            || token.is("CARD")
                            || token.value().equals("lower_third"));
            third = !token.is(Token.HARD) && (third || token.value().equals("lower_third"));
            if (token.is("GREETING") && !alone) result.set(result.size() - 1, token.as(Token.FILLER));
            places = !token.is(Token.HARD) && (places || token.is("ADD") || token.is("PUT"));
            writes = !token.is(Token.HARD) && (writes || token.value().equals("write"));
            boolean shown = (title || writes) && (token.is("SAYING") || token.is("COLON"));
            boolean loud = token.is("TITLE") && i + 1 < tokens.size() && isLoud(tokens.get(i + 1), sentence);
            boolean named = token.is("SAYING") && !shown && places && nameEnd(sentence, token.to()) > 0;
            boolean placed = (token.is("TITLE") || token.is("CARD")) && isPlaced(tokens, i);
            named |= placed && nameEnd(sentence, token.to()) > token.to() + 2;
            int greeted = GREETING_BEHIND.contains(token.concept()) ? greetedEnd(tokens, i + 1, sentence) : 0;
            int bare = placed ? Math.max(greeted, bareEnd(tokens, i + 1, sentence)) : greeted;
            if (bare > 0) {
                int from = tokens.get(i + 1).from();
                int to = tokens.get(bare - 1).to();
                result.add(new Token(Token.QUOTE, typed.substring(from, to), from, to));
                i = bare - 1;
                continue;
            }
            boolean whose = loud || (third && token.is("FOR")) || token.value().equals("write") || named;
            if (!shown && !whose && !token.is("SAIDAT")) continue;
            boolean introduced = i + 1 < tokens.size()
                    && (tokens.get(i + 1).is("SAYING") || tokens.get(i + 1).is("COLON"));
            // 打个水印 @小美: the word for it is none of the words.
            boolean marked = token.value().equals("write")
                    && i + 2 < tokens.size()
                    && tokens.get(i + 1).is("LOGO")
                    && tokens.get(i + 1).to() < tokens.get(i + 2).from();
            if (marked) i++;
            boolean written = !introduced && token.value().equals("write") && Language.of(sentence) == Language.CHINESE;
            int stop = written && !shown ? clauseEnd(tokens, i + 1) : runEnd(tokens, i + 1);
            if (tokens.subList(i + 1, stop).stream().anyMatch(next -> next.is(Token.QUOTE))) continue;
            int end = loud ? loudEnd(tokens, i + 1, sentence) : textEnd(tokens, i + 1, stop);
            boolean said = written && tokens.subList(i + 1, end).stream().anyMatch(Spoken::isUnknown);
            if (whose && !loud && !shown && !said) end = nameEnd(tokens, i + 1, nameEnd(sentence, token.to()));
            if (end == i + 1) continue;
            int from = tokens.get(i + 1).from();
            int to = exclaimed(tokens, end, sentence);
            result.add(new Token(Token.QUOTE, typed.substring(from, to).strip(), from, to));
            i = to > tokens.get(end - 1).to() ? end : end - 1;
        }
        return result;
    }

    /** "begin with a title card My Summer in Rome": there is to be one. */
    private static boolean isPlaced(List<Token> tokens, int at) {
        return tokens.subList(0, at).stream()
                .anyMatch(token -> token.is("ADD") || token.is("PUT") || token.is("START") || token.is("END"));
    }

    /** Returns where the words end that stand behind a space: 加标题 夏天; 0 where something is asked for there. */
    private static int bareEnd(List<Token> tokens, int from, String sentence) {
        if (from == tokens.size() || Language.of(sentence) != Language.CHINESE) return 0;
        int end = from;
        while (end < tokens.size() && !tokens.get(end).isBreak() && (end == from || isClose(tokens, end))) end++;
        boolean apart = tokens.get(from - 1).to() < tokens.get(from).from();
        return apart && isText(tokens.subList(from, end)) ? end : 0;
    }

    /** Returns where a greeting ends that is to be shown: 片尾加个关注我, "add thanks for watching at the end"; 0 where none is. */
    private static int greetedEnd(List<Token> tokens, int from, String sentence) {
        int end = from;
        while (end < tokens.size()
                && !tokens.get(end).is(Token.NUMBER)
                && TEXTUAL.contains(tokens.get(end).concept())) end++;
        while (end > from && tokens.get(end - 1).is(Token.FILLER)) end--;
        boolean greets = tokens.subList(from, end).stream()
                .anyMatch(token -> token.is("GREETING")
                        || (token.is("SUBSCRIBE")
                                && ME.matcher(sentence.substring(token.from(), token.to()))
                                        .find()));
        return greets ? end : 0;
    }

    /** Returns whether no rule knows what the word would ask for. */
    private static boolean isUnknown(Token token) {
        return token.is(Token.UNKNOWN) || token.is("GREETING");
    }

    private static boolean isClose(List<Token> tokens, int at) {
        return tokens.get(at - 1).to() == tokens.get(at).from();
    }

    /** Returns the end of the name that begins at {@code at}, spaces not counted; 0 where none does. */
    private static int nameEnd(String sentence, int at) {
        Matcher name = NAME.matcher(sentence).region(at, sentence.length());
        return name.lookingAt() ? name.end() : 0;
    }

    private static int nameEnd(List<Token> tokens, int from, int to) {
        int end = from;
        while (end < tokens.size() && tokens.get(end).to() <= to) end++;
        return end;
    }

    /** "write Happy Birthday! at the top": the mark belongs to the words where the sentence goes on in small letters. */
    private static int exclaimed(List<Token> tokens, int end, String sentence) {
        int to = tokens.get(end - 1).to();
        boolean mark = end + 1 < tokens.size()
                && tokens.get(end).is(Token.HARD)
                && tokens.get(end).to() == to + 1
                && sentence.charAt(to) != '.'
                && Character.isLowerCase(sentence.charAt(tokens.get(end + 1).from()));
        return mark ? to + 1 : to;
    }

    /** "big red text SALE": a word in capitals is shown, and is no instruction. */
    private static boolean isLoud(Token next, String sentence) {
        return next.is(Token.UNKNOWN)
                && CAPITALS.matcher(sentence.substring(next.from(), next.to())).matches();
    }

    private static int loudEnd(List<Token> tokens, int from, String sentence) {
        int end = from;
        while (end < tokens.size() && isLoud(tokens.get(end), sentence)) end++;
        return end;
    }

    private static int textEnd(List<Token> tokens, int from, int stop) {
        for (int end = from + 1; end < stop; end++) {
            boolean known = tokens.subList(end, stop).stream().noneMatch(Spoken::isUnknown);
            if (known && BEHIND.contains(tokens.get(end).concept())) return end;
        }
        return stop;
    }

    /** 写上新年快乐，再加音乐: what is to be written ends where its clause does. */
    private static int clauseEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size()
                && !tokens.get(end).is(Token.HARD)
                && !tokens.get(end).is(Token.SOFT)) end++;
        return end;
    }

    /** 第一段标题写早，第二段写晚: behind a comma the next clip begins. */
    private static int runEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && !tokens.get(end).is(Token.HARD) && !isNextClip(tokens, end)) end++;
        return end;
    }

    private static boolean isNextClip(List<Token> tokens, int at) {
        return tokens.get(at).is(Token.SOFT)
                && at + 2 < tokens.size()
                && tokens.get(at + 1).is("ORDINALCLIP")
                && (tokens.get(at + 2).is("SAYING") || tokens.get(at + 2).is("TITLE"));
    }
}
