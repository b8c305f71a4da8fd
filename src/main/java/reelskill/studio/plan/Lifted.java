package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** A file that is to stand over the video, and so plays as a clip of its own no more. */
record Lifted(LibraryItem item, Span when) {
    EditResult from(Scene scene) {
        Timeline timeline = scene.timeline();
        List<FrameRange> own = own(timeline).stream()
                .map(clip -> new FrameRange(clip.start(), clip.end()))
                .toList();
        if (own.isEmpty() || FrameRange.sum(own) >= timeline.duration()) return EditResult.nothing(timeline);
        return scene.done(
                timeline.remove(own),
                "%s stands over the video now and is no longer a clip of its own",
                "%s现在叠加在视频上，不再是单独的片段",
                item.name());
    }

    /** Returns the clips of {@code timeline} that play the file. */
    List<MediaSegment> own(Timeline timeline) {
        return timeline.clips().stream()
                .filter(clip -> clip.mediaId().equals(item.id()))
                .toList();
    }

    /** Returns when it stands over {@code below}: not longer than its media lasts. */
    FrameRange time(Scene scene, Timeline below) {
        long total = below.duration();
        long in = when.in().frame(below);
        long most = item.facts().kind() == MediaFacts.Kind.IMAGE
                ? total
                : Math.min(total, in + scene.mediaFrames(item.id()));
        return new FrameRange(Math.max(0, in), Math.max(in, Math.min(when.out().frame(below), most)));
    }

    /** Returns why it cannot stand there; empty where it can. */
    Optional<String> refusal(Scene scene, Timeline below, FrameRange time) {
        if (below.clips().size() == own(below).size())
            return Optional.of(scene.say(
                    "\"%s\" is all there is: upload the video that it is to stand over.",
                    "目前只有“%s”：请上传要叠加到的视频。", item.name()));
        if (time.duration() < 1 || time.in() < 0)
            return Optional.of(scene.say(
                    "\"%s\" was not added: that time lies outside the video (%s).",
                    "没有添加“%s”：该时间超出了视频范围（%s）。", item.name(), Figures.length(scene, below.duration())));
        return Optional.empty();
    }
}
