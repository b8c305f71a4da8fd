package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Transition;

/** "make a slideshow of these photos, 3 seconds each", "做成相册幻灯片", "a vertical slideshow". */
final class SlideshowRules {
    private static final Set<String> WORDS = Clause.concepts(
            "SLIDESHOW PICTURE CLIPREF TIME EACH FOR CHANGE ADD ALL VIDEO TO AT FROM MOVE PUT TOGETHER JOIN NUMBER RATIO");

    private static final Set<String> PACED = Clause.concepts("EACH TIME FOR ADD CHANGE PICTURE PLAY");

    private SlideshowRules() {}

    /** "a 15 second slideshow" tells how long all of them last. */
    private static Duration each(Clause clause, int photos) {
        List<Token> tokens = clause.tokens();
        boolean whole = photos > 0
                && !clause.has("EACH")
                && IntStream.range(1, tokens.size())
                        .anyMatch(at -> tokens.get(at).is("SLIDESHOW")
                                && tokens.get(at - 1).is(Token.TIME));
        Duration told = clause.time().orElse(Timelines.STILL);
        return whole ? told.dividedBy(photos) : told;
    }

    /** "3 seconds per picture", 每张照片3秒: of photos that nothing was done to yet, which are a slideshow then. */
    static Optional<Reading> paced(Clause clause) {
        boolean each = clause.has("EACH") && clause.count(Token.TIME) == 1 && clause.isMadeOf(PACED);
        List<MediaSegment> shown = clause.now().clips();
        List<LibraryItem> photos = shown.stream()
                .flatMap(clip -> clause.library().stream()
                        .filter(item -> item.id().equals(clip.mediaId()))
                        .filter(item -> item.facts().kind() == MediaFacts.Kind.IMAGE))
                .distinct()
                .toList();
        boolean plain = shown.stream()
                .allMatch(clip -> clip.effects().equals(shown.get(0).effects())
                        && clip.effects()
                                .equals(MediaSegment.of("plain", 0, 1, "m", "m", 0)
                                        .effects())
                        && clip.transition().equals(Transition.CUT));
        return each && plain && !photos.isEmpty() && photos.size() == shown.size()
                ? Optional.of(Reading.of(new MakeSlideshow(photos, clause.time().orElseThrow())))
                : Optional.empty();
    }

    static Optional<Reading> make(Clause clause) {
        if (!clause.has("SLIDESHOW")
                || clause.count(Token.TIME) > 1
                || !clause.numbersAre(1)
                || !clause.isMadeOf(WORDS)) return Optional.empty();
        List<LibraryItem> photos = clause.library().stream()
                .filter(item -> item.facts().kind() == MediaFacts.Kind.IMAGE)
                .filter(item -> clause.clips().isEmpty() || clause.clips().contains(ClipRef.named(item.name())))
                .toList();
        if (!clause.clips().isEmpty() && photos.size() != clause.clips().size()) return Optional.empty();
        List<EditOperation> operations = new ArrayList<>();
        operations.add(new MakeSlideshow(photos, each(clause, photos.size())));
        Optional<SetCanvas> canvas = OutputRules.sized(clause);
        if (canvas.isEmpty() && clause.has("RATIO")) return Optional.empty();
        canvas.ifPresent(operations::add);
        return Optional.of(Reading.of(operations));
    }
}
