package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Timeline;

/**
 * Lets the music go down under speech, or stay as loud.
 *
 * <pre>
 *   |   speech   |             |   speech   |
 *   |~~~~~~~~~~~~~~~~~~|   →   |~~~,..........,~~~|
 * </pre>
 */
public record DuckMusic(double decibels) implements EditOperation {
    static final double MOST = 40;

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (timeline.music().isEmpty()) return EditResult.unchanged(timeline, RemoveMusic.none(scene));
        List<MusicBed> beds = timeline.music().stream().map(this::changed).toList();
        if (beds.equals(timeline.music())) {
            return scene.already("The music does that already.", "音乐已经是这样。");
        }
        return decibels > 0
                ? scene.done(
                        timeline.withMusic(beds),
                        "Music goes down by %s dB under speech",
                        "说话时音乐降低%s分贝",
                        Figures.number(decibels, 1))
                : scene.done(timeline.withMusic(beds), "Music stays as loud under speech", "说话时音乐不再降低");
    }

    private MusicBed changed(MusicBed bed) {
        return bed.withPiece(bed.piece().with(bed.music().withDucking(decibels)));
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        return decibels == 0
                ? Optional.empty()
                : Optional.of(new DuckMusic(Math.min(MOST, Math.round(decibels * factor * 10) / 10.0)));
    }
}
