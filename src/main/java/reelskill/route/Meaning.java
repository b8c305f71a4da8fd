package reelskill.route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reelskill.skill.Lexicon;
import reelskill.skill.Phrases;

/** The words that name an action, alone or as a verb with an object, and those that may stand beside them. */
record Meaning(Action action, Lexicon names, Lexicon verbs, Lexicon objects, Lexicon all, Lexicon beside) {
    static Meaning of(Action action, Phrases routes) {
        String key = action.name().toLowerCase(Locale.ROOT);
        List<String> names = routes.of(key);
        List<String> verbs = routes.of(key + "_verbs");
        List<String> objects = routes.of(key + "_objects");
        List<String> beside = routes.of(key + "_beside");
        List<String> fillers = routes.of("fillers");
        return new Meaning(
                action,
                new Lexicon(List.of(names)),
                new Lexicon(List.of(verbs)),
                new Lexicon(List.of(objects)),
                new Lexicon(List.of(names, verbs, objects, beside, fillers)),
                new Lexicon(List.of(objects, beside, fillers)));
    }

    /** True if the clause has a name of the action, or one of its verbs with one of its objects. */
    boolean isNamedBy(String clause) {
        return names.isIn(clause) || (verbs.isIn(clause) && objects.isIn(clause));
    }

    /** True if the clause names the action and says nothing else. */
    boolean isSaidBy(String clause) {
        return isNamedBy(clause) && residue(clause).isEmpty();
    }

    /** True if the clause only adds to the one before, as "60 fps" does to "export in 4k". */
    boolean continues(Optional<Action> before, String clause) {
        return before.equals(Optional.of(action)) && beside.residue(clause).isEmpty();
    }

    String residue(String clause) {
        return all.residue(clause);
    }
}
