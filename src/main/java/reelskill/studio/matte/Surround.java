package reelskill.studio.matte;

import reelskill.media.Resolution;

/**
 * A larger picture in which the frames have a place: the new background goes on around them.
 *
 * @param left where the frames begin; even, as chroma needs it
 * @param top the same from above
 */
public record Surround(Resolution size, int left, int top) {
    public Surround {
        if (left < 0 || top < 0 || left % 2 != 0 || top % 2 != 0)
            throw new IllegalArgumentException("no place for chroma: " + left + ", " + top);
    }
}
