package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;

/**
 * "It" and "them" right behind what put a thing on the video: "get rid of them", "start it at 5 seconds". The thing is meant, and no
 * part of the film.
 */
final class ThingRules {
    private static final Set<String> EDGES = Clause.concepts("STARTAT ENDAT TIME");

    private static final Set<String> PLACE = Clause.concepts("POSITION AT TO IN");

    private ThingRules() {}

    /** "make the music fade in and stop at 1:00": in one breath, the edge is that of the music. */
    static List<Token> goesOn(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens);
        boolean music = false;
        for (int from = 0; from < tokens.size(); from = Atoms.end(tokens, from) + 1) {
            List<Token> row = tokens.subList(from, Atoms.end(tokens, from));
            boolean begins = from == 0 || tokens.get(from - 1).is(Token.HARD);
            boolean edge = !row.isEmpty() && row.stream().allMatch(token -> EDGES.contains(token.concept()));
            if (music && !begins && edge && row.get(0).value().equals(""))
                result.set(from, row.get(0).as(row.get(0).concept(), "it"));
            boolean ofMusic = Atoms.has(row, "MUSIC") && row.stream().noneMatch(Narrowing::isPart);
            music = (edge && !begins) ? music : ofMusic;
        }
        return result;
    }

    static Optional<Reading> read(Clause clause) {
        if (clause.language() != Language.ENGLISH) return Optional.empty();
        return edge(clause).or(() -> away(clause)).or(() -> place(clause));
    }

    /** "at the top please": where the words that were just put there go. */
    private static Optional<Reading> place(Clause clause) {
        boolean bare = clause.count("POSITION") == 1 && clause.isMadeOf(PLACE);
        Optional<EditOperation> text = bare
                ? done(clause).filter(done -> done instanceof AddText || FollowRules.changesText(done))
                : Optional.empty();
        if (text.isEmpty()) return Optional.empty();
        Token put = new Token("PUT", "", 0, 0);
        return Rules.read(clause.with(
                Stream.concat(Stream.of(put), clause.tokens().stream()).toList()));
    }

    /** "remove it": the thing alone goes, however often it was changed since. */
    private static Optional<Reading> away(Clause clause) {
        if (!clause.has("REMOVE") || !clause.isMadeOf(Set.of("REMOVE"))) return Optional.empty();
        return done(clause).flatMap(ThingRules::removal).map(Reading::of);
    }

    private static Optional<EditOperation> removal(EditOperation done) {
        if (done instanceof AddText text) return Optional.of(new RemoveText(Optional.of(text.text()), false));
        if (FollowRules.changesText(done)) return Optional.of(new RemoveText(FollowRules.ofText(done), false));
        if (isMusic(done)) return Optional.of(new RemoveMusic());
        if (done instanceof Fade fade)
            return Optional.of(
                    new Fade(fade.in().map(time -> Duration.ZERO), fade.out().map(time -> Duration.ZERO)));
        if (done instanceof AddCaptions || done instanceof StyleCaptions) return Optional.of(new RemoveCaptions());
        if (done instanceof AddTransitions) return Optional.of(new RemoveTransitions());
        return done instanceof AddEndCard ? Optional.of(new RemoveEndCard()) : Optional.empty();
    }

    /** "start it at 5 seconds", which of the film would cut its beginning off. */
    private static Optional<Reading> edge(Clause clause) {
        boolean start = clause.has("STARTAT");
        boolean it = clause.all("STARTAT", String.class).contains("it")
                || clause.all("ENDAT", String.class).contains("it");
        boolean one = it && start != clause.has("ENDAT") && clause.time().isPresent() && clause.isMadeOf(EDGES);
        Optional<EditOperation> done = one ? done(clause).filter(ThingRules::isThing) : Optional.empty();
        return done.map(thing ->
                moved(clause, thing, start, clause.time().orElseThrow()).orElseGet(() -> which(clause)));
    }

    private static Optional<Reading> moved(Clause clause, EditOperation thing, boolean start, Duration time) {
        Optional<Moment> at = Optional.of(Moment.at(time));
        if (isMusic(thing))
            return Optional.of(
                    Reading.of(new PlaceMusic(start ? at : Optional.empty(), start ? Optional.empty() : at)));
        if (thing instanceof AddText text) {
            Duration lasting = time.minus(text.at().offset());
            boolean there = text.at().share() == 0 && !lasting.isNegative() && !lasting.isZero();
            if (!start && !there) return Optional.empty();
            AddText moved = start
                    ? new AddText(text.text(), at.get(), text.length(), text.style())
                    : new AddText(text.text(), text.at(), lasting, text.style());
            return Optional.of(Amended.last(clause, one -> one == thing ? List.of(moved) : List.of()));
        }
        return start && FollowRules.changesText(thing)
                ? Optional.of(Reading.of(new MoveText(FollowRules.ofText(thing), at, Optional.empty())))
                : Optional.empty();
    }

    private static Reading which(Clause clause) {
        return Reading.ask(
                clause.say(
                        "That, or the whole video? For example: start the video at 5 seconds; undo that",
                        "是指它，还是整个视频？例如：视频从第5秒开始；撤销"),
                "");
    }

    private static Optional<EditOperation> done(Clause clause) {
        List<EditOperation> last = clause.last().get();
        return last.isEmpty() ? Optional.empty() : Optional.of(last.get(last.size() - 1));
    }

    private static boolean isThing(EditOperation done) {
        return isMusic(done)
                || FollowRules.changesText(done)
                || done instanceof AddText
                || done instanceof AddInset
                || done instanceof AddCaptions
                || done instanceof AddTransitions
                || done instanceof AddEndCard;
    }

    private static boolean isMusic(EditOperation done) {
        return done instanceof AddMusic
                || done instanceof FadeMusic
                || done instanceof PlaceMusic
                || done instanceof NextMusic
                || (done instanceof SetVolume volume && volume.whose() == SetVolume.Whose.MUSIC);
    }
}
