package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.language.Language;

/** Sentence to tokens: quotes, names of media, times, numbers, and the phrases of the lexicon. Not thread-safe. */
final class Lexer {
    static final String MEDIA = "MEDIA";
    /** A colour table of the library. */
    static final String TABLE = "TABLE";
    /** The name of a colour table that nobody brought. */
    static final String NO_TABLE = "NOTABLE";

    private static final Pattern BYTES = Pattern.compile(
            "(?<n>\\d{1,6}(?:\\.\\d+)?) ?(?<unit>kilobytes?|megabytes?|gigabytes?|[kmg]b|兆|m|(?<=\\d{3}) ?k)(?![a-z0-9])");
    private static final Pattern DECIBELS = Pattern.compile(
            "(?<sign>[-+–−])? ?(?<n>\\d{1,2}(?:\\.\\d+)?) ?(?:dbs?|decibels?|分贝)(?![a-z])(?! ?(?:lufs|lkfs|fs|tp))");
    private static final Pattern LUFS =
            Pattern.compile("(?<![a-z\\d.])(?<n>\\d{1,2}(?:\\.\\d+)?)(?:lufs|lkfs)(?![a-z0-9])");
    private static final Pattern HEX = Pattern.compile("#(?<rgb>[0-9a-f]{6})(?![0-9a-z])");
    /** 1:16 is a time, as 1:15 is. */
    private static final Pattern RATIO = Pattern.compile(
            "(?<wide>9|16|1|4|5|3|21) ?[:x×比] ?(?<high>(?<=9 ?[:x×比] ?)16|9|1|5|4|3|2)(?![\\d:]|\\.\\d)");

    private static final Pattern FACTOR = Pattern.compile(
            "(?:x|×) ?(?<after>\\d{1,4}(?:\\.\\d+)?)(?![\\w.])"
                    + "|(?<n>\\d{1,4}(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3}(?:点[零一二三四五六七八九]+)?"
                    + "|(?:two|three|four|five|six|eight|ten)(?= times))"
                    + "(?: ?(?:x|×)(?!\\w)| times(?= (?:as|faster|slower|the|speed|bigger|larger|closer|normal))| ?倍速?(?<half>半)?)");
    private static final Pattern CHINESE_ORDINAL = Pattern.compile(
            "第 ?(?<n>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?<of> ?(?:个|段|条|部)|(?=(?:[和跟与、,，]第?(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}))+(?:个|段|条)))?");
    private static final Pattern FATE = Pattern.compile("(?:给我|都|全)?(?:保留|留|删|剪|去|裁|切掉|不要)");

    private final Lexicon lexicon;
    private final String original;
    private final String text;
    private final MediaNames names;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(Lexicon lexicon, String sentence, List<LibraryItem> media) {
        this.lexicon = lexicon;
        this.original = sentence;
        this.text = Letters.normalized(sentence);
        this.names = new MediaNames(lexicon, text, media);
    }

    static List<Token> tokens(Lexicon lexicon, String sentence, List<LibraryItem> media) {
        Lexer lexer = new Lexer(lexicon, sentence, media);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                if (c == '\n') tokens.add(new Token(Token.HARD, "", at, at + 1));
                at++;
                continue;
            }
            Token token = next(at);
            tokens.add(token);
            at = token.to();
        }
    }

    private Token next(int at) {
        return Marks.at(original, text, at)
                .or(() -> names.at(at))
                .or(() -> names.unknownTable(at))
                .or(() -> lufs(at))
                .or(() -> decibels(at))
                .or(() -> hex(at))
                .or(() -> Figure.size(text, at, tokens))
                .or(() -> ratio(at))
                .or(() -> PictureSize.at(text, at))
                .or(() -> factor(at))
                .or(() -> ClipNumbers.counted(text, at, tokens))
                .or(() -> ordinal(at))
                .or(() -> bytes(at))
                .or(() -> longest(at))
                .or(() -> Inflection.at(lexicon, text, at))
                .or(() -> lexicon.misspelt(text, at))
                .or(() -> sign(at))
                .orElseGet(() -> unknown(at));
    }

    private Optional<Token> ratio(int at) {
        Matcher ratio = RATIO.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!ratio.lookingAt()) return Optional.empty();
        String value = ratio.group("wide") + ":" + ratio.group("high");
        // 9:16 is also nine minutes sixteen: between other times, or after a word that a time follows, it is one.
        if (value.equals("9:16") && ratio.group().equals(value) && followsTimeWord()) return Optional.empty();
        return Optional.of(new Token("RATIO", value, at, ratio.end()));
    }

    /** "6 dB" is how much more or less, "-18 dB" and "+3 dB" say which of the two. */
    private Optional<Token> decibels(int at) {
        Matcher amount = DECIBELS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        boolean inWord = at > 0 && Letters.splitsWord(text, at);
        if (inWord || !amount.lookingAt()) return Optional.empty();
        double size = Double.parseDouble(amount.group("n"));
        String sign = amount.group("sign") == null ? "" : amount.group("sign").equals("+") ? "up" : "down";
        return Optional.of(new Token(Token.DECIBELS, new Decibels(size, sign), at, amount.end()));
    }

    /** -16LUFS in one word. */
    private Optional<Token> lufs(int at) {
        Matcher level = LUFS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!level.lookingAt()) return Optional.empty();
        tokens.add(new Token(Token.NUMBER, Double.valueOf(level.group("n")), at, level.end("n")));
        return Optional.of(new Token("LUFS", "", level.end("n"), level.end()));
    }

    private Optional<Token> hex(int at) {
        Matcher colour = HEX.matcher(text).region(at, text.length());
        return colour.lookingAt()
                ? Optional.of(new Token("COLOR", colour.group("rgb").toUpperCase(Locale.ROOT), at, colour.end()))
                : Optional.empty();
    }

    /** "2x", "x2", "1.5 times", 两倍, 1.5倍速. */
    private Optional<Token> factor(int at) {
        Matcher factor = FACTOR.matcher(text).region(at, text.length()).useTransparentBounds(true);
        boolean inWord = at > 0 && Letters.splitsWord(text, at);
        if (inWord || !factor.lookingAt()) return Optional.empty();
        String number = factor.group("after") != null ? factor.group("after") : factor.group("n");
        double value = TimeWords.value(number).doubleValue() + (factor.group("half") != null ? 0.5 : 0);
        return Optional.of(new Token("FACTOR", value, at, factor.end()));
    }

    private boolean followsTimeWord() {
        if (tokens.isEmpty()) return false;
        return Stream.of("AT", "FROM", "AFTER", "BEFORE", "BETWEEN").anyMatch(word -> last().is(word))
                || (last().is("TO")
                        && tokens.size() > 1
                        && tokens.get(tokens.size() - 2).is(Token.TIME));
    }

    private Token last() {
        return tokens.get(tokens.size() - 1);
    }

    private Optional<Token> ordinal(int at) {
        Matcher ordinal = CHINESE_ORDINAL.matcher(text).region(at, text.length());
        boolean pair = ordinal.lookingAt() && ordinal.group("n").length() > 1;
        Optional<Token> neighbour = pair ? ClipNumbers.neighbours(text, at, tokens) : Optional.empty();
        if (neighbour.isPresent()) return neighbour;
        if (!ordinal.lookingAt()) return ClipNumbers.at(text, at, tokens).or(() -> english(at));
        Optional<Token> time = TimeWords.at(text, at + 1).filter(token -> token.is(Token.TIME));
        if (time.isPresent() && isFirst(ordinal.group("n"), time.get().to())) {
            tokens.add(new Token("ORDINAL", "1", at, at + 1));
            return time.map(token -> new Token(Token.TIME, token.value(), at + 1, token.to()));
        }
        if (time.isPresent()) {
            // 第20秒 is a moment, and never how long something lasts.
            boolean bare = tokens.isEmpty()
                    || Stream.of("FROM", "TO", "BETWEEN", "AFTER", "BEFORE", "AT", Token.SOFT)
                            .noneMatch(last()::is);
            if (bare) tokens.add(new Token("AT", "", at, at));
            return time.map(token -> new Token(Token.TIME, token.value(), at, token.to()));
        }
        double number = TimeWords.value(ordinal.group("n")).doubleValue();
        // 第一帧 is one of them, and never how many.
        if (ordinal.group("of") == null && text.startsWith("帧", ordinal.end()))
            return Optional.of(new Token("ORDINAL", Integer.toString((int) number), at, ordinal.end()));
        boolean clip = ordinal.group("of") != null;
        return Optional.of(
                clip
                        ? new Token("ORDINALCLIP", Integer.toString((int) number), at, ordinal.end())
                        : new Token(Token.NUMBER, number, at, ordinal.end()));
    }

    /** 第一秒 of what is kept or goes is no moment: it is one second long. */
    private boolean isFirst(String number, int to) {
        boolean kept = !tokens.isEmpty() && (last().is("KEEP") || last().is("REMOVE") || last().is("CUT"));
        boolean goes = FATE.matcher(text).region(to, text.length()).lookingAt();
        return (number.equals("1") || number.equals("一")) && (kept || goes);
    }

    /** "2nd", "3rd"; and "the last minute", which names no number. */
    private Optional<Token> english(int at) {
        Matcher ordinal =
                Pattern.compile("(\\d{1,3})(st|nd|rd|th)\\b").matcher(text).region(at, text.length());
        if (ordinal.lookingAt()) return Optional.of(new Token("ORDINAL", ordinal.group(1), at, ordinal.end()));
        boolean bareMinute = text.startsWith("minute", at)
                && !Letters.splitsWord(text, at + 6)
                && !tokens.isEmpty()
                && last().is("ORDINAL")
                && TimeWords.at(text, at).isEmpty();
        return bareMinute
                ? TimeWords.at("1 minute", 0).map(minute -> new Token(Token.TIME, minute.value(), at, at + 6))
                : Optional.empty();
    }

    /** "25 MB": as file managers and services count, a million bytes each. */
    private Optional<Token> bytes(int at) {
        Matcher size = BYTES.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!size.lookingAt()) return Optional.empty();
        // "8m" is eight minutes; 8M is not, and neither is any M in Chinese.
        boolean minutes = size.group("unit").equals("m")
                && original.charAt(size.end() - 1) == 'm'
                && Language.of(original) != Language.CHINESE;
        if (minutes) return Optional.empty();
        double unit =
                switch (size.group("unit").strip().charAt(0)) {
                    case 'k' -> 1e3;
                    case 'g' -> 1e9;
                    default -> 1e6;
                };
        long bytes = Math.round(Double.parseDouble(size.group("n")) * unit);
        return Optional.of(new Token(Token.BYTES, bytes, at, size.end()));
    }

    private Optional<Token> longest(int at) {
        Optional<Token> time = TimeWords.at(text, at);
        Optional<Token> word = lexicon.at(text, at).map(names::beforeName);
        if (time.isEmpty() || word.isEmpty()) return time.or(() -> word);
        return time.get().to() >= word.get().to() ? time : word;
    }

    private Optional<Token> sign(int at) {
        // "the lower third's box"
        boolean possessive = at > 0
                && text.startsWith("'s", at)
                && Letters.isLatin(text.charAt(at - 1))
                && !Letters.splitsWord(text, at + 2);
        if (possessive) return Optional.of(new Token(Token.FILLER, "", at, at + 2));
        return switch (text.charAt(at)) {
            case '.', ';', '!', '?', '。', '；' -> Optional.of(new Token(Token.HARD, "", at, at + 1));
            case ',', '、', '，' -> Optional.of(new Token(Token.SOFT, "", at, at + 1));
            case '"', '\'', '(', ')', '[', ']', '{', '}', '=', '*', '<', '>', '|', '“', '”', '‘', '’', '…', '\\' ->
                Optional.of(new Token(Token.FILLER, "", at, at + 1));
            case ':' -> Optional.of(new Token("COLON", "", at, at + 1));
            default -> Optional.empty();
        };
    }

    private Token unknown(int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        if (Letters.isLatin(text.charAt(at))) while (end < text.length() && wordGoesOn(end)) end++;
        return new Token(Token.UNKNOWN, original.substring(at, end).toLowerCase(Locale.ROOT), at, end);
    }

    private boolean wordGoesOn(int at) {
        return Letters.isLatin(text.charAt(at)) || text.charAt(at) == '\'';
    }
}
