package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reelskill.language.Language;

/**
 * Parts clips that each have a wish of their own where no comma does: 第一段放慢到0.8第三段快进2倍, and 第二段，加速，第三段，倒放. In Chinese a
 * clip stands before what is done to it. Pure.
 */
final class Turns {
    private static final Set<String> DEEDS = Clause.concepts(
            "FASTER SLOWER SLOWMO REVERSE MUTE QUIETWORD LOUDER QUIETER FLIP ROTATE REMOVE LOOK LIGHT WARMTH FREEZE STEADY ZOOMIN ZOOMOUT");
    /** Behind these a clip is part of the wish before it. */
    private static final Set<String> JOINTS = Clause.concepts(
            "SOFT HARD TO FROM BEFORE AFTER BETWEEN EXCEPT LIKE FRONT BACK BEHIND SWAP NOT ONLY AT FOR");

    private static final Set<String> SCENERY = Set.of("BACKGROUND");
    private static final Set<String> HEARD = Clause.concepts("MUSIC MOOD LEAD");
    private static final Set<String> CHANGED = Clause.concepts("CHANGE SWAP REMOVE");
    private static final Set<String> ADDED = Clause.concepts("ADD PUT PLAY CHANGE SWAP REMOVE");

    private Turns() {}

    static List<Token> parted(List<Token> tokens, String sentence) {
        if (Language.of(sentence) != Language.CHINESE) return tokens;
        return lengths(withOwnDeed(withComma(swapped(withOwnSound(counted(tokens, sentence))))));
    }

    /** Returns whether two of {@code atoms} each say what is done to something of their own: no rule may mix them. */
    static boolean areApart(List<List<Token>> atoms) {
        List<List<Token>> parts =
                atoms.stream().flatMap(atom -> atDeed(atom).stream()).toList();
        // "change the background and add calm music" is not about background music.
        boolean behind = parts.stream().anyMatch(atom -> has(atom, CHANGED) && has(atom, SCENERY) && !has(atom, HEARD));
        boolean heard = parts.stream().anyMatch(atom -> has(atom, ADDED) && has(atom, HEARD) && !has(atom, SCENERY));
        if (behind && heard) return true;
        return atoms.stream()
                        .filter(atom -> atom.stream().anyMatch(Narrowing::isPart))
                        .map(Turns::deeds)
                        .filter(deeds -> !deeds.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }

    /** 换背景并加音乐: parted where a deed stands behind a background. */
    private static List<List<Token>> atDeed(List<Token> atom) {
        for (int at = 1; at < atom.size(); at++) {
            if (atom.get(at - 1).is("BACKGROUND") && atom.get(at).is("ADD"))
                return List.of(atom.subList(0, at), atom.subList(at, atom.size()));
        }
        return List.of(atom);
    }

    private static boolean has(List<Token> atom, Set<String> concepts) {
        return atom.stream().map(Token::concept).anyMatch(concepts::contains);
    }

    private static List<String> deeds(List<Token> atom) {
        return atom.stream().map(Token::concept).filter(DEEDS::contains).toList();
    }

    /** 第一段放慢第三段快进: a comma before the second clip. */
    private static List<Token> withComma(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        boolean placed = false;
        boolean done = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isBreak()) placed = done = false;
            boolean again = token.is(Token.CLIPREF) && placed && done && !JOINTS.contains(concept(result));
            if (again && isDone(tokens, i + 1)) {
                result.add(new Token(Token.SOFT, "", token.from(), token.from()));
                done = false;
            }
            placed |= token.is(Token.CLIPREF);
            done |= placed && DEEDS.contains(token.concept());
            result.add(token);
        }
        return result;
    }

    private static String concept(List<Token> before) {
        return before.get(before.size() - 1).concept();
    }

    private static boolean isDone(List<Token> tokens, int from) {
        return tokens.subList(from, Atoms.end(tokens, from)).stream()
                .anyMatch(token -> DEEDS.contains(token.concept()));
    }

    /** 第二段，加速，第三段，倒放: a clip alone belongs to the wish behind it; in 第一段，第二段，静音 it is one of a list. */
    private static List<Token> withOwnDeed(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean alone = i > 0
                    && i + 1 < tokens.size()
                    && tokens.get(i).is(Token.SOFT)
                    && tokens.get(i - 1).is(Token.CLIPREF)
                    && (i == 1 || tokens.get(i - 2).isBreak())
                    && (i < 3 || !tokens.get(i - 3).is(Token.CLIPREF))
                    && DEEDS.contains(tokens.get(i + 1).concept());
            if (!alone) result.add(tokens.get(i));
        }
        return result;
    }

    /** 各剪5秒 does not say which, and is no cut every 5 seconds. */
    private static List<Token> counted(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>(tokens);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token each = tokens.get(i);
            boolean of = sentence.substring(each.from(), each.to()).equals("各");
            boolean cut = tokens.get(i + 1).is("CUT") && tokens.get(i + 2).is(Token.TIME);
            if (of && cut && each.is("ALL")) result.set(i, each.as(Token.UNKNOWN));
        }
        return result;
    }

    /** 加音乐，保留原声 says what goes without saying, and 第三段保留原声 that this clip is spared. */
    private static List<Token> withOwnSound(List<Token> tokens) {
        return IntStream.range(0, tokens.size())
                .filter(at -> !tokens.get(at).is("OWNSOUND")
                        || (at > 0 && tokens.get(at - 1).is(Token.CLIPREF)))
                .mapToObj(tokens::get)
                .toList();
    }

    /** 第一段和第二段换一下: with nothing said that they are to become. */
    private static List<Token> swapped(List<Token> tokens) {
        boolean swap = tokens.size() == 4
                && tokens.get(0).is(Token.CLIPREF)
                && tokens.get(1).is(Token.SOFT)
                && tokens.get(2).is(Token.CLIPREF)
                && tokens.get(3).is("CHANGE");
        return swap
                ? List.of(
                        tokens.get(0),
                        tokens.get(1),
                        tokens.get(2),
                        tokens.get(3).as("SWAP"))
                : tokens;
    }

    /** 第一段10秒，第二段5秒: how long each is to be. */
    private static List<Token> lengths(List<Token> tokens) {
        List<List<Token>> all = Atoms.split(tokens, Token.SOFT, clause -> {});
        boolean told = all.size() > 1
                && all.stream()
                        .allMatch(clause -> clause.size() == 2
                                && clause.get(0).is(Token.CLIPREF)
                                && clause.get(1).is(Token.TIME));
        if (!told) return tokens;
        return tokens.stream()
                .flatMap(token -> token.is(Token.TIME)
                        ? Stream.of(new Token("SHORTEN", "to", token.from(), token.from()), token)
                        : Stream.of(token))
                .toList();
    }
}
