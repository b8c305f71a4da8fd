package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import reelskill.studio.timeline.FrameRange;

/**
 * The groups of pictures of an H.264 file that can be taken over as they are: each is decoded without any other, and its
 * frames lie one by one on a timeline's grid.
 *
 * @param groups in order and apart
 * @param stream the index of the picture
 */
record PictureGroups(List<Group> groups, AvcParameters parameters, int stream) {
    PictureGroups {
        groups = List.copyOf(groups);
    }

    /**
     * One of them.
     *
     * @param first the frame that it begins with, on the grid
     * @param bytes how many bytes its packets have
     */
    record Group(long first, long length, long bytes) {
        long end() {
            return first + length;
        }
    }

    /** Returns the rows of whole groups in {@code [in, out)}, in the media's frames. */
    List<FrameRange> rows(long in, long out) {
        List<FrameRange> inside = groups.stream()
                .filter(group -> group.first() >= in && group.end() <= out)
                .map(group -> new FrameRange(group.first(), group.end()))
                .toList();
        return FrameRange.merged(new ArrayList<>(inside));
    }

    /** Returns how many bytes the packets of such a row have. */
    long bytes(long in, long out) {
        return groups.stream()
                .filter(group -> group.first() >= in && group.end() <= out)
                .mapToLong(Group::bytes)
                .sum();
    }
}
