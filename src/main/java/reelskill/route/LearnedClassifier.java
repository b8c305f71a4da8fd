package reelskill.route;

import java.util.List;
import java.util.Map;

/**
 * Learns from the packed examples, in both languages, on its first question and within a fraction of a second: softmax
 * regression over {@link Features}. Always the same answer to the same question. Safe for use by many threads.
 */
public final class LearnedClassifier implements IntentClassifier {
    private static final int ROUNDS = 60;
    private static final double STEP = 2.0;
    private static final double DECAY = 1e-4;
    private static final Action[] ACTIONS = Action.values();

    /** Below that share, what the words made likely is the better answer. */
    private static final double SURE = 0.35;

    @Override
    public Action classify(String message, Action guess) {
        double[] shares = shares(Learned.WEIGHTS, Features.of(message));
        int best = 0;
        for (int i = 1; i < shares.length; i++) best = shares[i] > shares[best] ? i : best;
        return shares[best] >= SURE ? ACTIONS[best] : guess;
    }

    private static double[] shares(double[][] weights, Map<Integer, Double> features) {
        double[] shares = new double[ACTIONS.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            double score = 0;
            for (Map.Entry<Integer, Double> feature : features.entrySet())
                score += weights[i][feature.getKey()] * feature.getValue();
            shares[i] = Math.exp(score);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) shares[i] /= sum;
        return shares;
    }

    /** Loaded, and so learned, by the first question. */
    private static final class Learned {
        private static final double[][] WEIGHTS = learn(Example.packed());

        private static double[][] learn(List<Example> examples) {
            double[][] weights = new double[ACTIONS.length][Features.SPACE];
            List<Map<Integer, Double>> features = examples.stream()
                    .map(example -> Features.of(example.text()))
                    .toList();
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < examples.size(); i++)
                    step(weights, features.get(i), examples.get(i).action());
            }
            return weights;
        }

        private static void step(double[][] weights, Map<Integer, Double> features, Action right) {
            double[] shares = shares(weights, features);
            for (int i = 0; i < shares.length; i++) {
                double error = (ACTIONS[i] == right ? 1 : 0) - shares[i];
                double[] row = weights[i];
                features.forEach((at, value) -> row[at] += STEP * error * value - DECAY * row[at]);
            }
        }
    }
}
