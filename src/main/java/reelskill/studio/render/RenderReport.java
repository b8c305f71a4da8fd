package reelskill.studio.render;

import java.time.Duration;

/**
 * What a render did.
 *
 * @param frames how many pictures of the timeline it holds: all; a GIF shows fewer of them, a sound none
 * @param hasSound whether the file has a sound stream; not when no media of the timeline has sound
 * @param chunks into how many parts the work of encoding was divided
 * @param reused how many of them were there from an earlier render
 * @param copied how many of the frames are the media's own, bit for bit
 * @param doubts where it should be looked at
 */
public record RenderReport(
        long frames, Duration duration, boolean hasSound, int chunks, int reused, long copied, Doubts doubts) {
    RenderReport with(Doubts found) {
        return new RenderReport(frames, duration, hasSound, chunks, reused, copied, found);
    }
}
