package reelskill.studio.timeline;

import java.util.List;
import java.util.Optional;

/**
 * What a part of a timeline shows, as a timeline of its own: words and pictures stand where and as long as they are seen in
 * it, and the fades of the whole film stay with its ends. Music begins anew.
 */
record Excerpt(Timeline timeline, FrameRange part) {
    Timeline alone() {
        Timeline kept = timeline.withEachText(this::within).keep(List.of(part));
        return withoutFades(kept);
    }

    private Optional<TextSegment> within(TextSegment text) {
        long start = Math.max(text.start(), part.in());
        long end = Math.min(text.end(), part.out());
        return start < end ? Optional.of(text.lasting(start, end - start)) : Optional.empty();
    }

    private Timeline withoutFades(Timeline kept) {
        List<MediaSegment> clips = kept.clips();
        if (clips.isEmpty()) return kept;
        String first = clips.get(0).id();
        String last = clips.get(clips.size() - 1).id();
        return kept.withEachMedia(clip -> {
            boolean begins = !clip.id().equals(first) || part.in() == 0;
            boolean ends = !clip.id().equals(last) || part.out() >= timeline.duration();
            return clip.withFades(begins ? clip.fadeIn() : 0, ends ? clip.fadeOut() : 0);
        });
    }
}
