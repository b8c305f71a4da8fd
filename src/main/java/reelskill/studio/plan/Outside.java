package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Chinese leaves out by words around it, 除第一段外, or behind it, 第二段以外的都不要. Pure. */
final class Outside {
    private static final Pattern AROUND = Pattern.compile("^除[^，,。；;]{1,12}外");
    private static final Pattern BEHIND = Pattern.compile("^[以之]外的?$");

    private Outside() {}

    /** Returns {@code tokens} with each of these as an exception, said before what it leaves out. */
    static List<Token> meant(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        int clause = 0;
        for (Token token : tokens) {
            if (token.isBreak()) clause = result.size() + 1;
            String said = sentence.substring(token.from(), token.to());
            List<Token> before = result.subList(Math.min(clause, result.size()), result.size());
            boolean told = Atoms.has(before, "EXCEPT");
            boolean outer = token.is(Token.UNKNOWN) && told && said.equals("外");
            boolean behind = !told && BEHIND.matcher(said).matches() && Atoms.has(before, "ORDINALCLIP");
            boolean around = token.is(Token.UNKNOWN)
                    && AROUND.matcher(sentence.substring(token.from())).find();
            if (behind)
                result.add(clause, token.as("EXCEPT").at(result.get(clause).from()));
            if (!outer) result.add(around ? token.as("EXCEPT") : token);
        }
        return result;
    }
}
