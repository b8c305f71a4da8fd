package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;

/**
 * Puts transitions between neighbours. Half of a transition is played by the outgoing clip after its out point, half by
 * the incoming one before its in point; where a clip has no media there, it is trimmed so that it has.
 *
 * <pre>
 *   |   A   |   B   |   →   |   A  ×  B   |
 * </pre>
 *
 * @param added how many transitions were set
 * @param shortened how many of them are shorter than asked for: none takes more than a third of a neighbour
 * @param skipped cuts that stayed plain: a neighbour too short, or one take running on, where nobody would see it
 * @param shortest how many frames the shortest of those that were set takes, {@code longest} the longest; 0 where there is none
 * @param trimmed frames by which the whole got shorter
 */
public record Joints(Timeline after, int added, int shortened, int skipped, long shortest, long longest, long trimmed) {
    /**
     * Sets {@code wanted}, shortened where needed, at the cuts that are meant; the others keep what they have.
     *
     * @param cuts which cuts are meant, counted from 0: the cut before the second clip
     * @param mediaFrames how many frames the media of a clip has, counted like its in point
     */
    public static Joints between(
            Timeline timeline, Transition wanted, IntPredicate cuts, ToLongFunction<MediaSegment> mediaFrames) {
        List<MediaSegment> clips = timeline.clips();
        List<FrameRange> trims = new ArrayList<>();
        List<Transition> transitions = new ArrayList<>();
        transitions.add(clips.isEmpty() ? Transition.CUT : clips.get(0).transition());
        int added = 0;
        int shortened = 0;
        int skipped = 0;
        LongSummaryStatistics lengths = new LongSummaryStatistics();
        for (int i = 1; i < clips.size(); i++) {
            MediaSegment incoming = clips.get(i);
            if (!cuts.test(i - 1)) {
                transitions.add(incoming.transition());
                continue;
            }
            Cut cut = new Cut(clips.get(i - 1), incoming, mediaFrames);
            Transition transition = cut.fitting(wanted);
            transitions.add(transition);
            if (transition.isCut()) {
                skipped++;
                continue;
            }
            added++;
            lengths.accept(transition.duration());
            if (transition.duration() < wanted.duration()) shortened++;
            cut.trimFor(transition, trims);
        }
        Timeline trimmed = timeline.remove(trims);
        List<MediaSegment> after = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) after.add(trimmed.clips().get(i).withTransition(transitions.get(i)));
        Timeline result = after.isEmpty() ? timeline : trimmed.withClips(TrackKind.VIDEO, after);
        return new Joints(
                result,
                added,
                shortened,
                skipped,
                added == 0 ? 0 : lengths.getMin(),
                added == 0 ? 0 : lengths.getMax(),
                timeline.duration() - trimmed.duration());
    }

    /** Two neighbours and the media beyond the cut between them. */
    private record Cut(MediaSegment outgoing, MediaSegment incoming, ToLongFunction<MediaSegment> mediaFrames) {
        Transition fitting(Transition wanted) {
            boolean apart = outgoing.end() != incoming.start();
            boolean unseen = outgoing.runsOnInto(incoming) && wanted.kind().blends();
            if (apart || unseen) return Transition.CUT;
            // A clip that must give frames for the handles at both of its ends shrinks by up to the transition's
            // length.
            boolean spare = spareAfter() >= wanted.after() && spareBefore() >= wanted.before();
            long longest = Math.min(outgoing.duration(), incoming.duration()) / (spare ? 3 : 4);
            long length = Math.min(wanted.duration(), longest);
            return length < Transition.SHORTEST ? Transition.CUT : new Transition(wanted.kind(), length);
        }

        void trimFor(Transition transition, List<FrameRange> trims) {
            long tail = Math.max(0, transition.after() - spareAfter());
            long head = Math.max(0, transition.before() - spareBefore());
            if (tail + head > 0) trims.add(new FrameRange(outgoing.end() - tail, incoming.start() + head));
        }

        private long spareAfter() {
            return Math.max(0, mediaFrames.applyAsLong(outgoing) - outgoing.out());
        }

        private long spareBefore() {
            return incoming.in();
        }
    }
}
