package reelskill.studio.render;

import java.util.List;
import reelskill.studio.timeline.TextStyle;

/**
 * Some frames of the result that one run of ffmpeg makes, told without their place on the timeline, so that a chunk
 * that an edit only moved is the same chunk.
 */
record Chunk(List<Piece> pieces, List<Caption> captions) {
    Chunk {
        pieces = List.copyOf(pieces);
        captions = List.copyOf(captions);
    }

    long length() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    /**
     * Words on the picture.
     *
     * @param start the chunk's frame at which they begin to come; negative when they began before the chunk
     * @param fade frames over which they come, and go
     */
    record Caption(String text, TextStyle style, long start, long length, long fade) {}
}
