package reelskill.route;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Softmax regression from sparse features to actions. The same examples always give the same answers. */
final class Regression {
    private static final int ROUNDS = 60;
    private static final double STEP = 2.0;
    private static final double DECAY = 1e-4;
    private static final Action[] ACTIONS = Action.values();

    /** Below that share, what the words made likely is the better answer. */
    private static final double SURE = 0.35;

    private final Function<String, Map<Integer, Double>> view;
    private final double[][] weights;

    private Regression(Function<String, Map<Integer, Double>> view, int space) {
        this.view = view;
        this.weights = new double[ACTIONS.length][space];
    }

    /** Learns {@code examples} as {@code view} shows them: weights by dimension, each below {@code space}. */
    static Regression learn(List<Example> examples, Function<String, Map<Integer, Double>> view, int space) {
        Regression learned = new Regression(view, space);
        List<Map<Integer, Double>> features =
                examples.stream().map(example -> view.apply(example.text())).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < examples.size(); i++)
                learned.step(features.get(i), examples.get(i).action());
        }
        return learned;
    }

    /** Returns what {@code message} asks for, or {@code guess} in doubt. */
    Action decide(String message, Action guess) {
        double[] shares = shares(view.apply(message));
        int best = 0;
        for (int i = 1; i < shares.length; i++) best = shares[i] > shares[best] ? i : best;
        return shares[best] >= SURE ? ACTIONS[best] : guess;
    }

    private double[] shares(Map<Integer, Double> features) {
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

    private void step(Map<Integer, Double> features, Action right) {
        double[] shares = shares(features);
        for (int i = 0; i < shares.length; i++) {
            double error = (ACTIONS[i] == right ? 1 : 0) - shares[i];
            double[] row = weights[i];
            features.forEach((at, value) -> row[at] += STEP * error * value - DECAY * row[at]);
        }
    }
}
