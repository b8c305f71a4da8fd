package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import reelskill.language.Language;

/**
 * Takes out of a Chinese sentence what speech puts around its words: doubled verbs (剪一剪), particles behind a word (留着),
 * "or so" behind a time (三十秒左右), what the message is about (孩子生日的视频，…), and remarks (拍歪了，转90度). Pure.
 */
final class Colloquial {
    private static final Set<String> PARTICLES = Set.of("着", "过", "去", "下", "儿", "住", "滴", "得", "地", "之", "所", "啥");
    private static final Set<String> ROUGHLY = Set.of("左右", "上下", "出头");
    private static final Set<String> ABOUT = Clause.concepts("UNKNOWN FILLER VIDEO CLIP SHAPE PICTURE TITLE PRESET");
    private static final Set<String> WORDS = Set.of("文字", "字", "一行字", "一句话", "几个字", "行字");
    private static final Pattern COUNTING = Pattern.compile("先|首先|然后|接着|第一步|其次");
    private static final Set<String> SUBJECT = Clause.concepts("BACKGROUND TITLE SUBTITLES MUSIC LOGO ORDINALCLIP");
    private static final Set<String> DEGREES =
            Clause.concepts("MOREBIT LESSBIT SCALE SIZE LIGHT WARMTH LOUDER QUIETER FASTER SLOWER MORE LESS");
    private static final Set<String> PACED = Clause.concepts("FASTER SLOWER LIGHT WARMTH");
    private static final Set<String> LIMITS = Clause.concepts("TO ATMOST BEFORE AFTER ONWARD");
    /** Verbs that make a clause an instruction, whatever else is remarked in it. */
    private static final Set<String> DEEDS = Clause.concepts(
            "REMOVE CUT TRIM KEEP SPLIT MOVE PUT ADD CHANGE MUTE JOIN SWAP EXPORT UNDO REDO RESIZE RESTORE NOT");

    private static final Set<String> PLACES =
            Clause.concepts("TIME TO FROM ORDINAL START END HALFFIRST HALFLAST FRONT BACK NUMBER AT");
    private static final Pattern OPINION = Pattern.compile("(?:太|有点儿?|有些|很|挺|蛮|真|特别|非常|不够|不太|比较|过于|超级)$");
    private static final Set<String> OPINED = Clause.concepts(
            "UNKNOWN FILLER VIDEO CLIP SHAPE PICTURE SOUND VOICE PART BORING TOOMUCH TOOLITTLE MUCH RESULTS");

    private static final Set<String> MADE =
            Clause.concepts("TRANSITION FILTER LOOK PIP ENDCARD CARD SPLITSCREEN SLIDESHOW STYLE");
    private static final Set<String> PICTURED = Clause.concepts("BLUR LOOK FILTER STEADY WRAP");
    private static final Set<String> LIGHTER = Set.of("轻一点", "轻点", "轻一些", "轻些");
    private static final Pattern INTERJECTION = Pattern.compile("^(?:嗯|呃|额|啊)+[…。，,.～~\\s]");

    private static final Token BEGINNING = new Token(Token.HARD, "", 0, 0);

    private Colloquial() {}

    static List<Token> plain(List<Token> tokens, String sentence) {
        if (Language.of(sentence) != Language.CHINESE) return tokens;
        List<Token> words = withoutParticles(Outside.meant(undoubled(tokens, sentence), sentence), sentence);
        List<Token> said = Judgements.taken(atOnce(WordOrder.meant(words, sentence), sentence), sentence);
        return Scenes.named(withoutRemarks(said, sentence), sentence);
    }

    /** 稳一稳, 剪了剪 and 调调 say once what they say. */
    private static List<Token> undoubled(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int again = i + 1 < tokens.size() && isJoint(said(tokens.get(i + 1), sentence)) ? i + 2 : i + 1;
            boolean doubled = token.to() - token.from() == 1
                    && again < tokens.size()
                    && !token.isBreak()
                    && said(token, sentence).equals(said(tokens.get(again), sentence))
                    && !Character.isDigit(sentence.charAt(token.from()));
            result.add(token);
            if (doubled) i = again;
        }
        return result;
    }

    private static boolean isJoint(String said) {
        return said.equals("一") || said.equals("了");
    }

    private static List<Token> withoutParticles(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = result.isEmpty() ? BEGINNING : result.get(result.size() - 1);
            boolean behindWord = !before.is(Token.UNKNOWN)
                    && !before.is(Token.FILLER)
                    && !before.isBreak()
                    && before.to() == token.from();
            boolean particle = token.is(Token.UNKNOWN)
                    && !before.value().equals("write")
                    && PARTICLES.contains(said(token, sentence));
            boolean roughly = before.is(Token.TIME) && ROUGHLY.contains(said(token, sentence)) && isLast(tokens, i);
            // 字幕再大一点 is one clause; 再 behind a comma begins another.
            boolean further = !before.isBreak()
                    && token.is(Token.HARD)
                    && said(token, sentence).equals("再")
                    && i + 1 < tokens.size()
                    && DEGREES.contains(tokens.get(i + 1).concept());
            if ((behindWord && particle) || roughly || further) continue;
            result.add(meant(tokens, i, before, sentence));
        }
        return result;
    }

    /** 快点 is a bit faster, and 在3秒加 names the moment: elsewhere these words say nothing. */
    private static Token meant(List<Token> tokens, int at, Token before, String sentence) {
        Token token = tokens.get(at);
        if (token.is("QUIETER") && LIGHTER.contains(said(token, sentence)) && isOfPicture(tokens, at))
            return token.as("GENTLE");
        if (before.isBreak() && isInterjection(token, sentence)) return token.as(Token.FILLER);
        if (isEnd(tokens, at, sentence)) return token.as("END");
        if (!token.is(Token.FILLER)) return token;
        if (isOther(tokens, at, sentence)) return token.as(Token.UNKNOWN, "");
        String said = said(token, sentence);
        boolean bit = (said.equals("点") || said.equals("些")) && PACED.contains(before.concept());
        if (bit) return token.as("SLIGHTLY");
        boolean moment = said.equals("在")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Token.TIME)
                && (at + 2 == tokens.size()
                        || !LIMITS.contains(tokens.get(at + 2).concept()));
        return moment ? token.as("AT") : token;
    }

    /** 第二段速度是第一段的两倍: one clip is told by the other, and no list. */
    private static boolean isOther(List<Token> tokens, int at, String sentence) {
        boolean is = said(tokens.get(at), sentence).equals("是")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is("ORDINALCLIP");
        for (int i = at - 1; is && i >= 0 && !tokens.get(i).isBreak(); i--)
            if (tokens.get(i).is("ORDINALCLIP")) return true;
        return false;
    }

    /** 背景虚化轻一点 is about no sound. */
    private static boolean isOfPicture(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0 && !tokens.get(i).isBreak(); i--)
            if (PICTURED.contains(tokens.get(i).concept())) return true;
        return false;
    }

    /** 嗯……标题大一点: before anything is said, it is what people say while they think. */
    private static boolean isInterjection(Token token, String sentence) {
        return token.is("FILLERS")
                && INTERJECTION.matcher(sentence.substring(token.from())).find();
    }

    /** 在最后加文字, and 最后写上… where nothing is counted: it is where the words are to stand. */
    private static boolean isEnd(List<Token> tokens, int at, String sentence) {
        Token token = tokens.get(at);
        boolean last = token.is("BACK") || (token.is("ORDINAL") && token.value().equals("-1"));
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Token.FILLER)) next++;
        if (last && next < tokens.size() && tokens.get(next).is("FADEOUT")) return true;
        if (!last
                || next == tokens.size()
                || !(tokens.get(next).is("ADD") || tokens.get(next).is("PUT"))) return false;
        boolean placed = at > 0 && said(tokens.get(at - 1), sentence).equals("在");
        boolean written = tokens.get(next).value().equals("write")
                || (next + 1 < tokens.size() && WORDS.contains(said(tokens.get(next + 1), sentence)));
        boolean counted = COUNTING.matcher(sentence.substring(0, token.from())).find();
        return placed || token.is("BACK") || (written && !counted);
    }

    private static boolean isLast(List<Token> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Token.FILLER)) next++;
        return next == tokens.size() || !tokens.get(next).is(Token.TIME);
    }

    private static List<Token> withoutRemarks(List<Token> tokens, String sentence) {
        List<List<Token>> clauses = clauses(tokens);
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            List<Token> clause = clauses.get(i);
            boolean first = kept.stream().allMatch(token -> token.isBreak() || token.is(Token.FILLER));
            boolean opens = first && i + 1 < clauses.size() && isAbout(clause);
            // 先不加音乐: there is nothing to be done, whatever it is of.
            boolean putOff = clauses.size() > 1 && clause.stream().anyMatch(token -> token.is("PUTOFF"));
            if (putOff) {
                clause.stream().filter(Token::isBreak).forEach(kept::add);
                continue;
            }
            clause = WordOrder.withoutOther(clause, clauses.subList(i + 1, clauses.size()));
            boolean remarks = clauses.size() > 1 && isRemark(clause, sentence);
            // 字幕看不清 by itself asks for none.
            boolean captions = remarks && clause.stream().anyMatch(token -> token.is("SUBTITLES"));
            boolean led = remarks
                    && i + 1 < clauses.size()
                    && clauses.get(i + 1).stream().noneMatch(Colloquial::names);
            if (!opens && !remarks) kept.addAll(clause);
            else
                kept.addAll(clause.stream()
                        .filter(token -> token.isBreak()
                                || (remarks && isSubject(token))
                                || (led && names(token))
                                || (captions && token.is("REMARK")))
                        .toList());
        }
        boolean nothing = kept.stream().allMatch(token -> token.isBreak() || token.is(Token.FILLER));
        return nothing ? tokens : kept;
    }

    /** 字幕看不清，大一点 goes on about the captions. */
    private static boolean isSubject(Token token) {
        return SUBJECT.contains(token.concept());
    }

    /** 我家孩子生日的视频: it names a video and nothing to be done. */
    private static boolean isAbout(List<Token> clause) {
        List<Token> words = clause.stream()
                .filter(token -> !token.is(Token.FILLER) && !token.isBreak())
                .toList();
        int last = words.size() - 1;
        if (last > 0 && words.get(last).is("CUT")) last--;
        return last >= 0
                && words.get(last).is("VIDEO")
                && words.stream().limit(last + 1L).allMatch(token -> ABOUT.contains(token.concept()));
    }

    private static boolean isRemark(List<Token> clause, String sentence) {
        // 别导出4K wants another size, 先别导出 wants nothing.
        boolean noExport = clause.stream().anyMatch(token -> token.is("NOEXPORT"));
        Predicate<Token> deed = token -> DEEDS.contains(token.concept())
                || (noExport && !OPINED.contains(token.concept()) && !token.is("NOEXPORT") && !token.isBreak());
        boolean told = clause.stream().anyMatch(token -> token.is("REMARK") || token.is("NOEXPORT"));
        // 转场不好看，换一个: without the word, another of something else would be meant.
        if (clause.stream().anyMatch(token -> MADE.contains(token.concept()))) return false;
        return told ? clause.stream().noneMatch(deed) : isOpinion(clause, sentence);
    }

    /** 第二段太拖了: what something is like, in words that stand for nothing else. */
    private static boolean isOpinion(List<Token> clause, String sentence) {
        boolean like = clause.stream()
                .anyMatch(token -> token.is(Token.UNKNOWN)
                        && OPINION.matcher(sentence.substring(0, token.from())).find());
        return like
                && clause.stream()
                        .allMatch(token -> token.isBreak() || OPINED.contains(token.concept()) || names(token));
    }

    /** Returns whether the token says what or where, for the wish behind the remark: 第二段太拖了，加快到两倍速. */
    private static boolean names(Token token) {
        return isSubject(token) || PLACES.contains(token.concept());
    }

    /** 在0:15定格，同时打上…: the moment is said once for both. */
    private static List<Token> atOnce(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        List<Token> moment = List.of();
        boolean frozen = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            result.add(token);
            frozen = token.is("FREEZE") || (frozen && !token.is(Token.HARD));
            boolean written = frozen && token.isBreak() && isText(tokens, i + 1);
            if (token.is("AT") && i + 1 < tokens.size() && tokens.get(i + 1).is(Token.TIME))
                moment = tokens.subList(i, i + 2);
            if ((written || said(token, sentence).equals("同时")) && !moment.isEmpty() && !namesTime(tokens, i + 1))
                moment.forEach(word -> result.add(new Token(word.concept(), word.value(), token.to(), token.to())));
        }
        return result;
    }

    /** 在10秒定格，加上字…: the words are of the picture that stands still. */
    private static boolean isText(List<Token> tokens, int from) {
        List<Token> clause = tokens.subList(from, Atoms.end(tokens, from));
        return Atoms.has(clause, "TITLE") && Atoms.has(clause, "ADD");
    }

    private static boolean namesTime(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size() && !tokens.get(i).isBreak(); i++) {
            if (tokens.get(i).is(Token.TIME)
                    || tokens.get(i).is("START")
                    || tokens.get(i).is("END")) return true;
        }
        return false;
    }

    /** Returns the clauses, each with the sign that ends it. */
    private static List<List<Token>> clauses(List<Token> tokens) {
        List<List<Token>> all = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        for (Token token : tokens) {
            open.add(token);
            if (!token.isBreak()) continue;
            all.add(open);
            open = new ArrayList<>();
        }
        if (!open.isEmpty()) all.add(open);
        return all;
    }

    private static String said(Token token, String sentence) {
        return sentence.substring(token.from(), token.to());
    }
}
