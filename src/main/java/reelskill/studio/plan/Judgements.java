package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    /** Words before the degree that make it a wish. */
    private static final Pattern WISH = Pattern.compile("[调变弄让改换成整搞想使再更加别来配选找]|不要|需要");
    /** What the vocabulary knows as a judgement itself. */
    private static final Pattern JUDGED = Pattern.compile("^.*?(?:[太偏过]|有点|不够)");

    /** 我这个是横屏的 tells how it was filmed. */
    private static final Pattern IS = Pattern.compile("^(?!.*[要想给]).*(?:是|拍成了?|录成了?|拍的|录的)$");

    private static final Set<String> GRADED = Clause.concepts("LIGHT WARMTH FASTER SLOWER LOUDER QUIETER SIZE COLOR");
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
            Matcher degree = DEGREE.matcher(sentence).region(clause, Math.max(clause, token.from()));
            String said = sentence.substring(token.from(), token.to());
            boolean graded =
                    GRADED.contains(token.concept()) && !JUDGED.matcher(said).find();
            if (token.is("RATIO")
                    && IS.matcher(sentence.substring(clause, Math.max(clause, token.from())))
                            .find()) {
                result.add(new Token("REMARK", "", token.from(), token.to()));
                continue;
            }
            if (isHeard(token, said, sentence.substring(clause, Math.max(clause, token.from())))) {
                String wanted = token.text().equals("1.4") ? "LOUDER" : "QUIETER";
                result.add(new Token(wanted, "", token.from(), token.to()));
                continue;
            }
            if (HARDLY.matcher(said).find() && isTold(result, token)) continue;
            boolean told = graded
                    && degree.find()
                    && !WISH.matcher(sentence.substring(clause, degree.start())).find();
            boolean turned = graded && turned(token, sentence, clause);
            if (!told && !turned) {
                result.add(token);
                continue;
            }
            int from = told ? degree.start() : token.from();
            result.removeIf(before -> before.from() >= from && !before.isBreak());
            boolean lacking = told && degree.group("lacking") != null;
            boolean plain = told && degree.group("plain") != null;
            result.add(wanted(token, lacking, plain, from, result, sentence.substring(clause, from)));
        }
        return result;
    }

    /** 人声太小: too small to be heard. */
    private static boolean isHeard(Token token, String said, String before) {
        return token.is("SCALE") && said.contains("太") && HEARD.matcher(before).find();
    }

    /** 声音太小听不清 says it twice. */
    private static boolean isTold(List<Token> before, Token token) {
        int at = before.size() - 1;
        while (at >= 0 && !before.get(at).isBreak()) {
            boolean sound = token.is("LOUDER") || token.is("QUIETER");
            if (sound && before.get(at).is(token.concept())) return true;
            at--;
        }
        return false;
    }

    private static boolean turned(Token token, String sentence, int clause) {
        return TURNED.matcher(sentence.substring(token.to())).find()
                && !WISH.matcher(sentence.substring(clause, token.to())).find();
    }

    private static Token wanted(
            Token token, boolean lacking, boolean plain, int from, List<Token> before, String said) {
        Token remark = new Token("REMARK", "", from, token.to());
        if (plain) return remark;
        boolean ofText = before.stream().anyMatch(other -> TEXTS.contains(other.concept()));
        String value = token.value() instanceof String text ? text : "";
        if (token.is("SIZE")) {
            boolean small = value.startsWith("0.06") != lacking;
            if (HEARD.matcher(said).find()) return new Token(small ? "LOUDER" : "QUIETER", "", from, token.to());
            return new Token("SCALE", small ? "1.4" : "0.7", from, token.to());
        }
        if (token.is("COLOR")) return tinted(token, lacking || ofText, from, remark);
        String opposite = OPPOSITE.get(token.concept());
        if (opposite != null) return new Token(lacking ? token.concept() : opposite, "", from, token.to());
        String wanted = lacking ? value : value.equals("up") ? "down" : "up";
        return new Token(token.concept(), wanted, from, token.to());
    }

    /** 有点黄 of a picture: it is too warm. */
    private static Token tinted(Token token, boolean other, int from, Token remark) {
        if (other) return remark;
        return switch (token.text()) {
            case "FFFF00" -> new Token("WARMTH", "down", from, token.to());
            case "0000FF" -> new Token("WARMTH", "up", from, token.to());
            case "000000" -> new Token("LIGHT", "up", from, token.to());
            default -> remark;
        };
    }
}
