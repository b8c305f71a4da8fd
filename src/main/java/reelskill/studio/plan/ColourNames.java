package reelskill.studio.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reelskill.language.Language;

/** What colours are called, by the first word that the lexicon has for each. */
final class ColourNames {
    private static final String CONCEPT = "COLOR=";
    private static final Map<Integer, Map<Language, String>> NAMES = read();

    private ColourNames() {}

    /** Returns the name of a colour; {@code #rrggbb} where it has none in the scene's language. */
    static String name(Scene scene, int rgb) {
        String name = NAMES.getOrDefault(rgb, Map.of()).get(scene.language());
        return name == null ? String.format(Locale.ROOT, "#%06x", rgb) : name;
    }

    private static Map<Integer, Map<Language, String>> read() {
        Map<Integer, Map<Language, String>> names = new HashMap<>();
        for (String line : Lexicon.lines("words.txt")) {
            if (!line.startsWith(CONCEPT)) continue;
            int colon = line.indexOf(": ");
            int rgb = Integer.parseInt(line.substring(CONCEPT.length(), colon), 16);
            Map<Language, String> named = names.computeIfAbsent(rgb, first -> new HashMap<>());
            for (String phrase : List.of(line.substring(colon + 2).split(", ", -1)))
                named.putIfAbsent(Language.of(phrase), phrase);
        }
        return names;
    }
}
