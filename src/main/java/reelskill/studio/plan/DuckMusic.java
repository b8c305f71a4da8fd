package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Music;
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
public record DuckMusic(boolean ducked) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (timeline.music().isEmpty()) return EditResult.unchanged(timeline, RemoveMusic.none(scene));
        List<MusicBed> beds = timeline.music().stream().map(this::changed).toList();
        if (beds.equals(timeline.music())) {
            return scene.already("The music does that already.", "音乐已经是这样。");
        }
        return ducked
                ? scene.done(
                        timeline.withMusic(beds),
                        "Music goes down by %.0f dB under speech",
                        "说话时音乐降低%.0f分贝",
                        Music.DUCKING)
                : scene.done(timeline.withMusic(beds), "Music stays as loud under speech", "说话时音乐不再降低");
    }

    private MusicBed changed(MusicBed bed) {
        return bed.withPiece(bed.piece().with(bed.music().withDucking(ducked ? Music.DUCKING : 0)));
    }
}
