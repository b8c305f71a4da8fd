package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Score;
import reelskill.studio.timeline.Timeline;

/**
 * Puts another composed piece of the same mood in the place of each that there is.
 *
 * <pre>
 *   |      A      |   →   |      A      |
 *   |~~ music 1 ~~|       |~~ music 2 ~~|
 * </pre>
 */
public record NextMusic() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<MusicBed> beds = timeline.music().stream()
                .map(bed -> bed.music()
                        .score()
                        .map(score -> bed(scene, bed, score.next()))
                        .orElse(bed))
                .toList();
        if (beds.equals(timeline.music())) return EditResult.unchanged(timeline, RemoveMusic.none(scene));
        Timeline after = timeline.withMusic(beds);
        String told = beds.stream()
                .map(bed -> MusicTaste.told(scene, after, bed, true))
                .collect(Collectors.joining("; "));
        return EditResult.done(after, told);
    }

    /** Returns the bed with the piece of {@code score}, as loud in the mix as the one before it. */
    static MusicBed bed(Scene scene, MusicBed old, Score score) {
        LibraryItem item = MusicTaste.composed(scene, score, old.end() - old.start());
        Music music = MusicTaste.music(item, old.music().ducking(), Optional.of(score));
        return old.withPiece(old.piece().from(item.id(), 0).named(item.name()).with(music));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveMusic());
    }
}
