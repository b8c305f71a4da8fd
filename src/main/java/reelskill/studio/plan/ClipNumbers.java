package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other ways than 第二段 in which Chinese counts clips: 2号片段, 倒数第二段, and the 三段 of 第二、三段. Pure. */
final class ClipNumbers {
    /** 第2、3段. */
    private static final Pattern LISTED_CLIP = Pattern.compile("(?<n>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|段|条)");

    private static final Pattern CLIP_FROM_END = Pattern.compile("倒数第?(?<n>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|段|条)");
    private static final Pattern NEIGHBOURS =
            Pattern.compile("(?<!第)(?:第(?=..段)|(?=..段(?:之间|中间)))(?<n>[一二三四五六七八])(?<m>[二三四五六七八九])段");
    /** 2号片段, 视频3. */
    private static final Pattern CLIP_NUMBER = Pattern.compile(
            "(?<n>\\d{1,3}|[一二两三四五六七八九十]{1,3})号(?:片段|视频|镜头|素材|段)|(?:片段|素材|镜头)(?<m>[一二两三四五六七八九十]{1,3})(?![段个条秒分倍])");

    /** 最后两段, 前三个片段: so many clips, and no halves. */
    private static final Pattern COUNTED =
            Pattern.compile("(?<n>[2-9]|\\d{2}|[二两三四五六七八九十]{1,2})(?:段|条|个(?=片段|镜头|视频|素材|clip))(?:片段|镜头|视频|素材|clips?)?");

    private static final Set<String> ENDS = Set.of("前", "后", "最后", "最前", "末", "最末", "开头", "结尾", "头", "尾");

    private ClipNumbers() {}

    /** Returns the noun of the clips that are counted at {@code at} from an end, whose number then stands in {@code tokens}. */
    static Optional<Token> counted(String text, int at, List<Token> tokens) {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        Matcher counted = COUNTED.matcher(text).region(at, text.length());
        if (last == null || last.to() != at || !counted.lookingAt()) return Optional.empty();
        String end = text.substring(last.from(), last.to());
        if (!ENDS.contains(end)) return Optional.empty();
        boolean first = end.contains("前") || end.contains("头");
        tokens.set(tokens.size() - 1, last.as("ORDINAL", first ? "1" : "-1"));
        double number = TimeWords.value(counted.group("n")).doubleValue();
        tokens.add(new Token(Token.NUMBER, number, at, at + counted.group("n").length()));
        return Optional.of(new Token("CLIP", "", at + counted.group("n").length(), counted.end()));
    }

    /** 第一二段, 二三段之间: two neighbours, where 二三段 alone would be a few. */
    static Optional<Token> neighbours(String text, int at, List<Token> tokens) {
        Matcher pair = NEIGHBOURS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!pair.lookingAt()) return Optional.empty();
        int first = TimeWords.value(pair.group("n")).intValue();
        int second = TimeWords.value(pair.group("m")).intValue();
        if (second != first + 1) return Optional.empty();
        tokens.add(new Token("ORDINALCLIP", Integer.toString(first), at, pair.end("n")));
        tokens.add(new Token(Token.SOFT, "", pair.end("n"), pair.end("n")));
        return Optional.of(new Token("ORDINALCLIP", Integer.toString(second), pair.start("m"), pair.end()));
    }

    /** Returns the clip that is named at {@code at}, behind {@code tokens}; empty where none is. */
    static Optional<Token> at(String text, int at, List<Token> tokens) {
        Matcher number = CLIP_NUMBER.matcher(text).region(at, text.length()).useTransparentBounds(true);
        Matcher listed = LISTED_CLIP.matcher(text).region(at, text.length());
        boolean list = tokens.size() > 1
                && tokens.get(tokens.size() - 1).is(Token.SOFT)
                && tokens.get(tokens.size() - 2).is("ORDINALCLIP")
                && listed.lookingAt();
        if (list) {
            String second = Integer.toString(TimeWords.value(listed.group("n")).intValue());
            return Optional.of(new Token("ORDINALCLIP", second, at, listed.end()));
        }
        Optional<Token> neighbour = neighbours(text, at, tokens);
        if (neighbour.isPresent()) return neighbour;
        Matcher fromEnd = CLIP_FROM_END.matcher(text).region(at, text.length());
        if (fromEnd.lookingAt()) {
            String rank = "-" + TimeWords.value(fromEnd.group("n")).intValue();
            return Optional.of(new Token("ORDINALCLIP", rank, at, fromEnd.end()));
        }
        if (!number.lookingAt()) return Optional.empty();
        String said = number.group("n") != null ? number.group("n") : number.group("m");
        String value = Integer.toString(TimeWords.value(said).intValue());
        return Optional.of(new Token("ORDINALCLIP", value, at, number.end()));
    }
}
