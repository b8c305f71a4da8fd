package reelskill.studio.plan;

import java.util.List;

/** What figures mean behind the words that they belong to: 音量调到50, 速度调成原来的三分之二. Pure. */
final class Amounts {
    private static final double LEAST = 0.05;
    private static final double MOST = 2;

    private Amounts() {}

    /** 从20秒开始删掉. */
    static List<Token> goneFrom(Match match) {
        return List.of(match.toEnd(match.time(0)).get(0), match.at(3));
    }

    /** 从第3秒显示到第8秒. */
    static List<Token> shown(Match match) {
        return List.of(match.at(2), match.span(match.time(0), match.time(1)).get(0));
    }

    /** 音量调到50: of a hundred, as in other editors. */
    static List<Token> level(Match match) {
        Token said = match.at(2);
        double share = (Double) said.value() / 100;
        boolean level = match.tokens().size() == 3 && share >= LEAST && share <= MOST;
        return level ? List.of(match.at(0), match.at(1), said.as(Token.PERCENT, share)) : List.of();
    }

    /** 速度调成原来的三分之二, 放慢到一半. */
    static List<Token> rate(Match match) {
        Token said = match.at(match.tokens().size() - 1);
        boolean named = match.at(0).is("SPEED") || match.tokens().size() > 2;
        return named ? List.of(match.at(0), said.as("RATE", said.is("HALF") ? "0.5" : said.text())) : List.of();
    }

    /** 我没准备好那几秒去掉，大概前4秒: the time comes behind. */
    static List<Token> timedScene(Match match) {
        List<Token> all = match.tokens();
        Token deed = all.stream()
                .filter(token -> token.is("REMOVE") || token.is("CUT") || token.is("KEEP"))
                .findFirst()
                .orElseThrow();
        return List.of(deed, all.get(all.size() - 1));
    }

    /** 头尾各剪两秒. */
    static List<Token> bothEnds(Match match) {
        int from = match.at(0).from();
        int to = match.at(match.tokens().size() - 1).to();
        return List.of(
                new Token("REMOVE", "", from, to),
                new Token(Token.SPAN, Span.first(match.time(0)), from, to),
                new Token(Token.SPAN, Span.last(match.time(0)), from, to));
    }
}
