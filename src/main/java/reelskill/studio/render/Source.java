package reelskill.studio.render;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.studio.analysis.ContentKey;
import reelskill.studio.analysis.Inspection;
import reelskill.studio.analysis.MediaProbe;
import reelskill.studio.analysis.PictureHeader;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.MediaInput;

/**
 * A media file as the renderer opens it.
 *
 * @param key changes with the content
 */
record Source(Path file, String key, Inspection inspection) {
    static Source of(Path file, Ffmpeg ffmpeg) {
        return new Source(file, ContentKey.of(file), new MediaProbe(ffmpeg).inspect(file));
    }

    /** Returns a colour table, which has neither picture nor sound. */
    static Source ofTable(Path file) {
        MediaFacts facts = new MediaFacts(MediaFacts.Kind.TABLE, Duration.ZERO, Optional.empty(), Optional.empty());
        Inspection nothing =
                new Inspection(facts, OptionalInt.empty(), OptionalInt.empty(), Duration.ZERO, Optional.empty());
        return new Source(file, ContentKey.of(file), nothing);
    }

    /** Returns the source of a media id that the timeline names; the renderer looked all of them up before. */
    static Source in(Map<String, Source> sources, String mediaId) {
        Source source = sources.get(mediaId);
        if (source == null) throw new IllegalStateException("media " + mediaId + " was not looked up");
        return source;
    }

    /**
     * Returns this, a file of some frames of another, as if it held the whole up to {@code end}.
     *
     * @param first which frame of the other is this file's first
     */
    Source beginningAt(long first, long end, FrameRate rate) {
        MediaFacts facts = inspection.facts();
        MediaFacts whole = new MediaFacts(facts.kind(), rate.time(end), facts.video(), facts.audio());
        Duration start = inspection.start().minus(rate.time(first));
        return new Source(
                file, key, new Inspection(whole, inspection.picture(), inspection.sound(), start, inspection.header()));
    }

    boolean hasPicture() {
        return inspection.picture().isPresent();
    }

    /** Returns whether the picture says by which matrix its colours are made; many files do not. */
    boolean namesColours() {
        return inspection.header().map(PictureHeader::namesColours).orElse(false);
    }

    boolean hasSound() {
        return inspection.sound().isPresent();
    }

    MediaFacts.Video picture() {
        return inspection.facts().video().orElseThrow();
    }

    boolean isStill() {
        return inspection.facts().kind() == MediaFacts.Kind.IMAGE;
    }

    /**
     * Returns the input arguments that decode from the last key frame at or before frame {@code first}; stamps stay
     * those of the file, so that it does not matter where the seek lands.
     */
    List<String> inputFrom(long first, FrameRate rate) {
        List<String> arguments = new ArrayList<>(List.of("-reinit_filter", "0"));
        boolean animation = picture().codec().equals("gif");
        if (animation && !isStill()) arguments.addAll(List.of("-ignore_loop", "0"));
        double seconds = rate.seconds(Math.min(first, lastFrame(rate)));
        if (seconds > 1 && !animation) {
            String stamp = BigDecimal.valueOf(seconds + startSeconds()).toPlainString();
            arguments.addAll(List.of("-seek_timestamp", "1", "-noaccurate_seek", "-ss", stamp));
        }
        return Stream.concat(arguments.stream(), MediaInput.of(file).stream()).toList();
    }

    /** Returns the stamp of the media's time 0, in seconds. */
    double startSeconds() {
        return inspection.start().toNanos() / 1e9;
    }

    private long lastFrame(FrameRate rate) {
        return Math.max(0, rate.frames(inspection.facts().duration()) - 1);
    }
}
