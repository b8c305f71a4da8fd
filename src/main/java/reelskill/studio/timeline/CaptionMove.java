package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes captions along when clips change their places: each goes with the clip in which it is said. */
record CaptionMove(List<MediaSegment> before, List<MediaSegment> after) {
    List<TextSegment> moved(List<TextSegment> captions) {
        List<TextSegment> moved = new ArrayList<>();
        for (TextSegment caption : captions) {
            long middle = caption.start() + caption.duration() / 2;
            for (MediaSegment clip : before) {
                if (clip.start() > middle || clip.end() <= middle) continue;
                after.stream()
                        .filter(place -> place.id().equals(clip.id()))
                        .findFirst()
                        .ifPresent(place -> moved.add(inside(place, caption, place.start() - clip.start())));
            }
        }
        moved.sort(Comparator.comparingLong(TextSegment::start));
        return moved;
    }

    private static TextSegment inside(MediaSegment clip, TextSegment caption, long shift) {
        long start = Math.max(clip.start(), caption.start() + shift);
        long end = Math.min(clip.end(), caption.end() + shift);
        return caption.lasting(start, end - start);
    }
}
