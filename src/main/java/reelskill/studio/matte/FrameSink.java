package reelskill.studio.matte;

import java.io.IOException;
import java.util.Optional;

/** Takes finished frames in their order, on the thread that runs the job. */
public interface FrameSink {
    /**
     * Takes the next frame.
     *
     * @param picture valid during this call only
     * @param alpha rows of the picture's size, not premultiplied; present for a transparent background only
     */
    void accept(YuvPicture picture, Optional<byte[]> alpha) throws IOException;
}
