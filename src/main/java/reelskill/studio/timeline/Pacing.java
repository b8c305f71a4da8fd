package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** The edits that change how the frames of clips pass. */
record Pacing(Timeline timeline) {
    /** A frozen frame has as much of itself before and after as a transition may want. */
    private static final long HANDLE_SECONDS = 10;

    Timeline paced(Set<String> ids, UnaryOperator<Pace> change) {
        Relaying laid = new Relaying(timeline);
        List<MediaSegment> clips = timeline.clips();
        for (int i = 0; i < clips.size(); i++) {
            MediaSegment clip = clips.get(i);
            boolean meant = ids.contains(clip.id()) && clip.pace().factor() > 0;
            MediaSegment paced = meant ? paced(clip, change.apply(clip.pace())) : clip;
            laid.lay(place(clip), paced, spare(clip, knownAfter(i), paced.pace().factor()));
        }
        return laid.done();
    }

    Timeline reversed(Set<String> ids, ToLongFunction<MediaSegment> mediaFrames) {
        List<MediaSegment> clips = timeline.clips();
        Relaying laid = new Relaying(timeline);
        for (int from = 0; from < clips.size(); ) {
            int to = from + 1;
            boolean meant = ids.contains(clips.get(from).id());
            while (meant && to < clips.size() && goesOn(clips.get(to - 1), clips.get(to), ids)) to++;
            if (meant) reverse(clips.subList(from, to), laid, mediaFrames);
            else laid.lay(place(clips.get(from)), clips.get(from), knownAfter(from));
            from = to;
        }
        return laid.done();
    }

    /** What is louder or quieter stays with what is heard there. */
    private MediaSegment paced(MediaSegment clip, Pace pace) {
        MediaSegment paced = clip.paced(pace);
        return clip.effects()
                .get(VolumeChanges.class)
                .map(changes -> paced.with(changes.paced(clip.pace(), pace, timeline.rate())))
                .orElse(paced);
    }

    private static boolean goesOn(MediaSegment last, MediaSegment next, Set<String> ids) {
        return ids.contains(next.id()) && last.end() == next.start();
    }

    /** The last frame becomes the first: also the order turns round, and what led into a clip leads out of it. */
    private void reverse(List<MediaSegment> clips, Relaying laid, ToLongFunction<MediaSegment> mediaFrames) {
        List<MediaSegment> order = new ArrayList<>(clips);
        Collections.reverse(order);
        long start = clips.get(0).start();
        for (int i = 0; i < order.size(); i++) {
            MediaSegment clip = order.get(i);
            MediaSegment turned = paced(clip, turned(clip, mediaFrames)).withFades(clip.fadeOut(), clip.fadeIn());
            Transition transition = i == 0 ? Transition.CUT : order.get(i - 1).transition();
            FrameRange place = new FrameRange(start, start + clip.duration());
            laid.lay(place, turned.withTransition(transition), clip.in());
            start = place.out();
        }
    }

    /** It begins at the end of its media, so that what lies there serves its transitions. */
    private static Pace turned(MediaSegment clip, ToLongFunction<MediaSegment> mediaFrames) {
        Pace pace = clip.pace();
        if (pace instanceof Pace.Backwards back) return new Pace.Speed(back.factor());
        long all = mediaFrames.applyAsLong(clip);
        if (pace instanceof Pace.Freeze || all == Integer.MAX_VALUE) return pace;
        return new Pace.Backwards(pace.factor(), Math.max(all, (long) Math.ceil(pace.position(clip.out()))));
    }

    Timeline frozen(long wanted, long length) {
        Ids ids = Ids.after(timeline);
        return opened(wanted, ids, (clip, frame) -> still(clip, frame, length, handle(), ids));
    }

    Timeline inserted(long wanted, MediaSegment still) {
        Ids ids = Ids.after(timeline);
        return opened(wanted, ids, (clip, frame) -> still.from(still.mediaId(), handle())
                .under(ids.next()));
    }

    private long handle() {
        return Math.round(HANDLE_SECONDS * timeline.rate().fps());
    }

    /** Plays what {@code still} makes of the clip and its frame at {@code wanted}, and then goes on there. */
    private Timeline opened(long wanted, Ids ids, BiFunction<MediaSegment, Long, MediaSegment> still) {
        Relaying laid = new Relaying(timeline);
        List<MediaSegment> clips = timeline.clips();
        for (int i = 0; i < clips.size(); i++) {
            MediaSegment clip = clips.get(i);
            // Half a transition cannot be: a moment inside one is frozen beside it.
            long before = i + 1 < clips.size() ? clips.get(i + 1).transition().before() : 0;
            long frame = Math.max(
                    clip.start()
                            + (wanted == clip.start() ? 0 : clip.transition().after()),
                    Math.min(wanted, clip.end() - Math.max(1, before)));
            if (wanted < clip.start() || wanted >= clip.end()) {
                laid.lay(place(clip), clip, knownAfter(i));
                continue;
            }
            boolean first = frame == clip.start();
            MediaSegment between = still.apply(clip, frame);
            if (!first) {
                MediaSegment head = clip.piece(clip.id(), clip.start(), frame).withFades(clip.fadeIn(), 0);
                laid.lay(place(head), head, clip.end() - frame);
            }
            laid.insert(first ? between.withTransition(clip.transition()) : between, handle());
            MediaSegment tail = clip.piece(first ? clip.id() : ids.next(), frame, clip.end())
                    .withTransition(Transition.CUT)
                    .withFades(0, clip.fadeOut());
            laid.lay(place(tail), tail, knownAfter(i));
        }
        return laid.done();
    }

    private static MediaSegment still(MediaSegment clip, long frame, long length, long handle, Ids ids) {
        long played = clip.in() + frame - clip.start();
        Pace pace = clip.pace();
        Pace frozen = pace instanceof Pace.Freeze
                ? pace
                : new Pace.Freeze((long) Math.floor(Math.min(pace.position(played), pace.position(played + 1)) + 1e-6));
        Effects held = clip.effects()
                .get(Zoom.class)
                .map(zoom -> clip.effects().with(zoom.held(played)))
                .orElse(clip.effects());
        return clip.piece(ids.next(), clip.start(), clip.start() + length)
                .from(clip.mediaId(), handle)
                .withEffects(held)
                .withTransition(Transition.CUT)
                .withFades(0, 0)
                .withPace(frozen);
    }

    /** Returns the frames after a clip that are known to exist, because the next one's transition takes them. */
    private long knownAfter(int index) {
        List<MediaSegment> clips = timeline.clips();
        return index + 1 < clips.size() ? clips.get(index + 1).transition().after() : 0;
    }

    private static long spare(MediaSegment clip, long known, double newFactor) {
        double factor = clip.pace().factor();
        return factor == newFactor ? known : (long) Math.floor(known * factor / newFactor);
    }

    private static FrameRange place(MediaSegment clip) {
        return new FrameRange(clip.start(), clip.end());
    }
}
