package reelskill.studio.timeline;

/**
 * How one segment goes over into the next: centred on the cut, taken from the spare media beside it (its handles), so
 * that it never changes the track's duration.
 *
 * @param duration frames; 0 only for a plain cut. An odd frame lies after the cut.
 */
public record Transition(Kind kind, long duration) {
    /** Frames below which nobody sees a transition. */
    public static final long SHORTEST = 2;

    public static final Transition CUT = new Transition(Kind.CUT, 0);

    public Transition {
        if (duration < 0 || (kind == Kind.CUT) != (duration == 0)) {
            throw new IllegalArgumentException("a " + kind + " cannot last " + duration + " frames");
        }
    }

    public boolean isCut() {
        return kind == Kind.CUT;
    }

    /** Returns how many frames lie before the cut: what the incoming segment needs before its in point. */
    public long before() {
        return duration / 2;
    }

    /** Returns how many frames lie after the cut: what the outgoing segment needs after its out point. */
    public long after() {
        return duration - before();
    }

    /**
     * Returns this transition, shortened to the spare frames on both sides and to {@code longest}; a cut where nothing
     * is left of it.
     *
     * @param incoming frames of media before the incoming segment's in point
     * @param outgoing frames of media after the outgoing segment's out point
     */
    Transition fitting(long incoming, long outgoing, long longest) {
        long fitting = Math.min(Math.min(duration, longest), Math.min(2 * incoming + 1, 2 * outgoing));
        return fitting < SHORTEST ? CUT : new Transition(kind, fitting);
    }

    /** The transitions that the renderer knows. */
    public enum Kind {
        CUT,
        CROSSFADE,
        FADE_BLACK,
        FADE_WHITE,
        WIPE_LEFT,
        WIPE_RIGHT,
        SLIDE_LEFT,
        SLIDE_RIGHT,
        SLIDE_UP,
        SLIDE_DOWN,
        CIRCLE_OPEN,
        ZOOM,
        DISSOLVE,
        PIXELIZE;

        /** Returns whether it only mixes the two pictures, so that between equal ones nothing is seen. */
        public boolean blends() {
            return this == CROSSFADE || this == DISSOLVE;
        }
    }
}
