package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chinese adjectives that say what is wrong: 有点暗 and 声音小了点 want the opposite, 很暗 tells it and wants nothing by itself.
 * 调得很亮 and 再亮一点 are no judgements. Pure.
 */
final class Judgements {
    private static final String WRONG = "太过?|有点儿?|有些|稍微有点儿?|略微?有点|过于|偏|过分";
    private static final String LACKING = "不够|不太|不怎么|没那么";
    private static final String PLAIN = "很|挺|蛮|好|特别|非常|真的?|比较|这么|那么|超级?|贼|巨";
    private static final Pattern DEGREE = Pattern.compile(
            "(?:(?<lacking>" + LACKING + ")|(?<wrong>" + WRONG + ")|(?<plain>" + PLAIN + "))(?:有?一?点)?$");
    /** 暗了点, 声音小了些. */
    private static final Pattern TURNED = Pattern.compile("^了(?:(?:一?[点些]儿?|一丢丢)|(?=\\s*[，,。；;！!]\\s*.))");
    /** 还是暗, and not 还是暗一点. */
    private static final Pattern STILL = Pattern.compile("还是(?:很|挺|那么|这么)?$");

    private static final Pattern WORD = Pattern.compile("(?:[暗亮黑快慢暖冷响吵]|大声|小声)(?:啊|呀|了)?(?=\\s*(?:$|[，,。！!]))");
    /** Words before the degree that make it a wish. */
    private static final Pattern WISH = Pattern.compile("[调变弄让改换成整搞想使再更加别来配选找]|不要|需要");
    /** What the vocabulary knows as a judgement itself. */
    private static final Pattern JUDGED = Pattern.compile("^.*?(?:[太偏过]|有点|不够)");

    /** 我这个是横屏的 tells how it was filmed. */
    private static final Pattern IS = Pattern.compile("^(?!.*[要想给]).*(?:(?<!还)是|拍成了?|录成了?|拍的|录的)$");

    private static final Set<String> GRADED = Clause.concepts("LIGHT WARMTH FASTER SLOWER LOUDER QUIETER SIZE COLOR");
    private static final Set<String> HEARABLE = Clause.concepts("SOUND VOICE MUSIC");
    private static final Pattern HEARD = Pattern.compile("声|音|说话|讲话");
    private static final Pattern HARDLY = Pattern.compile("^[听太]");
    private static final Set<String> TEXTS = Clause.concepts("TITLE SUBTITLES BACKGROUND LOGO");
    private static final Map<String, String> OPPOSITE =
            Map.of("FASTER", "SLOWER", "SLOWER", "FASTER", "LOUDER", "QUIETER", "QUIETER", "LOUDER");

    private Judgements() {}

    /** Returns the tokens with each judgement as what it wants, or as a remark. */
    static List<Token> taken(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        int clause = 0;
        for (Token token : tokens) {
            if (token.isBreak()) clause = token.to();
            take(new Said(token, sentence, clause), result);
        }
        return result;
    }

    private static void take(Said said, List<Token> result) {
        Token token = said.token();
        if (said.repeats(result)) return;
        Optional<Degree> degree = said.degree();
        if (degree.isEmpty()) {
            boolean heard = said.isHeard() || (token.is("SCALE") && ofSound(result));
            result.add(said.tellsShape() ? token.as("REMARK") : heard ? heard(token) : token);
            return;
        }
        int from = degree.get().from();
        result.removeIf(before -> before.from() >= from && !before.isBreak());
        result.add(wanted(said, degree.get(), result));
    }

    /** 声音放大两倍: right behind what is heard. */
    private static boolean ofSound(List<Token> before) {
        return !before.isEmpty()
                && HEARABLE.contains(before.get(before.size() - 1).concept());
    }

    private static Token heard(Token scale) {
        return scale.as(scale.text().equals("1.4") ? "LOUDER" : "QUIETER");
    }

    private static Token wanted(Said said, Degree degree, List<Token> before) {
        Token token = said.token();
        Token whole = new Token(token.concept(), token.value(), degree.from(), token.to());
        if (degree.plain()) return whole.as("REMARK");
        String value = token.value() instanceof String text ? text : "";
        if (token.is("SIZE")) return sized(whole, value.startsWith("0.06") != degree.lacking(), said.ofSound());
        boolean ofText = before.stream().anyMatch(other -> TEXTS.contains(other.concept()));
        if (token.is("COLOR")) return degree.lacking() || ofText ? whole.as("REMARK") : tinted(whole);
        String opposite = OPPOSITE.get(token.concept());
        if (opposite != null) return whole.as(degree.lacking() ? token.concept() : opposite);
        return whole.as(token.concept(), degree.lacking() ? value : value.equals("up") ? "down" : "up");
    }

    private static Token sized(Token size, boolean small, boolean ofSound) {
        if (ofSound) return size.as(small ? "LOUDER" : "QUIETER");
        return size.as("SCALE", small ? "1.4" : "0.7");
    }

    /** 有点黄 of a picture: it is too warm. */
    private static Token tinted(Token colour) {
        return switch (colour.text()) {
            case "FFFF00" -> colour.as("WARMTH", "down");
            case "0000FF" -> colour.as("WARMTH", "up");
            case "000000" -> colour.as("LIGHT", "up");
            default -> colour.as("REMARK");
        };
    }

    /**
     * How much of it there is said to be.
     *
     * @param from where that begins in the sentence
     * @param lacking 不够亮: of what there is too little
     * @param plain 很亮: as it should be, or only told
     */
    private record Degree(int from, boolean lacking, boolean plain) {}

    /** A word of the sentence; its clause begins at {@code clause}. */
    private record Said(Token token, String sentence, int clause) {
        private String words() {
            return sentence.substring(token.from(), token.to());
        }

        private String before() {
            return sentence.substring(clause, Math.max(clause, token.from()));
        }

        boolean tellsShape() {
            return token.is("RATIO") && IS.matcher(before()).find();
        }

        /** 人声太小: too small to be heard. */
        boolean isHeard() {
            return token.is("SCALE") && words().contains("太") && ofSound();
        }

        boolean ofSound() {
            return HEARD.matcher(before()).find();
        }

        /** 声音太小听不清 says it twice. */
        boolean repeats(List<Token> before) {
            boolean sound = token.is("LOUDER") || token.is("QUIETER");
            if (!sound || !HARDLY.matcher(words()).find()) return false;
            int at = before.size() - 1;
            while (at >= 0 && !before.get(at).isBreak() && !before.get(at).is(token.concept())) at--;
            return at >= 0 && before.get(at).is(token.concept());
        }

        Optional<Degree> degree() {
            if (!GRADED.contains(token.concept()) || JUDGED.matcher(words()).find()) return Optional.empty();
            String before = before();
            Matcher degree = DEGREE.matcher(before);
            boolean told = degree.find()
                    && !WISH.matcher(before.substring(0, degree.start())).find();
            if (told) {
                boolean lacking = degree.group("lacking") != null;
                return Optional.of(new Degree(clause + degree.start(), lacking, degree.group("plain") != null));
            }
            Matcher still = STILL.matcher(before);
            if (still.find() && WORD.matcher(sentence.substring(token.from())).lookingAt())
                return Optional.of(new Degree(clause + still.start(), false, false));
            return turned() ? Optional.of(new Degree(token.from(), false, false)) : Optional.empty();
        }

        private boolean turned() {
            return TURNED.matcher(sentence.substring(token.to())).find()
                    && !WISH.matcher(sentence.substring(clause, token.to())).find();
        }
    }
}
