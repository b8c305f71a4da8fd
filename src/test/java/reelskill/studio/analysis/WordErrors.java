package reelskill.studio.analysis;

import java.util.List;
import java.util.stream.Stream;
import reelskill.studio.transcript.Word;

/** How many words were put, left out or taken for others, as a share of those said. */
public final class WordErrors {
    private WordErrors() {}

    public static double rate(String said, String heard) {
        List<String> wanted = words(said);
        List<String> found = words(heard);
        int[] before = new int[found.size() + 1];
        for (int j = 0; j < before.length; j++) before[j] = j;
        for (int i = 1; i <= wanted.size(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int other = before[j - 1] + (wanted.get(i - 1).equals(found.get(j - 1)) ? 0 : 1);
                row[j] = Math.min(other, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return (double) before[found.size()] / wanted.size();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[\\s—–-]+"))
                .map(Word::sound)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
