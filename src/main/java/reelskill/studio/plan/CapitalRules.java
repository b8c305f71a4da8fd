package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** "captions in capitals", "add a title 'Sale' in all caps", 字幕全大写. */
final class CapitalRules {
    private static final Set<String> CHANGE =
            Clause.concepts("CAPITALS SUBTITLES TITLE QUOTE CHANGE PUT ALL VIDEO TO FOR SAYING");

    private CapitalRules() {}

    static Optional<Reading> read(Clause clause) {
        if (!clause.has("CAPITALS")) return Optional.empty();
        Optional<Reading> changed = changed(clause);
        if (changed.isPresent()) return changed;
        Optional<Reading> plain = Rules.read(clause.without("CAPITALS"));
        return plain.map(reading -> reading.each(CapitalRules::inCapitals))
                .filter(written -> !plain.equals(Optional.of(written)));
    }

    /** What is there already: what is named, or else what was changed last. */
    private static Optional<Reading> changed(Clause clause) {
        if (!clause.isMadeOf(CHANGE) || clause.count(Token.QUOTE) > 1) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        Optional<EditOperation> gone =
                last.isEmpty() ? Optional.empty() : last.get(last.size() - 1).removal();
        boolean ofCaptions = gone.filter(RemoveCaptions.class::isInstance).isPresent();
        boolean captioned = ofCaptions || !clause.now().captions().isEmpty();
        boolean texts = !clause.now().texts().isEmpty()
                || gone.filter(RemoveText.class::isInstance).isPresent();
        if (clause.has("SUBTITLES"))
            return captioned && !clause.has("TITLE") ? Optional.of(captions()) : Optional.empty();
        if (clause.hasAny("TITLE", Token.QUOTE))
            return texts ? Optional.of(text(clause.text(Token.QUOTE))) : Optional.empty();
        if (gone.isPresent() && gone.get() instanceof RemoveText text) return Optional.of(text(text.which()));
        if (captioned && texts && !ofCaptions) return Optional.of(which(clause));
        if (captioned) return Optional.of(captions());
        return texts ? Optional.of(text(Optional.empty())) : Optional.empty();
    }

    private static Reading captions() {
        return Reading.of(new CapitalLetters(true, Optional.empty()));
    }

    private static Reading text(Optional<String> which) {
        return Reading.of(new CapitalLetters(false, which));
    }

    private static Reading which(Clause clause) {
        return Reading.ask(
                clause.say("The title or the captions?", "是标题还是字幕？"),
                clause.say("%s in capitals", "%s全大写", Question.BLANK));
    }

    private static Stream<EditOperation> inCapitals(EditOperation operation) {
        if (operation instanceof AddCaptions) return Stream.of(operation, new CapitalLetters(true, Optional.empty()));
        if (operation instanceof AddText it)
            return Stream.of(new AddText(CapitalLetters.of(it.text()), it.at(), it.length(), it.style()));
        if (operation instanceof AddCard it)
            return Stream.of(new AddCard(CapitalLetters.of(it.text()), it.rgb(), it.length(), it.place(), it.style()));
        if (operation instanceof AddEndCard it)
            return Stream.of(new AddEndCard(CapitalLetters.of(it.text()), it.length(), it.style()));
        if (operation instanceof ChangeText it)
            return Stream.of(new ChangeText(it.which(), CapitalLetters.of(it.words())));
        return Stream.of(operation);
    }
}
