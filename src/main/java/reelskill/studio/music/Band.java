package reelskill.studio.music;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Plays a {@link Piece} in stereo. Memory stays flat. Not thread-safe. */
final class Band {
    static final int RATE = 48_000;
    private static final int BLOCK = RATE / 10;
    /** The last moments go down to nothing, whatever still rings. */
    private static final double LAST_SECONDS = 1.2;

    private final Piece piece;
    private final long length;
    private final Reverb room;
    private final List<Player> players = new ArrayList<>();

    Band(Piece piece, long seed) {
        this.piece = piece;
        this.length = Math.round(piece.seconds() * RATE);
        this.room = new Reverb(piece.room());
        for (Part part : piece.parts()) players.add(new Player(part, new Random(seed + players.size())));
    }

    void play(Composer.Listener listener) throws IOException {
        double[] room = new double[2];
        for (long start = 0; start < length; start += BLOCK) {
            int count = (int) Math.min(BLOCK, length - start);
            double[] left = new double[count];
            double[] right = new double[count];
            double[] sent = new double[count];
            for (Player player : players) player.play(start, left, right, sent);
            float[] block = new float[2 * count];
            for (int i = 0; i < count; i++) {
                room[0] = left[i];
                room[1] = right[i];
                this.room.next(sent[i], room);
                double gain = piece.gain() * Math.min(1, (length - start - i) / (LAST_SECONDS * RATE));
                block[2 * i] = (float) rounded(room[0] * gain);
                block[2 * i + 1] = (float) rounded(room[1] * gain);
            }
            listener.hear(block);
        }
    }

    /** Bends what would be too loud, as a tape does; below half of full scale next to nothing changes. */
    private static double rounded(double x) {
        double size = Math.abs(x);
        if (size < 0.5) return x;
        double over = size - 0.5;
        return Math.copySign(0.5 + over / (1 + 2.4 * over), x);
    }

    /** One part and its notes that sound. */
    private static final class Player {
        private final Part part;
        private final Random random;
        private final List<Note> notes;
        private final List<Sounding> sounding = new ArrayList<>();
        private int next;

        Player(Part part, Random random) {
            this.part = part;
            this.random = random;
            this.notes = part.notes().stream()
                    .sorted(Comparator.comparingDouble(Note::start))
                    .toList();
        }

        private record Sounding(Tone tone, long from) {}

        void play(long start, double[] left, double[] right, double[] sent) {
            long end = start + left.length;
            while (next < notes.size() && at(notes.get(next)) < end) {
                Note note = notes.get(next++);
                sounding.add(new Sounding(part.instrument().play(note, random), at(note)));
            }
            // Equal power: as loud in the middle as at the sides.
            double l = StrictMath.sqrt((1 - part.pan()) / 2) * part.gain();
            double r = StrictMath.sqrt((1 + part.pan()) / 2) * part.gain();
            for (Sounding one : sounding) {
                for (int i = (int) Math.max(0, one.from() - start); i < left.length; i++) {
                    double sample = one.tone().next();
                    left[i] += sample * l;
                    right[i] += sample * r;
                    sent[i] += sample * part.room() * part.gain();
                }
            }
            sounding.removeIf(one -> one.tone().isOver());
        }

        private static long at(Note note) {
            return Math.round(note.start() * RATE);
        }
    }
}
