package reelskill.studio.matte;

import java.util.List;

/**
 * What a job saw.
 *
 * @param framesWithPerson how many of the frames show somebody
 * @param nobody numbers of frames, in the media's time, that show nobody; ascending
 * @param unsure numbers of frames, in the media's time, around which the matte is a guess; ascending
 * @param pictures of the worst of the unsure frames, a few; in their order
 * @param inferred how many mattes were computed by a network rather than found kept
 */
public record MatteReport(
        long frames,
        long framesWithPerson,
        List<Long> nobody,
        List<Long> unsure,
        List<DoubtPicture> pictures,
        long inferred) {
    private static final double OFTEN = 0.1;

    public MatteReport {
        nobody = List.copyOf(nobody);
        unsure = List.copyOf(unsure);
        pictures = List.copyOf(pictures);
    }

    /** Returns whether nobody is in any frame. */
    public boolean isNobody() {
        return framesWithPerson == 0;
    }

    /** Returns whether a person should be told that other clothes or light would help. */
    public boolean isUnsure() {
        return unsure.size() > OFTEN * frames;
    }
}
