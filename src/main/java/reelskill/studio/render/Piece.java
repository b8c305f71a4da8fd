package reelskill.studio.render;

import java.util.List;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Transition;

/** What is seen for some frames. Pieces know no place: the same piece looks the same wherever it stands. */
sealed interface Piece {
    /** Returns how many frames it lasts; at least 1. */
    long length();

    /** Returns what of the media it shows, in the order in which it begins to be shown. */
    List<Take> takes();

    /** Returns the frames {@code [from, from + length)} of it. */
    default Piece part(long from, long length) {
        return length == length() ? this : new Part(this, from, length);
    }

    /**
     * Frames of a media file from frame {@code in} of it, on the timeline's grid. {@code in} and the end may lie outside
     * the media: its edge frames are held there.
     *
     * @param fadeIn frames over which it comes from black; at most {@code length}
     * @param fadeOut frames over which it goes to black at its end
     * @param effects what is done to its picture
     * @param origin the frame of the media at which a video behind a person begins; 0 where none plays
     */
    record Take(String mediaId, long in, long length, long fadeIn, long fadeOut, Effects effects, long origin)
            implements Piece {
        static Take plain(String mediaId, long in, long length) {
            return new Take(mediaId, in, length, 0, 0, Effects.NONE, 0);
        }

        long out() {
            return in + length;
        }

        /** Returns as many frames from frame {@code newIn} of the media on. */
        Take from(long newIn) {
            return new Take(mediaId, newIn, length, fadeIn, fadeOut, effects, origin);
        }

        boolean isPlain() {
            return fadeIn == 0 && fadeOut == 0;
        }

        @Override
        public List<Take> takes() {
            return List.of(this);
        }

        /** Returns a take again unless a fade would be cut, which cannot begin in its middle. */
        @Override
        public Piece part(long from, long partLength) {
            long to = from + partLength;
            boolean cutsFadeIn = (from > 0 && from < fadeIn) || to < fadeIn;
            boolean cutsFadeOut = from > length - fadeOut || (to < length && to > length - fadeOut);
            if (cutsFadeIn || cutsFadeOut) return Piece.super.part(from, partLength);
            long cutIn = from == 0 ? fadeIn : 0;
            return new Take(mediaId, in + from, partLength, cutIn, to == length ? fadeOut : 0, effects, origin);
        }
    }

    /** One take going over into another of the same length. */
    record Blend(Transition.Kind kind, Take outgoing, Take incoming) implements Piece {
        @Override
        public long length() {
            return incoming.length();
        }

        @Override
        public List<Take> takes() {
            return List.of(outgoing, incoming);
        }
    }

    /** Nothing: black. */
    record Black(long length) implements Piece {
        @Override
        public List<Take> takes() {
            return List.of();
        }

        @Override
        public Piece part(long from, long partLength) {
            return new Black(partLength);
        }
    }

    /** Some frames of a piece that has to be made whole first. */
    record Part(Piece whole, long from, long length) implements Piece {
        @Override
        public List<Take> takes() {
            return whole.takes();
        }

        @Override
        public Piece part(long more, long partLength) {
            return whole.part(from + more, partLength);
        }
    }
}
