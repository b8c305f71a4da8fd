package reelskill.studio.timeline;

/** How the light of a new background and that of the people before it come together. Without one: {@link #NORMAL}. */
public record Lighting(Wrap wrap, Match match) implements Effect {
    public static final Lighting NORMAL = new Lighting(Wrap.NONE, Match.SOME);

    /** How much of the background's light lies on the edges of people. */
    public enum Wrap {
        NONE,
        SOFT,
        STRONG
    }

    /** How far the background takes over the brightness and tint of the room that was filmed; a named colour never does. */
    public enum Match {
        NONE,
        SOME,
        FULL
    }

    @Override
    public Class<Lighting> kind() {
        return Lighting.class;
    }
}
