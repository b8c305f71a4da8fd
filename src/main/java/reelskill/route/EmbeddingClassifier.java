package reelskill.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Knows what English messages mean, by {@link SentenceModel} and n-grams together; asks {@link LearnedClassifier} about
 * Chinese ones, which the model does not read, and where the model cannot run. Loads the model and learns on its first
 * English question, which takes a few seconds once a process (docs/decisions/0002-routing.md). Safe for use by many
 * threads.
 */
public final class EmbeddingClassifier implements IntentClassifier {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final IntentClassifier grams = new LearnedClassifier();

    @Override
    public Action classify(String message, Action guess) {
        if (isChinese(message)) return grams.classify(message, guess);
        return Learned.ENGLISH
                .map(learned -> learned.decide(message, guess))
                .orElseGet(() -> grams.classify(message, guess));
    }

    private static boolean isChinese(String message) {
        return HAN.matcher(message).find();
    }

    /** Loaded, and the model with it, by the first English question. */
    static final class Learned {
        /** The best of those tried by five-fold cross-validation on the packed examples (0002-routing.md). */
        private static final double WEIGHT = 2.0;

        private static final Optional<Regression> ENGLISH = from(SentenceModel::load);

        /** Returns nothing where the native library has no build for this system. */
        static Optional<Regression> from(Callable<Embedding> loading) {
            try {
                Embedding embedding = loading.call();
                return Optional.of(Regression.learn(
                        english(), message -> both(message, embedding), Features.SPACE + Embedding.SIZE));
            } catch (Exception | LinkageError e) {
                return Optional.empty();
            }
        }

        private static List<Example> english() {
            return Example.packed().stream()
                    .filter(example -> !isChinese(example.text()))
                    .toList();
        }

        private static Map<Integer, Double> both(String message, Embedding embedding) {
            Map<Integer, Double> features = Features.of(message);
            float[] direction = embedding.of(message);
            for (int i = 0; i < direction.length; i++) features.put(Features.SPACE + i, WEIGHT * direction[i]);
            return features;
        }
    }
}
