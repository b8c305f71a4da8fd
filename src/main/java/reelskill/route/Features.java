package reelskill.route;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A message as a short vector in a space of hashed word and character n-grams: an embedding that needs no model file. */
final class Features {
    static final int SPACE = 1 << 14;
    private static final int LONGEST_GRAM = 4;

    private Features() {}

    /** Returns the weights by dimension, of length one together; the same message gives the same order. */
    static Map<Integer, Double> of(String message) {
        Map<Integer, Double> counts = new LinkedHashMap<>();
        String text = Normalizer.normalize(message, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}']+", " ")
                .replaceAll("(?<=\\p{IsHan})|(?=\\p{IsHan})", " ")
                .replaceAll("\\s+", " ")
                .strip();
        List<String> words = List.of(text.split(" ", -1));
        for (int i = 0; i < words.size(); i++) {
            add(counts, "w:" + words.get(i));
            if (i > 0) add(counts, "b:" + words.get(i - 1) + " " + words.get(i));
            addGrams(counts, "^" + words.get(i) + "$");
        }
        add(counts, "first:" + words.get(0));
        add(counts, "last:" + words.get(words.size() - 1));
        double length = Math.sqrt(
                counts.values().stream().mapToDouble(count -> count * count).sum());
        counts.replaceAll((dimension, count) -> count / length);
        return counts;
    }

    private static void addGrams(Map<Integer, Double> counts, String word) {
        for (int size = 3; size <= LONGEST_GRAM; size++) {
            for (int from = 0; from + size <= word.length(); from++)
                add(counts, "c:" + word.substring(from, from + size));
        }
    }

    private static void add(Map<Integer, Double> counts, String feature) {
        counts.merge(Math.floorMod(feature.hashCode(), SPACE), 1.0, Double::sum);
    }
}
