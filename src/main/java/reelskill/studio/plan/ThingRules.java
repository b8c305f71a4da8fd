package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.language.Language;

/**
 * "It" and "them" right behind what put a thing on the video: "get rid of them", "start it at 5 seconds". The thing is meant, and no
 * part of the film.
 */
final class ThingRules {
    private static final Set<String> EDGES = Clause.concepts("STARTAT ENDAT TIME");

    private static final Set<String> PLACE = Clause.concepts("POSITION AT TO IN");

    private static final Set<String> MOVE =
            Clause.concepts("MOVE PUT TO AT FROM TIME START FRONT END BACK ORDINAL VIDEO");
    private static final Pattern INSTEAD = Pattern.compile("(?i)\\binstead\\b");

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
        Optional<Reading> read = away(clause).or(() -> moved(clause));
        return read.isPresent() || clause.language() != Language.ENGLISH
                ? read
                : edge(clause).or(() -> place(clause));
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

    /** "remove it", 去掉吧: the thing alone goes, however often it was changed since. */
    private static Optional<Reading> away(Clause clause) {
        if (!clause.has("REMOVE") || !clause.isMadeOf(Set.of("REMOVE"))) return Optional.empty();
        return done(clause).flatMap(EditOperation::removal).map(Reading::of);
    }

    /** "move it to 0:20", 移到最后. */
    private static Optional<Reading> moved(Clause clause) {
        boolean moves = clause.hasAny("MOVE", "PUT")
                || clause.all("FRONT", String.class).contains("there")
                || clause.all("BACK", String.class).contains("there");
        List<Moment> places =
                clause.tokens().stream().flatMap(token -> place(token).stream()).toList();
        return moves && places.size() == 1 && clause.isMadeOf(MOVE)
                ? done(clause).flatMap(thing -> begun(clause, thing, places.get(0)))
                : Optional.empty();
    }

    private static Optional<Moment> place(Token token) {
        if (token.is(Token.TIME)) return Optional.of(Moment.at((Duration) token.value()));
        if (token.is("START") || token.is("FRONT")) return Optional.of(Moment.START);
        boolean end = token.is("END")
                || token.is("BACK")
                || (token.is("ORDINAL") && token.text().equals("-1"));
        return end ? Optional.of(Moment.END) : Optional.empty();
    }

    /** "start it at 5 seconds", which of the film would cut its beginning off. */
    private static Optional<Reading> edge(Clause clause) {
        boolean start = clause.has("STARTAT");
        boolean it = clause.all("STARTAT", String.class).contains("it")
                || clause.all("ENDAT", String.class).contains("it");
        boolean one = it && start != clause.has("ENDAT") && clause.time().isPresent() && clause.isMadeOf(EDGES);
        Optional<EditOperation> done =
                one ? done(clause).filter(thing -> thing.removal().isPresent()) : Optional.empty();
        return done.map(thing -> (start
                        ? begun(clause, thing, Moment.at(clause.time().orElseThrow()))
                        : ended(clause, thing, clause.time().orElseThrow()))
                .orElseGet(() -> which(clause)));
    }

    private static Optional<Reading> begun(Clause clause, EditOperation thing, Moment at) {
        Optional<EditOperation> moved = thing.beginning(at);
        if (moved.isPresent())
            return Optional.of(
                    Amended.last(clause, one -> one == thing ? moved.stream().toList() : List.of()));
        if (isMusic(thing)) return Optional.of(Reading.of(new PlaceMusic(Optional.of(at), Optional.empty())));
        return FollowRules.changesText(thing)
                ? Optional.of(Reading.of(new MoveText(FollowRules.ofText(thing), Optional.of(at), Optional.empty())))
                : Optional.empty();
    }

    private static Optional<Reading> ended(Clause clause, EditOperation thing, Duration time) {
        if (isMusic(thing))
            return Optional.of(Reading.of(new PlaceMusic(Optional.empty(), Optional.of(Moment.at(time)))));
        if (!(thing instanceof AddText text) || text.at().share() != 0) return Optional.empty();
        Duration lasting = time.minus(text.at().offset());
        return lasting.isNegative() || lasting.isZero()
                ? Optional.empty()
                : Optional.of(Amended.last(
                        clause,
                        one -> one == thing ? text.lasting(lasting).stream().toList() : List.of()));
    }

    /** "call it 'Part 2' instead", behind a text: other words for that, and no name for a version. */
    static boolean isWording(VersionRequest asked, List<EditOperation> last, String said) {
        boolean text = !last.isEmpty()
                && (last.get(last.size() - 1) instanceof AddText || FollowRules.changesText(last.get(last.size() - 1)));
        return text
                && asked instanceof VersionRequest.Name
                && INSTEAD.matcher(said).find();
    }

    /** "remove it after 3 seconds", right behind a thing that was put there; empty where none was. */
    static Optional<Reading> goneAfter(Clause clause, Duration length) {
        Optional<EditOperation> thing =
                done(clause).filter(done -> done.removal().isPresent());
        return thing.map(done -> FollowRules.changesText(done)
                ? Reading.of(new MoveText(FollowRules.ofText(done), Optional.empty(), Optional.of(length)))
                : done.lasting(length)
                        .map(shorter -> Amended.last(clause, one -> one == done ? List.of(shorter) : List.of()))
                        .orElseGet(() -> which(clause)));
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

    private static boolean isMusic(EditOperation done) {
        return done.removal().filter(RemoveMusic.class::isInstance).isPresent();
    }
}
