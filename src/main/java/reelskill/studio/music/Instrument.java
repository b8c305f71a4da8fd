package reelskill.studio.music;

import java.util.Random;

/** What can play a {@link Note}. */
enum Instrument {
    PIANO {
        @Override
        Tone play(Note note, Random random) {
            double bright = 0.25 + 0.75 * note.velocity();
            double[] ratios = new double[10];
            double[] levels = new double[10];
            double[] seconds = new double[10];
            double body = 7 * StrictMath.pow(0.5, (note.pitch() - 48) / 16.0);
            for (int i = 0; i < ratios.length; i++) {
                int n = i + 1;
                // Stiff strings sound sharper the higher the partial.
                ratios[i] = n * StrictMath.sqrt(1 + 0.0004 * n * n);
                levels[i] = StrictMath.pow(0.34 + 0.42 * bright, i) * (n == 1 ? 1 : 0.8) * note.velocity() * 0.5;
                seconds[i] = body / (1 + 0.45 * i);
            }
            return new Partials(note, ratios, levels, seconds, 0.003, 0.35, random);
        }
    },
    ELECTRIC_PIANO {
        @Override
        Tone play(Note note, Random random) {
            double v = note.velocity();
            double[] ratios = {1, 2, 3, 4, 7.02, 14.1};
            double[] levels = {0.55 * v, 0.16 * v, 0.10 * v * v, 0.05 * v * v, 0.05 * v * v, 0.03 * v * v};
            double[] seconds = {4, 2.6, 1.5, 1, 0.25, 0.12};
            return new Partials(note, ratios, levels, seconds, 0.004, 0.25, random);
        }
    },
    BELL {
        @Override
        Tone play(Note note, Random random) {
            double v = note.velocity() * 0.45;
            double[] ratios = {1, 2.756, 5.404, 2, 8.93};
            double[] levels = {v, 0.22 * v, 0.09 * v, 0.12 * v, 0.03 * v};
            double[] seconds = {2.6, 1.1, 0.45, 1.6, 0.2};
            return new Partials(note, ratios, levels, seconds, 0.002, 1.2, random);
        }
    },
    MARIMBA {
        @Override
        Tone play(Note note, Random random) {
            double v = note.velocity() * 0.6;
            double[] ratios = {1, 3.93, 9.5};
            double[] levels = {v, 0.22 * v * note.velocity(), 0.07 * v};
            double[] seconds = {0.9, 0.22, 0.06};
            return new Partials(note, ratios, levels, seconds, 0.002, 0.6, random);
        }
    },
    GUITAR {
        @Override
        Tone play(Note note, Random random) {
            return new PluckedString(note, 3.2, 0.5, 0.18, random);
        }
    },
    UKULELE {
        @Override
        Tone play(Note note, Random random) {
            return new PluckedString(note, 1.1, 0.65, 0.12, random);
        }
    },
    /** A string damped by the palm of the hand. */
    MUTED_GUITAR {
        @Override
        Tone play(Note note, Random random) {
            return new PluckedString(note, 0.45, 0.55, 0.08, random);
        }
    },
    PAD {
        @Override
        Tone play(Note note, Random random) {
            Envelope loud = new Envelope(0.9, 2, 0.85, 1.8, note.length());
            Envelope bright = new Envelope(1.6, 3, 0.7, 2, note.length());
            return quiet(new Saws(note, 3, 9, loud, bright, 500, 2400, 0, random), note.velocity() * 0.30);
        }
    },
    STRINGS {
        @Override
        Tone play(Note note, Random random) {
            Envelope loud = new Envelope(0.35, 1.5, 0.9, 0.9, note.length());
            Envelope bright = new Envelope(0.6, 2, 0.8, 1, note.length());
            double top = 2600 + 2600 * note.velocity();
            return quiet(new Saws(note, 4, 12, loud, bright, 900, top, 9, random), note.velocity() * 0.30);
        }
    },
    /** Short bows. */
    SPICCATO {
        @Override
        Tone play(Note note, Random random) {
            Envelope loud = new Envelope(0.012, 0.16, 0.15, 0.22, note.length());
            Envelope bright = new Envelope(0.008, 0.15, 0.2, 0.2, note.length());
            return quiet(new Saws(note, 3, 8, loud, bright, 700, 4600, 0, random), note.velocity() * 0.5);
        }
    },
    CELLO {
        @Override
        Tone play(Note note, Random random) {
            Envelope loud = new Envelope(0.16, 1, 0.85, 0.5, note.length());
            Envelope bright = new Envelope(0.3, 1, 0.7, 0.5, note.length());
            return quiet(new Saws(note, 2, 5, loud, bright, 700, 2800, 16, random), note.velocity() * 0.42);
        }
    },
    LEAD {
        @Override
        Tone play(Note note, Random random) {
            Envelope loud = new Envelope(0.02, 0.4, 0.6, 0.3, note.length());
            Envelope bright = new Envelope(0.01, 0.3, 0.35, 0.3, note.length());
            return quiet(new Saws(note, 2, 6, loud, bright, 700, 3200, 8, random), note.velocity() * 0.34);
        }
    },
    BASS {
        @Override
        Tone play(Note note, Random random) {
            Envelope loud = new Envelope(0.006, 0.5, 0.7, 0.09, note.length());
            Envelope bright = new Envelope(0.004, 0.25, 0.25, 0.1, note.length());
            return quiet(new Saws(note, 1, 0, loud, bright, 180, 1100, 0, random), note.velocity() * 0.75);
        }
    },
    /** A round bass without edges. */
    UPRIGHT {
        @Override
        Tone play(Note note, Random random) {
            double v = note.velocity() * 0.85;
            double[] ratios = {1, 2, 3, 4};
            double[] levels = {v, 0.45 * v, 0.16 * v * note.velocity(), 0.06 * v};
            double[] seconds = {2.2, 1.1, 0.6, 0.3};
            return new Partials(note, ratios, levels, seconds, 0.006, 0.12, random);
        }
    },
    /** Its notes are indexes of {@link #KIT}. */
    DRUMS {
        @Override
        Tone play(Note note, Random random) {
            return new Drum(KIT[note.pitch()], note.velocity(), random);
        }
    };

    private static final Drum.Kind[] KIT = {
        Drum.KICK,
        Drum.SOFT_KICK,
        Drum.SNARE,
        Drum.BRUSH,
        Drum.CLAP,
        Drum.SNAP,
        Drum.HAT,
        Drum.OPEN_HAT,
        Drum.SHAKER,
        Drum.TAIKO,
        Drum.BOOM,
        Drum.TICK
    };
    static final int KICK = 0;
    static final int SOFT_KICK = 1;
    static final int SNARE = 2;
    static final int BRUSH = 3;
    static final int CLAP = 4;
    static final int SNAP = 5;
    static final int HAT = 6;
    static final int OPEN_HAT = 7;
    static final int SHAKER = 8;
    static final int TAIKO = 9;
    static final int BOOM = 10;
    static final int TICK = 11;

    abstract Tone play(Note note, Random random);

    private static Tone quiet(Tone tone, double gain) {
        return new Tone() {
            @Override
            public double next() {
                return gain * tone.next();
            }

            @Override
            public boolean isOver() {
                return tone.isOver();
            }
        };
    }
}
