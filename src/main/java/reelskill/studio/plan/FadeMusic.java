package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Timeline;

/**
 * Lets the music alone come and go. A fade of zero begins, or ends, at once; what is empty stays.
 *
 * <pre>
 *   |  A  |   B   |   →   |  A  |   B   |
 *   |~~ music ~~~~|       |/~ music ~~~\|
 * </pre>
 */
public record FadeMusic(Optional<Duration> in, Optional<Duration> out) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (timeline.music().isEmpty()) return EditResult.unchanged(timeline, RemoveMusic.none(scene));
        List<MusicBed> beds = timeline.music().stream()
                .map(bed -> changed(scene, bed).fading())
                .toList();
        if (beds.equals(timeline.music())) return scene.already("The music fades like that already.", "音乐的淡入淡出已经是这样。");
        MusicBed first = beds.get(0);
        List<String> told = new ArrayList<>();
        if (in.isPresent()) told.add(scene.say("in over %s", "淡入%s", Figures.length(scene, first.fadeIn())));
        if (out.isPresent()) told.add(scene.say("out over %s", "淡出%s", Figures.length(scene, first.fadeOut())));
        return scene.done(
                timeline.withMusic(beds), "Music fades %s", "音乐%s", String.join(scene.say(" and ", "，"), told));
    }

    private MusicBed changed(Scene scene, MusicBed bed) {
        return bed.withFades(
                in.map(scene::frames).orElse(bed.fadeIn()),
                out.map(scene::frames).orElse(bed.fadeOut()));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveMusic());
    }
}
