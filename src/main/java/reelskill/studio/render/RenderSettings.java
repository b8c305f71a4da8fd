package reelskill.studio.render;

import reelskill.studio.timeline.Output;

/** What kind of file a timeline becomes; its size and rate are the timeline's. */
public record RenderSettings(Output output, Quality quality) {
    public static final RenderSettings DEFAULT = new RenderSettings(Output.DEFAULT, Quality.STANDARD);
}
