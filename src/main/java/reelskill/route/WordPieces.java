package reelskill.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts a message into the pieces that an uncased BERT network was trained on: the longest known piece first. */
final class WordPieces {
    /** Routed messages are short; what follows the first lines of a long one does not change what it asks for. */
    private static final int MOST = 128;

    private static final int LONGEST_WORD = 100;
    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");

    /** What BERT takes for one word: a Chinese character, a sign, or a run of anything else. */
    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}|[\\p{P}$+<=>^`|~]|[^\\s\\p{Z}\\p{C}\\p{IsHan}\\p{P}$+<=>^`|~]+");

    private final Map<String, Integer> vocabulary;
    private final int begin;
    private final int end;
    private final int unknown;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.begin = known("[CLS]");
        this.end = known("[SEP]");
        this.unknown = known("[UNK]");
    }

    /** Reads the {@code tokenizer.json} of a BERT model; the caller closes the stream. */
    static WordPieces read(InputStream tokenizer) throws IOException {
        JsonNode vocabulary =
                new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        Map<String, Integer> pieces = new HashMap<>();
        vocabulary
                .properties()
                .forEach(piece -> pieces.put(piece.getKey(), piece.getValue().intValue()));
        return new WordPieces(pieces);
    }

    /** Returns the numbers of the pieces, between those that stand for the begin and the end. */
    long[] of(String message) {
        String text = Normalizer.normalize(message.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        List<Integer> pieces = new ArrayList<>(List.of(begin));
        WORD.matcher(ACCENT.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .takeWhile(word -> pieces.size() < MOST)
                .forEach(word -> pieces.addAll(pieces(word)));
        List<Integer> kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), MOST - 1)));
        kept.add(end);
        return kept.stream().mapToLong(Integer::longValue).toArray();
    }

    private List<Integer> pieces(String word) {
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = Math.min(word.length(), LONGEST_WORD);
            while (to > from && !vocabulary.containsKey(piece(word, from, to))) to--;
            if (to == from || word.length() > LONGEST_WORD) return List.of(unknown);
            pieces.add(known(piece(word, from, to)));
            from = to;
        }
        return pieces;
    }

    private static String piece(String word, int from, int to) {
        return (from == 0 ? "" : "##") + word.substring(from, to);
    }

    private int known(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) throw new IllegalArgumentException("no piece " + piece + " in the vocabulary");
        return number;
    }
}
