package reelskill.studio.speech;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import reelskill.studio.speech.Recognized.Heard;

/** The pieces of words that the recognizer writes in. Immutable. */
final class Vocabulary {
    /** Stands in front of a piece that begins a word. */
    private static final char WORD = '▁';

    private static final double LEAST = 1e-6;

    private final String[] pieces;

    Vocabulary() {
        // Some pieces hold a carriage return: only the line feed ends one.
        String lines = new String(SpeechModel.VOCABULARY.bytes(), StandardCharsets.UTF_8);
        pieces = lines.split("\n", -1);
    }

    /** Returns the words that {@code tokens} are the pieces of; {@code confidences} has one for each token, or more. */
    List<Heard> words(List<Integer> tokens, List<Double> confidences) {
        List<Heard> words = new ArrayList<>();
        int first = 0;
        for (int end = 1; end <= tokens.size(); end++) {
            if (end < tokens.size() && !beginsWord(tokens.get(end))) continue;
            String text = text(tokens.subList(first, end));
            double certainty = confidences.subList(first, end).stream()
                    .mapToDouble(share -> Math.log(Math.max(share, LEAST)))
                    .sum();
            if (!text.isEmpty()) words.add(new Heard(text, certainty, end - first));
            first = end;
        }
        return words;
    }

    private String text(List<Integer> tokens) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int token : tokens) bytes.writeBytes(bytes(token));
        String text = bytes.toString(StandardCharsets.UTF_8).strip();
        // It sometimes sets a sign twice.
        return text.replaceAll("([,.?!;:])[,;:]+", "$1");
    }

    private boolean beginsWord(int token) {
        return token < pieces.length && !pieces[token].isEmpty() && pieces[token].charAt(0) == WORD;
    }

    /** Returns nothing for a token that stands for no letters. */
    private byte[] bytes(int token) {
        if (token < 3 || token >= pieces.length) return new byte[0];
        String piece = pieces[token];
        if (piece.matches("<0x[0-9A-F]{2}>")) return new byte[] {(byte) Integer.parseInt(piece.substring(3, 5), 16)};
        return piece.replace(WORD, ' ').getBytes(StandardCharsets.UTF_8);
    }
}
