package reelskill.studio.timeline;

/**
 * How the frames of a media file pass while it plays. A segment at a pace counts everything, its in point too, in frames
 * <em>as played</em>: its media is, in effect, another file that was filmed at that pace. So it is cut, split, moved and
 * joined like any other, and what plays stays the same to the frame.
 *
 * <pre>
 *   media     | 0 1 2 3 4 5 6 7 8 9 |
 *   twice     | 0 2 4 6 8 |
 *   half      | 0 0 1 1 2 2 3 3 …   |
 *   backwards | 9 8 7 6 5 4 3 2 1 0 |        from its end
 *   frozen    | 5 5 5 5 …                    at 5
 * </pre>
 */
public sealed interface Pace extends Effect {
    double SLOWEST = 0.05;
    double FASTEST = 50;

    /** Returns where in its media a segment is when it has played {@code played} frames, in frames of the media. */
    double position(long played);

    /** Returns how many frames have played, rounded, when the media is at {@code position}. */
    long played(double position);

    /** Returns how many frames of the media pass with each frame played; 0 for a frozen one. */
    double factor();

    /** Returns this pace with another factor; a frozen frame stays one. */
    Pace withFactor(double factor);

    @Override
    default Class<Pace> kind() {
        return Pace.class;
    }

    /** Forwards. */
    record Speed(double factor) implements Pace {
        /** As filmed. */
        public static final Pace NORMAL = new Speed(1);

        public Speed {
            check(factor);
        }

        @Override
        public double position(long played) {
            return played * factor;
        }

        @Override
        public long played(double position) {
            return Math.round(position / factor);
        }

        @Override
        public Pace withFactor(double newFactor) {
            return new Speed(newFactor);
        }
    }

    /**
     * Backwards.
     *
     * @param end the frame of the media before which it begins
     */
    record Backwards(double factor, long end) implements Pace {
        public Backwards {
            check(factor);
            if (end < 1) throw new IllegalArgumentException("nothing to play backwards before frame " + end);
        }

        @Override
        public double position(long played) {
            return end - played * factor;
        }

        @Override
        public long played(double position) {
            return Math.round((end - position) / factor);
        }

        @Override
        public Pace withFactor(double newFactor) {
            return new Backwards(newFactor, end);
        }
    }

    /** One frame of the media all the time, and silence. */
    record Freeze(long frame) implements Pace {
        public Freeze {
            if (frame < 0) throw new IllegalArgumentException("no frame " + frame);
        }

        @Override
        public double position(long played) {
            return frame;
        }

        @Override
        public long played(double position) {
            return 0;
        }

        @Override
        public double factor() {
            return 0;
        }

        @Override
        public Pace withFactor(double factor) {
            return this;
        }
    }

    private static void check(double factor) {
        // Written so that NaN is refused too.
        if (!(factor >= SLOWEST && factor <= FASTEST)) throw new IllegalArgumentException("a speed of " + factor);
    }
}
