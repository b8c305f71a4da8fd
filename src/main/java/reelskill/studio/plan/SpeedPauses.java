package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.studio.timeline.FrameRange;

/**
 * Plays the pauses faster, or what else is boring, and leaves the rest as it is.
 *
 * <pre>
 *   |  A  |pause|  A  |   →   |  A  |p|  A  |
 * </pre>
 */
public record SpeedPauses(CutBoring pauses, double speed) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        List<FrameRange> found = pauses.found(scene);
        if (found.isEmpty())
            return scene.unchanged("Found %s; nothing was changed.", "没有找到%s，没有做改动。", pauses.absent(scene));
        FrameRate rate = scene.timeline().rate();
        List<Span> spans = found.stream()
                .map(range -> new Span(Moment.at(rate.time(range.in())), Moment.at(rate.time(range.out()))))
                .toList();
        EditResult paced = new SetSpeed(speed, false, new Target(List.of(), spans)).apply(scene);
        if (paced.done().isEmpty()) return paced;
        return scene.done(
                paced.after(),
                found.size() == 1
                        ? "1 %2$s plays at %3$s× (%4$s); the video now lasts %5$s"
                        : "%1$d %2$ss play at %3$s× (%4$s); the video now lasts %5$s",
                "%1$d处%2$s以%3$s倍速播放（%4$s），视频现在长%5$s",
                found.size(),
                pauses.noun(scene),
                Figures.factor(speed),
                pauses.criterion(scene),
                Figures.moment(scene, paced.after().duration()));
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        return new SetSpeed(speed, false, Target.ALL)
                .scaled(factor)
                .map(faster -> new SpeedPauses(pauses, ((SetSpeed) faster).amount()));
    }
}
