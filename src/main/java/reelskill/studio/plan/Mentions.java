package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import reelskill.studio.timeline.Timeline;

/**
 * What "it" means behind a clause that named one clip: "move the last clip to the front and speed it up". Of one sentence;
 * not thread-safe.
 */
final class Mentions {
    private static final Pattern PRONOUN =
            Pattern.compile("\\b(?:it|that one|this one|that clip|this clip|that shot|the same clip)\\b(?!'s| is\\b)");
    private static final Pattern OF_IT = Pattern.compile("\\b(?:of|off|from|in) (?:it|that one|this one|that clip)\\b");

    private final Timeline now;
    private Optional<ClipRef> clip = Optional.empty();

    Mentions(Timeline now) {
        this.now = now;
    }

    /** Returns the clause with the clip in place of what stands for it behind "before" and "after". */
    List<Token> named(List<Token> tokens) {
        if (clip.isEmpty()) return tokens;
        Token named = new Token(Token.CLIPREF, clip.get(), 0, 0);
        return tokens.stream()
                .flatMap(token -> isBesideIt(token)
                        ? List.of(new Token(token.concept(), "", token.from(), token.to()), named).stream()
                        : List.of(token).stream())
                .toList();
    }

    /** Returns {@code reading} done to the clip that the clause's "it" stands for, and remembers which clip it names. */
    Reading resolved(String said, Clause clause, Reading reading) {
        boolean refers = refers(said.toLowerCase(Locale.ROOT), clause, reading);
        Reading resolved = refers ? reading.each(this::on) : reading;
        if (!refers) clip = mentioned(clause, reading);
        return resolved;
    }

    private boolean refers(String said, Clause clause, Reading reading) {
        boolean elsewhere = clause.hasAny(Token.CLIPREF, "EVERYTHING", "ALL", "VIDEO", "MUSIC", "TITLE");
        boolean span = clause.has(Token.SPAN) && !OF_IT.matcher(said).find();
        return clip.isPresent()
                && !elsewhere
                && !span
                && !reading.instead()
                && PRONOUN.matcher(said).find();
    }

    private EditOperation on(EditOperation operation) {
        if (operation instanceof RemoveRanges cut) return new RemoveRanges(cut.spans(), clip);
        boolean whole = operation instanceof AddMusic;
        return whole
                ? operation
                : operation
                        .on(new Target(List.of(clip.orElseThrow()), List.of()))
                        .orElse(operation);
    }

    private Optional<ClipRef> mentioned(Clause clause, Reading reading) {
        List<ClipRef> clips = clause.clips().stream().distinct().toList();
        boolean gone = reading.operations().stream().anyMatch(RemoveClip.class::isInstance);
        if (gone || reading.operations().isEmpty()) return Optional.empty();
        Optional<MoveClip> moved = reading.operations().stream()
                .filter(MoveClip.class::isInstance)
                .map(MoveClip.class::cast)
                .findFirst();
        if (moved.isPresent()) return placed(moved.get());
        return clips.size() == 1 ? Optional.of(clips.get(0)) : Optional.empty();
    }

    /** Where a clip went it has another number; its name stays, if no other clip has it. */
    private Optional<ClipRef> placed(MoveClip move) {
        if (move.clip().number() == 0) return Optional.of(move.clip());
        if (move.other().isEmpty()) return Optional.of(ClipRef.number(move.place() == MoveClip.Place.BEFORE ? 1 : -1));
        return Clips.find(now, move.clip()).stream()
                .map(found -> ClipRef.named(found.name()))
                .filter(ref -> Clips.find(now, ref).size() == 1)
                .findFirst();
    }

    private static boolean isBesideIt(Token token) {
        return (token.is("BEFORE") || token.is("AFTER")) && token.value().equals("it");
    }
}
