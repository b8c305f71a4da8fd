package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import reelskill.studio.render.Chunk.Caption;
import reelskill.studio.render.Chunk.Inset;
import reelskill.studio.render.Piece.Black;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/**
 * A timeline as chunks in order. Where chunks end is decided by where the pieces lie in their media and not by where
 * they lie on the timeline: after an edit the chunks behind it are found again in the cache.
 */
record RenderPlan(List<Chunk> chunks) {
    /** Media is divided here: a chunk that is made again costs at most this long. */
    private static final int WINDOW_SECONDS = 20;
    /** A shorter chunk costs more to start than to make. */
    private static final int SHORTEST_SECONDS = 4;

    private static final int LONGEST_SECONDS = 30;
    /** Keeps the filter graph and the number of open inputs small however many cuts there are. */
    private static final int MOST_PIECES = 25;

    static RenderPlan of(Timeline timeline) {
        Cutter cutter = new Cutter(timeline);
        Lane.seen(timeline).forEach(cutter::add);
        cutter.endChunk();
        return new RenderPlan(List.copyOf(cutter.chunks));
    }

    long length() {
        return chunks.stream().mapToLong(Chunk::length).sum();
    }

    private static final class Cutter {
        private final List<Chunk> chunks = new ArrayList<>();
        private final List<Piece> open = new ArrayList<>();
        private final List<MediaSegment> insets;
        private final List<TextSegment> texts;
        private final long window;
        private final long shortest;
        private final long longest;
        private long start;
        private long length;

        Cutter(Timeline timeline) {
            double fps = timeline.rate().fps();
            window = Math.max(1, Math.round(WINDOW_SECONDS * fps));
            shortest = Math.round(SHORTEST_SECONDS * fps);
            longest = Math.max(1, Math.round(LONGEST_SECONDS * fps));
            insets = timeline.insets().all();
            texts = timeline.tracks().stream()
                    .filter(track -> track.kind() == TrackKind.TEXT)
                    .flatMap(track -> track.segments().stream())
                    .map(TextSegment.class::cast)
                    .toList();
        }

        /** Adds a piece, in parts if it is long. */
        void add(Piece piece) {
            long first = firstPart(piece);
            if (first == piece.length()) {
                addWhole(piece);
                return;
            }
            addWhole(piece.part(0, first));
            add(piece.part(first, piece.length() - first));
        }

        /** Returns where to divide {@code piece}: where the media's next window begins, unless a sliver or a fade is there. */
        private long firstPart(Piece piece) {
            if (piece instanceof Black) return Math.min(piece.length(), longest);
            if (!(piece instanceof Take take)) return piece.length();
            for (long at = window - Math.floorMod(take.in(), window); at < take.length(); at += window) {
                boolean sliver = at < shortest || take.length() - at < shortest;
                boolean fading = at < take.fadeIn() || at > take.length() - take.fadeOut();
                if (!sliver && !fading) return at;
            }
            return take.length();
        }

        private void addWhole(Piece piece) {
            boolean full = open.size() >= MOST_PIECES || length + piece.length() > longest;
            boolean elsewhere =
                    length >= shortest && !open.isEmpty() && !place(piece).equals(place(open.get(0)));
            if (full || elsewhere) endChunk();
            open.add(piece);
            length += piece.length();
        }

        /** Returns the window of the media in which a piece lies. */
        private String place(Piece piece) {
            List<Take> takes = piece.takes();
            if (takes.isEmpty()) return "";
            Take last = takes.get(takes.size() - 1);
            return last.mediaId() + "@" + Math.floorDiv(last.in(), window);
        }

        void endChunk() {
            if (open.isEmpty()) return;
            chunks.add(new Chunk(open, insets(), captions()));
            start += length;
            length = 0;
            open.clear();
        }

        private List<Inset> insets() {
            return insets.stream()
                    .filter(inset -> inset.start() < start + length && inset.end() > start)
                    .map(this::inset)
                    .toList();
        }

        private Inset inset(MediaSegment segment) {
            long from = Math.max(start, segment.start());
            Take take = Lane.take(segment, from, Math.min(start + length, segment.end()));
            // A still picture is the same wherever it is cut: so is then the chunk.
            Take same = segment.pace().factor() > 0 ? take : take.from(0);
            return new Inset(
                    same,
                    from - start,
                    from - segment.start(),
                    segment.duration(),
                    segment.fadeIn(),
                    segment.fadeOut());
        }

        private List<Caption> captions() {
            return texts.stream()
                    .filter(text -> text.start() < start + length && text.end() > start)
                    .map(text ->
                            new Caption(text.text(), text.style(), text.start() - start, text.duration(), fade(text)))
                    .toList();
        }

        private static long fade(TextSegment text) {
            return Math.min(text.fade(), text.duration() / 2);
        }
    }
}
