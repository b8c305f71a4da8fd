package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/** The one clip that was changed last, of which a message goes on: "mute it", "just the first 10 seconds", "brighten the rest". Pure. */
final class LastClip {
    private LastClip() {}

    /** Returns how {@code last} names the clip to which all of it was done; empty where it was done to more, or elsewhere. */
    static Optional<ClipRef> of(Timeline now, List<EditOperation> last) {
        int count = Clips.of(now).size();
        return Clips.of(now).stream()
                .flatMap(clip -> Stream.of(
                        ClipRef.number(clip.number()),
                        ClipRef.number(clip.number() - count - 1),
                        ClipRef.named(clip.name())))
                .filter(ref -> !last.isEmpty() && last.stream().allMatch(done -> isOf(done, ref)))
                .findFirst();
    }

    private static boolean isOf(EditOperation done, ClipRef ref) {
        if (done instanceof RemoveRanges cut) return cut.within().equals(Optional.of(ref));
        boolean changes = Mentions.isOfClips(done) || done instanceof SetVolume || done instanceof ZoomSlowly;
        return changes
                && done.on(new Target(List.of(ref), List.of()))
                        .filter(done::equals)
                        .isPresent();
    }
}
