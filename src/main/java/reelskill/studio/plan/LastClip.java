package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/** The one clip that was changed last, of which a message goes on: "mute it", "just the first 10 seconds", "brighten the rest". Pure. */
final class LastClip {
    private static final Set<String> NAMING =
            Clause.concepts("CLIPREF SPAN EXCEPT KEEP NOT RESTGONE VAGUE MEDIA ORDINAL CUTREF ALL");

    private LastClip() {}

    /** Returns how {@code last} names the clip to which all of it was done; empty where it was done to more, or elsewhere. */
    static Optional<ClipRef> of(Timeline now, List<EditOperation> last) {
        int count = Clips.of(now).size();
        // Moved to an end it is the first or the last.
        if (last.size() == 1
                && last.get(0) instanceof MoveClip move
                && move.clip().number() != 0
                && move.other().isEmpty())
            return Optional.of(ClipRef.number(move.place() == MoveClip.Place.BEFORE ? 1 : -1));
        return Clips.of(now).stream()
                .flatMap(clip -> Stream.of(
                        ClipRef.number(clip.number()),
                        ClipRef.number(clip.number() - count - 1),
                        ClipRef.named(clip.name())))
                .filter(ref -> !last.isEmpty() && last.stream().allMatch(done -> isOf(done, ref)))
                .findFirst();
    }

    /**
     * Returns the clips that change places behind one that went: "remove clip 2 and swap the others" numbers what is left anew.
     *
     * @param gone whether they are there in {@code now}, for the same message takes them away
     */
    static List<Token> left(List<Token> said, Timeline now, List<EditOperation> last, boolean gone, Token rest) {
        boolean swapped = said.stream().anyMatch(token -> token.is("SWAP"))
                && !last.isEmpty()
                && last.stream().allMatch(RemoveClip.class::isInstance);
        if (!swapped) return List.of();
        int count = Clips.of(now).size() - (gone ? last.size() : 0);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> rest.as(Token.CLIPREF, ClipRef.number(number)))
                .toList();
    }

    private static boolean isOf(EditOperation done, ClipRef ref) {
        if (done instanceof RemoveRanges cut) return cut.within().equals(Optional.of(ref));
        // Where it went a clip has another number, and the same name.
        if (done instanceof MoveClip move)
            return ref.number() == 0 && move.clip().equals(ref);
        boolean changes = Mentions.isOfClips(done) || done instanceof SetVolume || done instanceof ZoomSlowly;
        return changes
                && done.on(new Target(List.of(ref), List.of()))
                        .filter(done::equals)
                        .isPresent();
    }

    /** Returns {@code tokens} with that clip in place of "just the clip" at their end. */
    static List<Token> named(List<Token> tokens, Timeline now, Supplier<List<EditOperation>> last) {
        int at = tokens.size() - 1;
        boolean bare = at > 0
                && tokens.get(at).is("CLIP")
                && (tokens.get(at - 1).is("FOR") || tokens.get(at - 1).is("ONLY"))
                && tokens.stream().noneMatch(token -> NAMING.contains(token.concept()));
        Optional<ClipRef> clip = bare ? of(now, last.get()) : Optional.empty();
        return clip.map(ref -> Stream.concat(
                                tokens.subList(0, at).stream().filter(token -> !token.is("ONLY")),
                                Stream.of(tokens.get(at).as(Token.CLIPREF, ref)))
                        .toList())
                .orElse(tokens);
    }
}
