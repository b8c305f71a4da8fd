package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.media.MediaFacts;
import reelskill.studio.plan.MoveClip.Place;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.MediaSegment;

/** Clips as wholes: "merge all clips", "move the second clip to the front", "delete beach.mov", "交换片段1和2". */
final class ClipRules {
    private static final Set<String> JOIN =
            Clause.concepts("JOIN PUT TOGETHER ALL CLIP VIDEO CLIPREF PART NUMBER EVERYTHING ONLY LEFT");
    private static final Set<String> SWAP =
            Clause.concepts("SWAP CLIPREF CLIP ORDINAL BETWEEN CUTREF VIDEO AROUND ADD BACK");
    private static final Set<String> MOVE =
            Clause.concepts("MOVE PUT CLIPREF CLIP TO AT FRONT BACK START END BEFORE AFTER ORDINAL VIDEO CHANGE ADD");
    private static final Set<String> REMOVE = Clause.concepts("REMOVE CUT CLIPREF ALL");
    private static final Set<String> KEEP = Clause.concepts("KEEP ONLY CLIPREF CLIP VIDEO RESTGONE");

    private static final Set<String> INSERT = Clause.concepts("ADD PUT MOVE CLIPREF CLIP AT TO TIME");

    private static final Set<String> BETWEEN = Clause.concepts("MOVE PUT CLIPREF CUTREF CLIP");

    private ClipRules() {}

    static Optional<Reading> join(Clause clause) {
        boolean put = clause.has("PUT") && clause.has("TOGETHER");
        if ((!clause.has("JOIN") && !put) || !clause.isMadeOf(JOIN)) return Optional.empty();
        List<LibraryItem> films = clause.library().stream()
                .filter(item -> item.facts().kind() == MediaFacts.Kind.VIDEO)
                .toList();
        if (!clause.numbersAre(films.size())) return Optional.empty();
        if (clause.clips().isEmpty()) {
            boolean many = clause.hasAny("ALL", "CLIP", "TOGETHER", "VIDEO", "EVERYTHING", "LEFT");
            List<LibraryItem> meant = clause.has(Token.NUMBER) ? films : clips(clause, films);
            return many ? Optional.of(Reading.of(new JoinClips(meant, true))) : Optional.empty();
        }
        // A file that waits in the library has no number.
        boolean there = clause.clips().stream()
                .allMatch(ref ->
                        ref.number() != 0 || Clips.find(clause.now(), ref).size() == 1);
        if (there && clause.clips().stream().distinct().count() > 1 && !clause.has("ALL"))
            return Optional.of(Reading.of(new GatherClips(clause.clips())));
        List<LibraryItem> named =
                clause.clips().stream().flatMap(clip -> item(clause, clip)).toList();
        boolean all = named.size() == clause.clips().size() && named.size() > 1 && !clause.has("ALL");
        return all ? Optional.of(Reading.of(new JoinClips(named, false))) : Optional.empty();
    }

    /** What stands over or behind the video is none of its clips, and no sound is; photos are where they play already. */
    private static List<LibraryItem> clips(Clause clause, List<LibraryItem> films) {
        Set<String> playing =
                clause.now().clips().stream().map(MediaSegment::mediaId).collect(Collectors.toSet());
        Set<String> beside = Stream.concat(
                        clause.now().insets().all().stream().map(MediaSegment::mediaId),
                        clause.now().clips().stream()
                                .flatMap(clip -> clip.backdrop().stream())
                                .filter(Backdrop.Picture.class::isInstance)
                                .map(backdrop -> ((Backdrop.Picture) backdrop).mediaId()))
                .collect(Collectors.toSet());
        boolean photosToo = films.size() < 2;
        return clause.library().stream()
                .filter(item -> playing.contains(item.id())
                        || (!beside.contains(item.id())
                                && (films.contains(item)
                                        || (photosToo && item.facts().kind() != MediaFacts.Kind.AUDIO))))
                .toList();
    }

    /** "join them with a one second wipe" wants both: all clips in a row, and what stands between them. */
    static Optional<Reading> joinWith(Clause clause) {
        boolean both = clause.has("TOGETHER") || clause.has("JOIN");
        if (!both || !clause.hasAny("KIND", "TRANSITION", "FADE") || clause.has(Token.CLIPREF)) return Optional.empty();
        Predicate<Token> joining = token -> JOIN.contains(token.concept());
        List<Token> between = new ArrayList<>(
                clause.tokens().stream().filter(joining.negate()).toList());
        between.add(new Token("BETWEEN", "", 0, 0));
        List<Token> rows =
                new ArrayList<>(clause.tokens().stream().filter(joining).toList());
        rows.add(new Token("ALL", "", 0, 0));
        return join(clause.with(rows)).flatMap(join -> TransitionRules.add(clause.with(between))
                .map(with -> Reading.of(Stream.concat(join.operations().stream(), with.operations().stream())
                        .toList())));
    }

    static Optional<Reading> swap(Clause clause) {
        List<ClipRef> clips = clause.clips();
        if (!clause.has("SWAP") || clips.size() != 2 || !clause.isMadeOf(SWAP)) return Optional.empty();
        return Optional.of(Reading.of(new SwapClips(clips.get(0), clips.get(1))));
    }

    static Optional<Reading> move(Clause clause) {
        // "replace the second clip with the first one" names what comes in its place.
        if (clause.all("CHANGE", String.class).contains("replace")) return Optional.empty();
        Optional<Reading> between = between(clause).or(() -> ranked(clause));
        if (between.isPresent()) return between;
        // 第二个在前头: the place alone says it.
        boolean placed = clause.all("FRONT", String.class).contains("there")
                || clause.all("BACK", String.class).contains("there");
        boolean moves = placed || clause.hasAny("MOVE", "PUT", "CHANGE");
        if (!moves || clause.clips().isEmpty() || !clause.isMadeOf(MOVE)) return Optional.empty();
        if (clause.clips().size() == 2) return made(clause).or(() -> beside(clause));
        Optional<String> rank = clause.text("ORDINAL");
        boolean front = clause.hasAny("FRONT", "START") || rank.equals(Optional.of("1"));
        boolean back = clause.hasAny("BACK", "END") || rank.equals(Optional.of("-1"));
        if (clause.has("CHANGE") && !placed && !clause.hasAny("MOVE", "PUT") && rank.isEmpty()) return Optional.empty();
        if (clause.clips().size() > 1 || front == back || clause.hasAny("BEFORE", "AFTER")) return Optional.empty();
        return Optional.of(
                Reading.of(new MoveClip(clause.clips().get(0), front ? Place.BEFORE : Place.AFTER, Optional.empty())));
    }

    /** "insert clip 3 at 0:05". */
    static Optional<Reading> insert(Clause clause) {
        boolean one = clause.hasAny("ADD", "PUT", "MOVE")
                && clause.clips().size() == 1
                && clause.count(Token.TIME) == 1
                && clause.isMadeOf(INSERT);
        // "put clip 1 to 10 seconds" may say how long it is to be.
        boolean length = clause.has("TO") && !clause.has("MOVE") && clause.language() == Language.ENGLISH;
        if (!one || length || Clips.find(clause.now(), clause.clips().get(0)).isEmpty()) return Optional.empty();
        return clause.timeAfter("AT", "TO", "PUT")
                .map(time -> Reading.of(new InsertClip(clause.clips().get(0), Moment.at(time))));
    }

    /** "put clip 3 between clip 1 and clip 2": behind the first of the two, which stand side by side without it. */
    private static Optional<Reading> between(Clause clause) {
        boolean one = clause.hasAny("MOVE", "PUT")
                && clause.clips().size() == 1
                && clause.count(Token.CUTREF) == 1
                && clause.isMadeOf(BETWEEN);
        if (!one) return Optional.empty();
        List<Integer> cut = clause.all(Token.CUTREF, List.class).stream()
                .flatMap(refs -> Stream.of((ClipRef) refs.get(0), (ClipRef) refs.get(1)))
                .flatMap(ref -> Clips.find(clause.now(), ref).stream())
                .map(Clips::number)
                .sorted()
                .toList();
        List<Integer> moved = Clips.find(clause.now(), clause.clips().get(0)).stream()
                .map(Clips::number)
                .toList();
        if (cut.size() != 2 || moved.size() != 1 || cut.contains(moved.get(0))) return Optional.empty();
        int beside = cut.get(0) + 1;
        boolean neighbours = cut.get(1) == beside || (cut.get(1) == beside + 1 && moved.get(0) == beside);
        return neighbours
                ? Optional.of(Reading.of(
                        new MoveClip(clause.clips().get(0), Place.AFTER, Optional.of(ClipRef.number(cut.get(0))))))
                : Optional.empty();
    }

    /** "the interview should be last": nothing else could be. */
    private static Optional<Reading> ranked(Clause clause) {
        List<Token> said = clause.tokens();
        boolean bare =
                said.size() == 2 && said.get(0).is(Token.CLIPREF) && said.get(1).is("ORDINAL");
        if (!bare) return Optional.empty();
        String rank = said.get(1).text();
        if (!rank.equals("1") && !rank.equals("-1")) return Optional.empty();
        Place place = rank.equals("1") ? Place.BEFORE : Place.AFTER;
        return Optional.of(Reading.of(new MoveClip(clause.clips().get(0), place, Optional.empty())));
    }

    /** "make the interview the last clip". */
    private static Optional<Reading> made(Clause clause) {
        int place = clause.clips().get(1).number();
        boolean edge = place == 1 || place == -1;
        boolean plain = clause.has("CHANGE") && !clause.hasAny("BEFORE", "AFTER", Token.SOFT, "TO");
        if (!edge || !plain) return Optional.empty();
        Place where = place == 1 ? Place.BEFORE : Place.AFTER;
        return Optional.of(Reading.of(new MoveClip(clause.clips().get(0), where, Optional.empty())));
    }

    private static Optional<Reading> beside(Clause clause) {
        boolean before = clause.has("BEFORE");
        boolean nowhere = before == clause.has("AFTER") || clause.hasAny("FRONT", "BACK", "START", "END", "ORDINAL");
        if (nowhere) return Optional.empty();
        List<ClipRef> clips = clause.clips();
        return Optional.of(
                Reading.of(new MoveClip(clips.get(0), before ? Place.BEFORE : Place.AFTER, Optional.of(clips.get(1)))));
    }

    static Optional<Reading> remove(Clause clause) {
        if (!clause.hasAny("REMOVE", "CUT") || clause.clips().isEmpty() || !clause.isMadeOf(REMOVE))
            return Optional.empty();
        // Several numbers mean the order before the first of them goes: so the highest goes first.
        if (clause.has("ALL") && clause.clips().size() < 2) return Optional.empty();
        int count = Clips.of(clause.now()).size();
        List<ClipRef> clips = clause.clips().size() < 2
                ? clause.clips()
                : clause.clips().stream()
                        .map(clip -> clip.number() < 0 ? ClipRef.number(count + 1 + clip.number()) : clip)
                        .toList();
        if (clips.size() > 1 && clips.stream().anyMatch(clip -> clip.number() < 1)) return Optional.empty();
        return Optional.of(Reading.of(clips.stream()
                .sorted((a, b) -> Integer.compare(b.number(), a.number()))
                .map(RemoveClip::new)
                .toList()));
    }

    /** "only keep the second clip": all others go, the highest number first, so that the lower ones stay what they are. */
    static Optional<Reading> keep(Clause clause) {
        if (!clause.hasAny("KEEP", "ONLY") || clause.clips().isEmpty() || !clause.isMadeOf(KEEP))
            return Optional.empty();
        // 只给第二段… is about that one, and takes no other away.
        if (isFor(clause)) return Optional.empty();
        // "don't touch clip 2": it stays as it is, and so do the others.
        if (clause.all("KEEP", String.class).contains("spare")) return Optional.empty();
        List<Clips> all = Clips.of(clause.now());
        Set<Integer> kept = all.stream()
                .filter(clip -> clause.clips().stream()
                        .anyMatch(ref -> ref.number() == 0
                                ? ref.name().equals(clip.name())
                                : ref.number() == clip.number() || ref.number() == clip.number() - all.size() - 1))
                .map(Clips::number)
                .collect(Collectors.toSet());
        if (kept.isEmpty() || kept.size() == all.size()) return Optional.empty();
        return Optional.of(Reading.of(all.stream()
                .map(Clips::number)
                .filter(number -> !kept.contains(number))
                .sorted(Comparator.reverseOrder())
                .map(number -> new RemoveClip(ClipRef.number(number)))
                .toList()));
    }

    static boolean isFor(Clause clause) {
        return clause.all("ONLY", String.class).contains("for");
    }

    /** Returns the file of a name, or the n-th of the library: what is not on the timeline yet has no other number. */
    private static Stream<LibraryItem> item(Clause clause, ClipRef ref) {
        List<String> names = ref.number() == 0
                ? List.of(ref.name())
                : Clips.find(clause.now(), ref).stream().map(Clips::name).toList();
        return clause.library().stream()
                .filter(item -> names.contains(item.name()))
                .limit(1);
    }
}
