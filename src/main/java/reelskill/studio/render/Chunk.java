package reelskill.studio.render;

import java.util.List;
import java.util.stream.Stream;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.TextStyle;

/**
 * Some frames of the result that one run of ffmpeg makes, told without their place on the timeline, so that a chunk
 * that an edit only moved is the same chunk.
 */
record Chunk(List<Piece> pieces, List<Inset> insets, List<Caption> captions) implements Stretch {
    Chunk {
        pieces = List.copyOf(pieces);
        insets = List.copyOf(insets);
        captions = List.copyOf(captions);
    }

    /** Returns the chunk that makes what a stretch shows. */
    static Chunk of(Stretch stretch) {
        return stretch instanceof Copied copied
                ? new Chunk(List.of(copied.take()), List.of(), List.of())
                : (Chunk) stretch;
    }

    /** Returns frame {@code at} of it, as a chunk of its own. */
    Chunk frame(long at) {
        long from = at;
        for (Piece piece : pieces) {
            if (from < piece.length()) return new Chunk(List.of(piece.part(from, 1)), insetsAt(at), captionsAt(at));
            from -= piece.length();
        }
        throw new IllegalArgumentException("frame " + at + " of " + length());
    }

    private List<Inset> insetsAt(long at) {
        return insets.stream()
                .filter(inset -> inset.start <= at && at < inset.start + inset.take.length())
                .map(inset -> inset.frame(at - inset.start))
                .toList();
    }

    private List<Caption> captionsAt(long at) {
        return captions.stream()
                .filter(caption -> caption.start <= at && at < caption.start + caption.length)
                .map(caption ->
                        new Caption(caption.text, caption.style, caption.start - at, caption.length, caption.fade))
                .toList();
    }

    @Override
    public long length() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    /** Returns what of the media it shows, in the order in which it is used: that of the pieces, then of the insets. */
    List<Take> takes() {
        return Stream.concat(
                        pieces.stream().flatMap(piece -> piece.takes().stream()),
                        insets.stream().map(Inset::take))
                .toList();
    }

    /**
     * A placed picture over the pieces.
     *
     * @param take the frames of it that are in the chunk, without its fades
     * @param start the chunk's frame at which they begin
     * @param played how many frames of it came before them
     * @param length how many frames it lasts in all
     * @param fadeIn frames over which it comes, and {@code fadeOut} over which it goes
     */
    record Inset(Take take, long start, long played, long length, long fadeIn, long fadeOut) {
        private Inset frame(long at) {
            return new Inset((Take) take.part(at, 1), 0, played + at, length, fadeIn, fadeOut);
        }
    }

    /**
     * Words on the picture.
     *
     * @param start the chunk's frame at which they begin to come; negative when they began before the chunk
     * @param fade frames over which they come, and go
     */
    record Caption(String text, TextStyle style, long start, long length, long fade) {}
}
