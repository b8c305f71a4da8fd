package reelskill.studio.plan;

import java.util.stream.Collectors;

/** Tells how long the video is and what plays in it. Changes nothing. */
public record TellTimeline() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        String clips = Clips.of(scene.timeline()).stream()
                .map(clip -> clip.told(scene))
                .collect(Collectors.joining(scene.say("; ", "；")));
        return scene.done(
                scene.timeline(),
                "The video lasts %s: %s",
                "视频长%s：%s",
                Figures.moment(scene, scene.timeline().duration()),
                clips);
    }
}
