package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a picture in figures: "1920x1080", 1080*1920. Pure. */
final class Figure {
    private static final Pattern SIZE = Pattern.compile("(?<wide>\\d{3,4}) ?[x×*] ?(?<high>\\d{3,4})(?!\\d)");
    private static final List<String> LINES = List.of("2160", "1440", "1080", "720", "480", "360");
    private static final List<int[]> SHAPES = List.of(
            new int[] {16, 9}, new int[] {9, 16}, new int[] {1, 1}, new int[] {4, 5}, new int[] {4, 3}, new int[] {3, 4
            });

    private Figure() {}

    /** Returns the shape of the picture whose size stands at {@code at}; how large it is goes to {@code tokens} before it. */
    static Optional<Token> size(String text, int at, List<Token> tokens) {
        Matcher size = SIZE.matcher(text).region(at, text.length()).useTransparentBounds(true);
        boolean inWord = at > 0 && Letters.splitsWord(text, at);
        if (inWord || !size.lookingAt()) return Optional.empty();
        int wide = Integer.parseInt(size.group("wide"));
        int high = Integer.parseInt(size.group("high"));
        String lines = Integer.toString(Math.min(wide, high));
        Optional<String> shape = SHAPES.stream()
                .filter(one -> wide * one[1] == high * one[0])
                .map(one -> one[0] + ":" + one[1])
                .findFirst();
        if (shape.isEmpty() || !LINES.contains(lines)) return Optional.empty();
        tokens.add(new Token("LINES", lines, at, at + size.group("wide").length()));
        return shape.map(
                ratio -> new Token("RATIO", ratio, at + size.group("wide").length(), size.end()));
    }
}
