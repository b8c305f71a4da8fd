package reelskill.studio.matte;

import java.util.Optional;

/**
 * A frame on its way through a job.
 *
 * @param backdrop what it is set before, when that has a picture of its own
 */
record Frame(long number, Half half, Pyramid pyramid, Optional<YuvPicture> backdrop) {
    YuvPicture picture() {
        return half.picture();
    }
}
