package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/** How uploaded media become a timeline: in order, each whole, on one track. */
public final class Timelines {
    /** How long a still picture stands. */
    public static final Duration STILL = Duration.ofSeconds(4);

    private static final FrameRate RATE_WITHOUT_VIDEO = new FrameRate(30, 1);
    private static final FrameRate FASTEST = new FrameRate(120, 1);
    private static final Resolution CANVAS_WITHOUT_PICTURE = new Resolution(1920, 1080);

    private Timelines() {}

    /** Returns a timeline with nothing on it, at the rate and size of the first video (else picture) of {@code media}. */
    public static Timeline empty(String title, List<LibraryItem> media) {
        MediaFacts.Video look = first(media, MediaFacts.Kind.VIDEO);
        if (look != null)
            return new Timeline(title, sane(look.rate()), look.size().even(), List.of());
        MediaFacts.Video still = first(media, MediaFacts.Kind.IMAGE);
        Resolution canvas =
                still == null ? CANVAS_WITHOUT_PICTURE : still.size().even();
        return new Timeline(title, RATE_WITHOUT_VIDEO, canvas, List.of());
    }

    /** Returns the timeline that plays {@code media} one after the other. Sound files take part where there is no picture. */
    public static Timeline of(String title, List<LibraryItem> media) {
        Timeline timeline = empty(title, media);
        boolean pictures = media.stream().anyMatch(item -> item.facts().kind() != MediaFacts.Kind.AUDIO);
        for (LibraryItem item : media) {
            if (!pictures || item.facts().kind() != MediaFacts.Kind.AUDIO) timeline = place(timeline, item);
        }
        return timeline;
    }

    /**
     * Returns {@code timeline} with {@code item} at its end. An empty timeline takes over the item's rate and size. A sound
     * file is not appended to pictures, nor pictures to sound: the timeline is then returned as it is.
     */
    public static Timeline append(Timeline timeline, LibraryItem item) {
        boolean empty = timeline.duration() == 0;
        return place(empty ? empty(timeline.title(), List.of(item)) : timeline, item);
    }

    private static Timeline place(Timeline timeline, LibraryItem item) {
        TrackKind kind = item.facts().kind() == MediaFacts.Kind.AUDIO ? TrackKind.AUDIO : TrackKind.VIDEO;
        boolean fits =
                timeline.tracks().stream().allMatch(track -> track.kind() == TrackKind.TEXT || track.kind() == kind);
        if (!fits) return timeline;
        Duration length = item.facts().kind() == MediaFacts.Kind.IMAGE
                ? STILL
                : item.facts().duration();
        long frames = Math.max(1, timeline.rate().frames(length));
        return timeline.append(kind, MediaSegment.of("new", 0, frames, item.id(), item.name(), 0));
    }

    private static MediaFacts.@Nullable Video first(List<LibraryItem> media, MediaFacts.Kind kind) {
        return media.stream()
                .map(LibraryItem::facts)
                .filter(facts -> facts.kind() == kind)
                .flatMap(facts -> facts.video().stream())
                .findFirst()
                .orElse(null);
    }

    /** A container may claim 1000 frames a second for a clip of irregular rate; no result is made that fast. */
    private static FrameRate sane(FrameRate rate) {
        return rate.fps() < 1 || rate.fps() > FASTEST.fps() ? RATE_WITHOUT_VIDEO : rate;
    }
}
