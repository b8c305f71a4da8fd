package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Timeline;

/**
 * Lets the music that is there begin, or end, at another moment; what is empty stays. The piece itself is the same one.
 *
 * <pre>
 *   |  A  |   B   |   →   |  A  |   B   |
 *   |~~ music ~~~~|            |~ music ~|
 * </pre>
 */
public record PlaceMusic(Optional<Moment> from, Optional<Moment> to) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<MusicBed> beds = timeline.music();
        if (beds.isEmpty()) return EditResult.unchanged(timeline, RemoveMusic.none(scene));
        if (beds.size() > 1)
            return scene.unchanged(
                    "There are %d pieces of music: remove one, or add the music anew from the moment you want.",
                    "现在有%d段音乐：请先去掉一段，或重新添加音乐并说明从几秒开始。", beds.size());
        MusicBed bed = beds.get(0);
        long total = timeline.duration();
        long start = from.map(moment -> moment.frame(timeline)).orElse(bed.start());
        long wanted = to.map(moment -> moment.frame(timeline)).orElse(bed.end() > start ? bed.end() : total);
        long end = Math.min(wanted, total);
        if (start < 0 || start >= end)
            return scene.unchanged(
                    "The music stays where it is: there is nothing of the video between %s and %s.",
                    "音乐没有移动：%s到%s之间没有画面。", Figures.moment(scene, start), Figures.moment(scene, end));
        if (start == bed.start() && end == bed.end())
            return scene.already("The music plays there already.", "音乐已经是这样。");
        return scene.done(
                timeline.withMusic(List.of(bed.over(start, end).fading())),
                "The music plays at %s now",
                "音乐现在在%s播放",
                Figures.range(scene, start, end));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveMusic());
    }
}
