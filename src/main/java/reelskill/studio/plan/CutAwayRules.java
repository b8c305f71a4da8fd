package reelskill.studio.plan;

import java.util.Optional;
import java.util.Set;
import reelskill.media.MediaFacts;

/** "use beach.mov as b-roll from 0:10 to 0:15", "cut away to clip 3 at 0:05 for 3 seconds", 0:05到0:08用beach.mov盖住画面. */
final class CutAwayRules {
    private static final Set<String> ADD = Clause.concepts(
            "BROLL CLIPREF ADD PUT PLAY CHANGE OVER VIDEO AT FROM TO FOR LONG TIME SPAN START END KEEP SOUND ORIGINAL SHAPE");
    private static final Set<String> REMOVE = Clause.concepts("BROLL REMOVE CUT NOT OFF ALL VIDEO FROM");

    private CutAwayRules() {}

    static Optional<Reading> remove(Clause clause) {
        boolean gone = clause.has("BROLL") && clause.hasAny("REMOVE", "CUT", "NOT", "OFF");
        return gone && clause.isMadeOf(REMOVE)
                ? Optional.of(Reading.of(new RemoveCutAways(Optional.empty())))
                : Optional.empty();
    }

    static Optional<Reading> add(Clause clause) {
        if (clause.count("BROLL") != 1 || clause.clips().size() != 1 || !clause.isMadeOf(ADD)) return Optional.empty();
        // "keep the audio" is how it is anyway; kept alone, something else would be.
        if (clause.has("KEEP") && !clause.has("SOUND")) return Optional.empty();
        Optional<Span> when = Showing.of(clause);
        Optional<LibraryItem> item = BackgroundFiles.item(clause, clause.clips().get(0))
                .filter(file -> file.facts().kind() != MediaFacts.Kind.AUDIO);
        if (when.isEmpty() || item.isEmpty()) return Optional.empty();
        if (when.get().equals(Showing.WHOLE))
            return Optional.of(Reading.ask(
                    clause.say("When? For example: from 0:05 to 0:08", "什么时候？例如：0:05到0:08"), Question.SAID_AND_BLANK));
        return Optional.of(Reading.of(new CutAway(item.get(), when.get())));
    }
}
