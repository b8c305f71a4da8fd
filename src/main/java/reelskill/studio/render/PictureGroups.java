package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
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
     * @param heads after how many frames it may end, in the order in which they are decoded: none of those before is missing,
     *     and none needs a later one; with the bytes of so many packets
     */
    record Group(long first, NavigableMap<Long, Long> heads) {
        /** Returns how many of its frames can be taken over where those from {@code out} on are not wanted; 0 for none. */
        private long until(long out) {
            Long length = heads.floorKey(out - first);
            return length == null ? 0 : length;
        }
    }

    /** Returns the rows of whole groups in {@code [in, out)}, in the media's frames; the last may end within one. */
    List<FrameRange> rows(long in, long out) {
        List<FrameRange> inside = inside(in, out)
                .map(group -> new FrameRange(group.first(), group.first() + group.until(out)))
                .toList();
        return FrameRange.merged(new ArrayList<>(inside));
    }

    /** Returns how many bytes the packets of such a row have. */
    long bytes(long in, long out) {
        return inside(in, out)
                .mapToLong(group -> group.heads().get(group.until(out)))
                .sum();
    }

    private Stream<Group> inside(long in, long out) {
        return groups.stream().filter(group -> group.first() >= in && group.until(out) > 0);
    }
}
