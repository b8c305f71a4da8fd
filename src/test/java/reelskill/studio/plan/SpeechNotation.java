package reelskill.studio.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Operations about speech in the short form of {@code sentences-speech.tsv}. */
final class SpeechNotation {
    private SpeechNotation() {}

    static String of(EditOperation operation) {
        if (operation instanceof AddCaptions it)
            return "captions " + word(it.style()) + " " + word(it.position()) + color(it.rgb())
                    + face(it.face())
                    + Notation.target(it.where());
        if (operation instanceof StyleCaptions it) {
            return "restyle captions"
                    + it.style().map(style -> " " + word(style)).orElse("")
                    + it.position().map(position -> " " + word(position)).orElse("")
                    + (it.scale() == 1 ? "" : " x" + it.scale())
                    + color(it.rgb())
                    + face(it.face());
        }
        if (operation instanceof RewordCaptions it) return "reword \"" + it.said() + "\" \"" + it.words() + "\"";
        if (operation instanceof RemoveCaptions it) return "uncaption" + Notation.target(it.part());
        if (operation instanceof OutlineLetters it)
            return "rim" + (it.captions() ? " captions" : "") + quoted(it.which())
                    + (it.rgb().isEmpty() ? " off" : color(it.rgb()));
        if (operation instanceof RaiseText it)
            return "raise" + (it.captions() ? " captions" : "") + quoted(it.which())
                    + (it.by().isEmpty() ? " middle" : " " + it.by().getAsDouble());
        if (operation instanceof ShowTranscript) return "transcript";
        if (operation instanceof RemoveFillers) return "fillers";
        if (operation instanceof RemoveRepeats) return "repeats";
        if (operation instanceof Trial it) return "look " + Notation.of(it.operation());
        if (operation instanceof CutSaid it) return (it.keeps() ? "keepsaid " : "cutsaid ") + part(it.part());
        return operation.toString();
    }

    private static String part(SaidPart part) {
        if (part instanceof SaidPart.Sentences it) return it.first() + ".." + it.last();
        if (part instanceof SaidPart.Containing it) return "\"" + it.words() + "\"";
        if (part instanceof SaidPart.Before it) return "before \"" + it.words() + "\"";
        return "after \"" + ((SaidPart.After) part).words() + "\"";
    }

    private static String quoted(Optional<String> words) {
        return words.map(it -> " \"" + it + "\"").orElse("");
    }

    private static String color(OptionalInt rgb) {
        return rgb.isPresent() ? String.format(" #%06x", rgb.getAsInt()) : "";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String face(java.util.Optional<reelskill.studio.timeline.TextStyle.Face> face) {
        return face.map(letters -> " " + word(letters)).orElse("");
    }
}
