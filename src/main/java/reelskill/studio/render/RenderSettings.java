package reelskill.studio.render;

/** What kind of file a timeline becomes; its size and rate are the timeline's. */
public record RenderSettings(Container container, Quality quality) {
    public static final RenderSettings DEFAULT = new RenderSettings(Container.MP4, Quality.STANDARD);

    /** The kinds of file that can be made. */
    public enum Container {
        MP4
    }
}
