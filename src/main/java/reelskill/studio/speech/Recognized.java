package reelskill.studio.speech;

import java.util.List;

/**
 * What was heard in one stretch of sound.
 *
 * @param brokenOff whether the network began to repeat itself or went on for too long, which it does on what is no English
 */
record Recognized(List<Heard> words, boolean brokenOff) {
    /**
     * A word as it is written, with its punctuation.
     *
     * @param certainty the logarithms of the shares of certainty that its tokens got, added up
     * @param tokens how many they are
     */
    record Heard(String text, double certainty, int tokens) {}

    /** Returns the geometric mean of the tokens' certainties, 0 to 1: one that was guessed weighs. */
    static double confidence(List<Heard> words) {
        int tokens = words.stream().mapToInt(Heard::tokens).sum();
        return tokens == 0
                ? 0
                : Math.exp(words.stream().mapToDouble(Heard::certainty).sum() / tokens);
    }
}
