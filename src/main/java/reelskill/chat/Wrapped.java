package reelskill.chat;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Breaks text into lines that fit: between words, and between any two letters of a script without spaces. */
final class Wrapped {
    private Wrapped() {}

    /** Returns the lines, each at most {@code width} columns wide; one that is broken goes on {@code hang} further in. */
    static List<String> lines(String text, int width, int hang) {
        List<String> lines = new ArrayList<>();
        int wide = Math.max(width, 10);
        int in = hang > wide / 2 ? 4 : hang;
        text.lines().forEach(line -> wrap(line, wide, in, lines));
        return lines;
    }

    private static void wrap(String line, int width, int hang, List<String> lines) {
        int start = 0;
        int lastBreak = 0;
        int columns = 0;
        String margin = "";
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            int wide = Math.max(0, WCWidth.wcwidth(letter));
            if (columns + wide > width) {
                int end = lastBreak > start ? lastBreak : at;
                lines.add(margin + line.substring(start, end).stripTrailing());
                margin = " ".repeat(hang);
                start = end;
                columns = hang + columns(line.substring(start, at));
            }
            columns += wide;
            at += Character.charCount(letter);
            if (letter == ' ' || (wide == 2 && !isClosing(line, at))) lastBreak = at;
        }
        lines.add(margin + line.substring(start));
    }

    /** A line does not begin with what ends a clause. */
    private static boolean isClosing(String line, int at) {
        return at < line.length() && "，。！？；：、）”’》」".indexOf(line.charAt(at)) >= 0;
    }

    static int columns(String text) {
        return text.codePoints()
                .map(letter -> Math.max(0, WCWidth.wcwidth(letter)))
                .sum();
    }
}
