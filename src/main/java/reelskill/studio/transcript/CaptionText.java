package reelskill.studio.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The words of a caption, line by line. */
public record CaptionText(List<List<String>> lines) {
    public static CaptionText of(String caption) {
        return new CaptionText(caption.lines().map(Writing::words).toList());
    }

    public List<String> words() {
        return lines.stream().flatMap(List::stream).toList();
    }

    /** Returns the caption with those of its words whose number, from 0 on, is {@code kept}; what led on to others ends. */
    public String only(IntPredicate kept) {
        List<String> left = new ArrayList<>();
        int number = 0;
        boolean isLast = true;
        for (List<String> line : lines) {
            List<String> words = new ArrayList<>();
            for (String word : line) {
                isLast = kept.test(number++);
                if (isLast) words.add(word);
            }
            if (!words.isEmpty()) left.add(Writing.joined(words));
        }
        String text = String.join("\n", left);
        return isLast ? text : text.replaceFirst("[,;:，、；：—–]+$", "");
    }
}
