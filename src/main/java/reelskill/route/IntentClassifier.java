package reelskill.route;

/** Decides where words alone do not. May be slow on its first call; is asked only then. */
@FunctionalInterface
public interface IntentClassifier {
    /** Returns what {@code message} asks for; {@code guess} is what the words made likely, to be returned in doubt. */
    Action classify(String message, Action guess);
}
