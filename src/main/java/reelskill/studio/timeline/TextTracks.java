package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The edits of the texts of a timeline. */
record TextTracks(Timeline timeline) {
    Timeline with(String text, long start, long duration, TextStyle style, long fade) {
        String id = Ids.after(timeline).next();
        TextSegment added = new TextSegment(id, start, duration, text, style, Math.min(fade, duration / 2));
        List<Track> changed = new ArrayList<>(timeline.tracks());
        for (int i = 0; i < changed.size(); i++) {
            Track track = changed.get(i);
            if (track.kind() != TrackKind.TEXT || track.isOfCaptions() || !track.isFree(added)) continue;
            changed.set(i, track.with(added));
            return timeline.withTracks(changed);
        }
        changed.add(new Track(TrackKind.TEXT, List.of(added)));
        return timeline.withTracks(changed);
    }

    Timeline captioned(List<TextSegment> captions) {
        Timeline without = changed(text -> text.isCaption() ? Optional.empty() : Optional.of(text));
        if (captions.isEmpty()) return without;
        Ids ids = Ids.after(timeline);
        List<Segment> named = captions.stream()
                .<Segment>map(caption -> new TextSegment(
                        ids.next(),
                        caption.start(),
                        caption.duration(),
                        caption.text(),
                        caption.style(),
                        caption.fade()))
                .toList();
        return without.withTracks(Stream.concat(without.tracks().stream(), Stream.of(new Track(TrackKind.TEXT, named)))
                .toList());
    }

    Timeline changed(Function<TextSegment, Optional<TextSegment>> change) {
        return timeline.withTracks(timeline.tracks().stream()
                .map(track -> track.kind() == TrackKind.TEXT ? changed(track, change) : track)
                .filter(track ->
                        track.kind() != TrackKind.TEXT || !track.segments().isEmpty())
                .toList());
    }

    private static Track changed(Track track, Function<TextSegment, Optional<TextSegment>> change) {
        return new Track(
                TrackKind.TEXT,
                track.segments().stream()
                        .<Segment>flatMap(segment -> change.apply((TextSegment) segment).stream())
                        .toList());
    }
}
