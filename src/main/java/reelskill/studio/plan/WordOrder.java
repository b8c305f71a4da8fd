package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Chinese words mean by where they stand: 后5秒 is the last five seconds and 10秒后 what comes then; 第二段不用 spares that clip,
 * and says nothing of the one before. Pure.
 */
final class WordOrder {
    private static final Set<String> BEHIND = Set.of("后", "后面", "后边", "后头");
    private static final Set<String> NEEDLESS = Set.of("不用", "不需要", "不必", "不用了", "不需要了", "不变", "不改", "不用改", "不用变");
    private static final Set<String> UNWANTED = Set.of("不要", "都不要", "也不要", "也不要了", "别要");
    private static final Set<String> BUT = Set.of("但", "但是");
    private static final Set<String> LIMITING = Clause.concepts("NOT EXCEPT KEEP ONLY");
    private static final Set<String> PARTS = Set.of("ORDINALCLIP", Token.SOFT, Token.FILLER);

    private static final Set<String> VALUES = Clause.concepts("COLOR POSITION KIND MOOD BETWEEN MIDDLE");
    private static final Set<String> REFUSED = Clause.union(VALUES, Clause.concepts("NOT ADD PUT FILLER CHANGE MUSIC"));

    private WordOrder() {}

    /** Returns {@code tokens} as their places in {@code sentence} mean them. */
    static List<Token> meant(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String said = sentence.substring(token.from(), token.to());
            result.add(meant(tokens, i, said));
            // 改成2倍速: the word that counts says of what.
            boolean speed = token.is("FACTOR") && (said.endsWith("倍速") || said.endsWith("倍速度"));
            if (speed) result.add(new Token("SPEED", "", token.to(), token.to()));
            // 加一行小字：… says how large in the word for what.
            if (token.is("TITLE") && said.endsWith("小字"))
                result.add(result.size() - 1, new Token("SIZE", "0.06", token.from(), token.from()));
            if (token.is("TITLE") && said.endsWith("大字"))
                result.add(result.size() - 1, new Token("SIZE", "0.13", token.from(), token.from()));
        }
        return parts(result, sentence);
    }

    private static Token meant(List<Token> tokens, int at, String said) {
        Token token = tokens.get(at);
        if (isLast(tokens, at, said)) return token.as("ORDINAL", "-1");
        // …最后导出竖屏: the last of the wishes, and no part of the one before.
        boolean counts = said.equals("最后")
                && at > 0
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is("EXPORT");
        if (counts) return token.as(Token.HARD);
        if (token.is(Token.HARD) && said.equals("再") && isOfText(tokens, at)) return token.as(Token.UNKNOWN, "");
        if (token.is("NOT") && BUT.contains(said)) return but(tokens, at);
        boolean ends = at + 1 == tokens.size() || tokens.get(at + 1).isBreak();
        // 停2秒 holds so long; 音乐到30秒停 ends.
        boolean stops = token.is("FOR") && said.equals("停") && ends;
        return stops ? token.as("OFF") : token;
    }

    /** 但要加标题 adds it; 但不要…, 但保留… and 但只… limit what was wished before. */
    private static Token but(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Token.FILLER)) next++;
        boolean limits =
                next < tokens.size() && LIMITING.contains(tokens.get(next).concept());
        return limits ? token : token.as(Token.FILLER);
    }

    /** 欢迎再来: inside of words that are only shown it begins nothing. */
    private static boolean isOfText(List<Token> tokens, int at) {
        return at > 0
                && tokens.get(at - 1).is(Token.UNKNOWN)
                && tokens.get(at - 1).to() == tokens.get(at).from()
                && at + 1 < tokens.size()
                && tokens.subList(at + 1, Atoms.end(tokens, at + 1)).stream()
                        .allMatch(token -> token.is(Token.UNKNOWN) || token.is(Token.FILLER));
    }

    private static boolean isLast(List<Token> tokens, int at, String said) {
        boolean behind = tokens.get(at).is("AFTER") && BEHIND.contains(said);
        boolean counts = at + 1 < tokens.size() && tokens.get(at + 1).is(Token.TIME);
        int before = at - 1;
        while (before >= 0 && tokens.get(before).is(Token.FILLER)) before--;
        boolean from = before >= 0
                && (tokens.get(before).is(Token.TIME) || tokens.get(before).is("FROM"));
        return behind && counts && !from;
    }

    /** Returns the tokens with the "not" behind clips as what it says of them. */
    private static List<Token> parts(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        boolean cuts = true;
        boolean lost = false;
        for (List<Token> clause : clauses(tokens)) {
            refused(clause, sentence, cuts);
            gone(clause, sentence);
            if (lost) spared(clause);
            // 第一段静音，第三段不要: nobody says of a sound that was not named that it is not wanted.
            boolean mutes =
                    Atoms.has(clause, "ORDINALCLIP") && (Atoms.has(clause, "MUTE") || Atoms.has(clause, "QUIETWORD"));
            cuts = Atoms.has(clause, "REMOVE") || Atoms.has(clause, "CUT") || mutes;
            lost = Atoms.has(clause, "REMOVE") && Atoms.has(clause, "ORDINALCLIP");
            result.addAll(clause);
        }
        return result;
    }

    /** 第二段不用 spares it; 第二段不要 takes it away too, where clips go ({@code cuts}) or nothing was said before. */
    private static void refused(List<Token> clause, String sentence, boolean cuts) {
        int not = last(clause, "NOT");
        boolean ofClips = not > 0
                && clause.get(0).is("ORDINALCLIP")
                && clause.subList(0, not).stream().allMatch(token -> PARTS.contains(token.concept()))
                && clause.subList(not + 1, clause.size()).stream()
                        .allMatch(token -> isMute(token) || token.is("CHANGE"));
        if (!ofClips) return;
        Token refusal = clause.get(not);
        String said = sentence.substring(refusal.from(), end(clause));
        if (NEEDLESS.contains(said)) {
            clause.set(not, refusal.as("KEEP", "spare"));
            clause.removeIf(token -> token.is("CHANGE"));
        }
        if (cuts && UNWANTED.contains(said)) clause.set(not, refusal.as("REMOVE", "unwanted"));
    }

    /** 字幕别用白色，用黄色: what it is to be is said behind what it is not to be. */
    static List<Token> withoutOther(List<Token> clause, List<List<Token>> behind) {
        int not = 0;
        while (not < clause.size() && !clause.get(not).is("NOT")) not++;
        List<Token> refused = clause.subList(not, clause.size());
        boolean value = refused.stream().anyMatch(token -> VALUES.contains(token.concept()))
                && refused.stream().allMatch(token -> REFUSED.contains(token.concept()) || token.isBreak());
        boolean other = behind.stream().limit(2).anyMatch(next -> next.stream()
                .anyMatch(token -> VALUES.contains(token.concept())));
        if (!value || !other) return clause;
        List<Token> left = new ArrayList<>(clause.subList(0, not));
        refused.stream().filter(Token::isBreak).forEach(left::add);
        return left;
    }

    /** 第二段不要了，第一段留着: whoever lets one go keeps the other only to be sure. */
    private static void spared(List<Token> clause) {
        int keep = last(clause, "KEEP");
        boolean stays = keep > 0
                && clause.get(0).is("ORDINALCLIP")
                && clause.stream()
                        .allMatch(token -> PARTS.contains(token.concept()) || token.is("KEEP") || isMute(token));
        if (stays) clause.set(keep, clause.get(keep).as("KEEP", "spare"));
    }

    /** 不要第一段了: it goes. */
    private static void gone(List<Token> clause, String sentence) {
        Token first = clause.get(0);
        boolean clips = first.is("NOT")
                && clause.size() > 1
                && clause.get(1).is("ORDINALCLIP")
                && clause.stream().skip(1).allMatch(token -> PARTS.contains(token.concept()) || isMute(token))
                && sentence.substring(first.from(), end(clause)).matches("不要.*了");
        if (clips) clause.set(0, first.as("REMOVE"));
    }

    private static boolean isMute(Token token) {
        return token.is(Token.FILLER) || token.isBreak();
    }

    private static int last(List<Token> clause, String concept) {
        for (int i = clause.size() - 1; i >= 0; i--) if (clause.get(i).is(concept)) return i;
        return -1;
    }

    /** Returns where the words of the clause end, without its sign. */
    private static int end(List<Token> clause) {
        int last = clause.size() - 1;
        while (last > 0 && clause.get(last).isBreak()) last--;
        return clause.get(last).to();
    }

    /** Returns the clauses between commas, each with its own comma; 第一段和第二段不要 is one. */
    private static List<List<Token>> clauses(List<Token> tokens) {
        List<List<Token>> all = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        for (Token token : tokens) {
            open.add(token);
            boolean comma = token.is(Token.HARD)
                    || (token.is(Token.SOFT) && open.stream().anyMatch(word -> !PARTS.contains(word.concept())));
            if (!comma) continue;
            all.add(open);
            open = new ArrayList<>();
        }
        if (!open.isEmpty()) all.add(open);
        return all;
    }
}
