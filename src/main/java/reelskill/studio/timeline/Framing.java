package reelskill.studio.timeline;

/**
 * Which part of the picture is seen, and which way up.
 *
 * <pre>
 *   filmed → turned clockwise → mirrored → window
 * </pre>
 *
 * @param quarterTurns clockwise, 0 to 3
 * @param mirrored whether left and right change places, after turning
 * @param window what is kept of the turned picture
 */
public record Framing(int quarterTurns, boolean mirrored, Box window) implements Effect {
    public static final Framing NONE = new Framing(0, false, Box.WHOLE);

    public Framing {
        if (quarterTurns < 0 || quarterTurns > 3) throw new IllegalArgumentException(quarterTurns + " quarter turns");
    }

    /** Returns this, turned further: the window keeps showing what it showed. */
    public Framing turned(int quarters) {
        int turns = Math.floorMod(quarters, 4);
        Box turned = window;
        for (int i = 0; i < turns; i++) {
            turned = new Box(
                    1 - turned.top() - turned.height(),
                    turned.left(),
                    /* width= */ turned.height(),
                    /* height= */ turned.width());
        }
        // What is turned after it was mirrored was turned the other way before.
        return new Framing(Math.floorMod(mirrored ? quarterTurns - turns : quarterTurns + turns, 4), mirrored, turned);
    }

    /** Returns this with left and right exchanged. */
    public Framing flipped() {
        return new Framing(
                quarterTurns,
                !mirrored,
                new Box(1 - window.left() - window.width(), window.top(), window.width(), window.height()));
    }

    /** Returns this with only {@code part} of what it shows. */
    public Framing cropped(Box part) {
        return new Framing(quarterTurns, mirrored, window.of(part));
    }

    public boolean isUpright() {
        return quarterTurns % 2 == 0;
    }

    @Override
    public Class<Framing> kind() {
        return Framing.class;
    }
}
