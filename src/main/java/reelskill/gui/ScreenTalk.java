package reelskill.gui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.skill.Lexicon;
import reelskill.skill.Phrases;

/** Knows a clause that is about the screen by how it begins: a person in the video may click as well, but is named first. */
final class ScreenTalk {
    private static final Pattern MARKUP = Pattern.compile("[*_`\\[]+");

    private final Lexicon openers;
    private final Lexicon gestures;
    private final Lexicon gesturesAt;
    private final Lexicon places;
    private final Lexicon conditions;
    private final Pattern asides;
    private final Map<GuiAction, Lexicon> actions = new LinkedHashMap<>();

    ScreenTalk(Phrases gui) {
        openers = lexicon(gui, "openers");
        gestures = lexicon(gui, "gestures");
        gesturesAt = lexicon(gui, "gestures_at");
        places = lexicon(gui, "places");
        conditions = lexicon(gui, "conditions");
        asides = Pattern.compile("(?i)\\s{0,3}(?:(?:" + alternatives(gui.of("asides")) + ")|(?:"
                + alternatives(gui.of("asides_to_the_end")) + ").*)(?=\\s*$)");
        actions.put(GuiAction.EXPORT, lexicon(gui, "export"));
        actions.put(GuiAction.UPLOAD, lexicon(gui, "upload"));
        actions.put(GuiAction.SHOW_CREDITS, lexicon(gui, "credits"));
        actions.put(GuiAction.SEND_EDIT, lexicon(gui, "edit"));
        actions.put(GuiAction.SHOW_STATE, lexicon(gui, "state"));
    }

    /** True if {@code clause} tells to do something on a screen; in it, what was protected is one character each. */
    boolean isIn(String clause) {
        String text = withoutOpeners(plain(clause));
        // "他点击了" tells what happened; "点击" at the start asks.
        boolean told =
                gestures.afterStart(text).filter(rest -> rest.startsWith("了")).isPresent();
        if (told) return false;
        return gestures.afterStart(text).isPresent()
                || (gesturesAt.afterStart(text).isPresent() && places.isIn(text));
    }

    /** True if {@code clause} goes with screen talk that follows: "if you like it", "select the clip". */
    boolean leads(String clause) {
        String text = plain(clause);
        return conditions.afterStart(text).isPresent()
                || gesturesAt.afterStart(withoutOpeners(text)).isPresent();
    }

    /** True if {@code clause}, after screen talk, goes on with it: "check the timeline, then export". */
    boolean goesOn(String clause) {
        String text = withoutOpeners(plain(clause));
        return Stream.of(GuiAction.EXPORT, GuiAction.UPLOAD)
                .map(actions::get)
                .anyMatch(words -> words != null && words.afterStart(text).isPresent());
    }

    /** Returns the action that a clause of screen talk comes to; empty for a gesture that means nothing to us. */
    Optional<GuiAction> action(String clause) {
        String text = plain(clause);
        return actions.entrySet().stream()
                .filter(entry -> entry.getValue().isIn(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns {@code clause} without a place on the screen at its end. */
    String withoutAside(String clause) {
        return asides.matcher(clause).replaceFirst("");
    }

    private String withoutOpeners(String text) {
        String rest = text;
        for (Optional<String> next = openers.afterStart(rest); next.isPresent(); next = openers.afterStart(rest)) {
            if (next.get().length() == rest.length()) return rest;
            rest = next.get();
        }
        return rest;
    }

    private static String plain(String clause) {
        return MARKUP.matcher(clause).replaceAll("").strip().toLowerCase(Locale.ROOT);
    }

    private static String alternatives(List<String> phrases) {
        return String.join("|", phrases.stream().map(Pattern::quote).toList());
    }

    private static Lexicon lexicon(Phrases gui, String name) {
        return new Lexicon(List.of(gui.of(name)));
    }
}
