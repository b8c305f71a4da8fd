package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import reelskill.studio.plan.CaptionWord.Heard;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.transcript.CaptionText;

/**
 * Takes captions along with their words where clips were cut, moved or played at another speed: each stands while those of
 * its words are said that still are, and shows no others. A caption that is not what is heard goes with its time.
 */
final class FollowingCaptions {
    /** A caption over a longer pause would say what is not being said. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(1500);
    /** What is shorter cannot be read; it stands longer where the next one leaves the time. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Timeline before;
    private final Timeline after;
    private final TreeMap<Long, Piece> pieces = new TreeMap<>();

    private FollowingCaptions(Timeline before, Timeline after) {
        this.before = before;
        this.after = after;
    }

    /** Returns {@code after}, which an operation made of the scene's timeline, with the captions where their words are said. */
    static Timeline of(Scene scene, Timeline after) {
        Timeline before = scene.timeline();
        if (before.captions().isEmpty() || played(before).equals(played(after))) return after;
        List<Heard> heard = Heard.in(scene);
        FollowingCaptions following = new FollowingCaptions(before, after);
        for (TextSegment caption : before.captions()) {
            Optional<List<CaptionWord>> words = CaptionWord.of(caption, before, heard);
            if (words.isPresent()) following.follow(caption, words.get());
            else following.stay(caption);
        }
        return after.withCaptions(following.laid());
    }

    /** What decides when words are said. */
    private record Playing(String mediaId, long start, long duration, long in, Pace pace) {}

    private static List<Playing> played(Timeline timeline) {
        return timeline.clips().stream()
                .map(clip -> new Playing(clip.mediaId(), clip.start(), clip.duration(), clip.in(), clip.pace()))
                .toList();
    }

    /** What somebody wrote goes with its time. */
    private void stay(TextSegment caption) {
        after.captions().stream()
                .filter(moved -> moved.text().equals(caption.text()))
                .forEach(moved -> pieces.putIfAbsent(moved.start(), new Piece(moved, moved.duration())));
    }

    private void follow(TextSegment caption, List<CaptionWord> words) {
        List<CaptionWord> run = new ArrayList<>();
        for (CaptionWord word : CaptionWord.playedIn(after, words)) {
            if (!run.isEmpty() && !goesOn(run.get(run.size() - 1), word)) {
                keep(caption, words, run);
                run = new ArrayList<>();
            }
            run.add(word);
        }
        if (!run.isEmpty()) keep(caption, words, run);
    }

    private static boolean goesOn(CaptionWord last, CaptionWord next) {
        Duration pause = next.said().word().in().minus(last.said().word().out());
        return next.number() > last.number() && pause.compareTo(LONGEST_PAUSE) <= 0;
    }

    private void keep(TextSegment caption, List<CaptionWord> words, List<CaptionWord> left) {
        String text = CaptionText.of(caption.text()).only(CaptionWord.numbersOf(left));
        long hold = Math.max(0, caption.end() - end(before, words));
        long start = start(after, left);
        boolean same = end(after, left) - start == end(before, words) - start(before, words);
        long readable =
                same ? caption.duration() : Math.max(after.rate().frames(SHORTEST), end(after, left) + hold - start);
        // Two clips that play the same words have a caption each, and each of those finds both clips.
        pieces.putIfAbsent(start, new Piece(caption.saying(text), readable));
    }

    private static long start(Timeline timeline, List<CaptionWord> words) {
        return timeline.rate().frames(words.get(0).said().word().in());
    }

    private static long end(Timeline timeline, List<CaptionWord> words) {
        return timeline.rate().frames(words.get(words.size() - 1).said().word().out());
    }

    /** A caption, and how many frames it wants to stand. */
    private record Piece(TextSegment caption, long wanted) {}

    private List<TextSegment> laid() {
        List<TextSegment> laid = new ArrayList<>();
        pieces.forEach((start, piece) -> {
            long limit = Optional.ofNullable(pieces.higherKey(start)).orElse(after.duration());
            long length = Math.min(piece.wanted, limit - start);
            if (length > 0) laid.add(piece.caption.lasting(start, length));
        });
        return laid;
    }
}
