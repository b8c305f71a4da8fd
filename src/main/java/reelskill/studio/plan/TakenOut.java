package reelskill.studio.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** Keeps clips that were taken off the timeline off it: "remove the interview and merge the rest" does not bring it back. */
record TakenOut(Timeline now, Past past) {
    /** Returns {@code operation} without the clips that were taken out, by {@code before} of the same sentence or earlier. */
    EditOperation kept(EditOperation operation, List<EditOperation> before) {
        if (!(operation instanceof JoinClips join) || !join.all()) return operation;
        Set<String> playing = now.clips().stream().map(MediaSegment::mediaId).collect(Collectors.toSet());
        before.stream()
                .filter(RemoveClip.class::isInstance)
                .flatMap(gone -> Clips.find(now, ((RemoveClip) gone).clip()).stream())
                .forEach(gone -> playing.remove(gone.pieces().get(0).mediaId()));
        boolean removes = before.stream().anyMatch(RemoveClip.class::isInstance);
        if (join.media().stream().allMatch(item -> playing.contains(item.id()))) return operation;
        Set<String> played = past.played().get();
        List<LibraryItem> left = join.media().stream()
                .filter(item ->
                        playing.contains(item.id()) || !(played.contains(item.id()) || (removes && isPlaying(item))))
                .toList();
        return new JoinClips(left, true);
    }

    private boolean isPlaying(LibraryItem item) {
        return now.clips().stream().anyMatch(clip -> clip.mediaId().equals(item.id()));
    }
}
