package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays clips of a timeline in another order, some of them perhaps no more. */
record Arranging(Timeline timeline, List<MediaSegment> wanted) {
    Timeline apply() {
        List<MediaSegment> before = timeline.clips();
        List<MediaSegment> laid = laid(before);
        CaptionMove move = new CaptionMove(before, laid);
        List<TextSegment> captions = move.moved(timeline.captions());
        Timeline written = timeline.withEachText(text -> before.stream().anyMatch(clip -> clip.carries(text))
                ? move.moved(List.of(text)).stream().findFirst()
                : Optional.of(text));
        return withTextsInside(written.withClips(TrackKind.VIDEO, laid)).withCaptions(captions);
    }

    /** A transition stays between the same two neighbours; the fades of the whole stay at its ends. */
    private List<MediaSegment> laid(List<MediaSegment> before) {
        long fadeIn = before.get(0).fadeIn();
        long fadeOut = before.get(before.size() - 1).fadeOut();
        List<MediaSegment> laid = new ArrayList<>();
        long start = 0;
        for (MediaSegment clip : wanted) {
            int was = before.indexOf(clip);
            boolean sameNeighbour = was > 0
                    && !laid.isEmpty()
                    && laid.get(laid.size() - 1).id().equals(before.get(was - 1).id());
            boolean first = laid.isEmpty();
            boolean last = laid.size() == wanted.size() - 1;
            long in = first ? fadeIn : was == 0 ? 0 : clip.fadeIn();
            long out = last ? fadeOut : was == before.size() - 1 ? 0 : clip.fadeOut();
            laid.add(clip.at(start)
                    .withTransition(sameNeighbour ? clip.transition() : Transition.CUT)
                    .withFades(in, out));
            start += clip.duration();
        }
        return laid;
    }

    private static Timeline withTextsInside(Timeline timeline) {
        long end = timeline.duration();
        return timeline.withEachText(text -> text.start() >= end
                ? Optional.empty()
                : Optional.of(text.lasting(text.start(), Math.min(text.duration(), end - text.start()))));
    }
}
