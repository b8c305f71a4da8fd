package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import reelskill.studio.render.Chunk.Caption;
import reelskill.studio.render.Chunk.Inset;
import reelskill.studio.render.Piece.Black;
import reelskill.studio.render.Piece.Blend;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/**
 * Divides a timeline into stretches, a piece at a time. Where chunks end is decided by where the pieces lie in their media
 * and not by where they lie on the timeline: after an edit the chunks behind it are found again in the cache. Not
 * thread-safe.
 */
final class Cutter {
    /** Media is divided here: a chunk that is made again costs at most this long. */
    private static final int WINDOW_SECONDS = 20;
    /** A shorter chunk costs more to start than to make. */
    private static final int SHORTEST_SECONDS = 4;

    private static final int LONGEST_SECONDS = 30;
    /** What comes and goes over the picture for longer gets chunks of its own: to change it costs no more than its time. */
    private static final int SHORTEST_GUEST_SECONDS = 1;
    /** More of them cost more in chunks than they would save. */
    private static final int MOST_GUESTS = 20;

    /** Keeps the filter graph and the number of open inputs small however many cuts there are. */
    private static final int MOST_BRANCHES = 25;
    /** Pieces that go on in the same media are one branch, and only a longer condition. */
    private static final int MOST_PIECES = 100;

    private final List<Stretch> stretches = new ArrayList<>();
    private final Function<Take, List<FrameRange>> copyable;
    private final List<Piece> open = new ArrayList<>();
    private final List<MediaSegment> insets;
    private final List<TextSegment> texts;
    private final NavigableSet<Long> edges = new TreeSet<>();
    private final long window;
    private final long shortest;
    private final long shortestGuest;
    private final long longest;
    private long start;
    private long length;
    private int branches;

    Cutter(Timeline timeline, Function<Take, List<FrameRange>> copyable) {
        this.copyable = copyable;
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
        shortestGuest = Math.round(SHORTEST_GUEST_SECONDS * fps);
        List<Segment> guests = Stream.<Segment>concat(
                        insets.stream(), texts.stream().filter(text -> !text.isCaption()))
                .toList();
        if (guests.size() <= MOST_GUESTS) guests.forEach(guest -> edges.addAll(List.of(guest.start(), guest.end())));
    }

    /** Adds the next piece: what of it need not be encoded, and chunks of the rest. */
    void add(Piece piece) {
        long done = 0;
        for (FrameRange range : piece instanceof Take take ? untouched(take) : List.<FrameRange>of()) {
            if (range.in() > done) addEncoded(piece.part(done, range.in() - done));
            endChunk();
            stretches.add(new Copied((Take) piece.part(range.in(), range.duration())));
            start += range.duration();
            done = range.out();
        }
        if (done < piece.length()) addEncoded(piece.part(done, piece.length() - done));
    }

    /** Returns what of a take can be copied, between its fades and what is seen over it. */
    private List<FrameRange> untouched(Take take) {
        long at = start + length;
        List<FrameRange> touched = new ArrayList<>();
        touch(touched, take, 0, take.fadeIn());
        touch(touched, take, take.length() - take.fadeOut(), take.length());
        texts.forEach(text -> touch(touched, take, text.start() - at, text.end() - at));
        insets.forEach(inset -> touch(touched, take, inset.start() - at, inset.end() - at));
        List<FrameRange> found = new ArrayList<>();
        for (FrameRange free : FrameRange.others(touched, take.length())) {
            Take alone = (Take) take.part(free.in(), free.duration());
            copyable.apply(alone)
                    .forEach(range -> found.add(new FrameRange(free.in() + range.in(), free.in() + range.out())));
        }
        return found;
    }

    private static void touch(List<FrameRange> touched, Take take, long from, long to) {
        long in = Math.max(0, from);
        long out = Math.min(take.length(), to);
        if (in < out) touched.add(new FrameRange(in, out));
    }

    /** Adds a piece, in parts if it is long or something comes or goes over it. */
    private void addEncoded(Piece piece) {
        if (edges.contains(start + length) && length >= shortestGuest) endChunk();
        long first = Math.min(firstPart(piece), untilEdge(piece));
        if (first == piece.length()) {
            addWhole(piece);
            return;
        }
        addWhole(piece.part(0, first));
        addEncoded(piece.part(first, piece.length() - first));
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

    private long untilEdge(Piece piece) {
        Long edge = edges.higher(start + length);
        if (edge == null || !(piece instanceof Take take)) return piece.length();
        long at = edge - start - length;
        boolean fading = at < take.fadeIn() || at > take.length() - take.fadeOut();
        return fading ? piece.length() : at;
    }

    private void addWhole(Piece piece) {
        boolean full = open.size() >= MOST_PIECES || branches >= MOST_BRANCHES || length + piece.length() > longest;
        // A transition shows on what was decoded so far: the chunk behind it begins in one medium again.
        boolean elsewhere = length >= shortest
                && !open.isEmpty()
                && !(piece instanceof Blend)
                && !place(piece).equals(place(open.get(0)));
        if (full || elsewhere) endChunk();
        if (!goesOn(piece)) branches++;
        open.add(piece);
        length += piece.length();
    }

    private boolean goesOn(Piece piece) {
        return !open.isEmpty()
                && piece instanceof Take next
                && open.get(open.size() - 1) instanceof Take last
                && last.isPlain()
                && next.isPlain()
                && next.mediaId().equals(last.mediaId())
                && next.effects().equals(last.effects())
                && next.in() >= last.out();
    }

    /** Returns the window of the media in which a piece lies. */
    private String place(Piece piece) {
        List<Take> takes = piece.takes();
        if (takes.isEmpty()) return "";
        Take last = takes.get(takes.size() - 1);
        return last.mediaId() + "@" + Math.floorDiv(last.in(), window);
    }

    /** Returns what the pieces so far have become. */
    List<Stretch> stretches() {
        endChunk();
        return List.copyOf(stretches);
    }

    private void endChunk() {
        if (open.isEmpty()) return;
        stretches.add(new Chunk(open, insets(), captions()));
        start += length;
        length = 0;
        branches = 0;
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
                same, from - start, from - segment.start(), segment.duration(), segment.fadeIn(), segment.fadeOut());
    }

    private List<Caption> captions() {
        return texts.stream()
                .filter(text -> text.start() < start + length && text.end() > start)
                .map(text -> new Caption(text.text(), text.style(), text.start() - start, text.duration(), fade(text)))
                .toList();
    }

    private static long fade(TextSegment text) {
        return Math.min(text.fade(), text.duration() / 2);
    }
}
