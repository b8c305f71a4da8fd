package reelskill.studio.steady;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;

/**
 * Steadies a row of pictures in two passes: a small one that measures, and one that moves. Memory does not grow with the
 * length. Not thread-safe.
 *
 * @param most how much of each side may be lost
 */
public record Steadier(Ffmpeg ffmpeg, double fps, double most, Cancellation cancellation) {
    private static final int LONGER_SIDE = 320;
    /** A mean change of luma, of 255 steps, that only a cut makes. */
    private static final double CUT = 40;

    /** Returns the size at which pictures of {@code size} are measured. */
    public static Resolution small(Resolution size) {
        double scale = Math.min(1, (double) LONGER_SIDE / Math.max(size.width(), size.height()));
        return new Resolution((int) Math.max(64, Math.round(size.width() * scale)), (int)
                        Math.max(64, Math.round(size.height() * scale)))
                .even();
    }

    /**
     * Writes the pictures that {@code full} makes ffmpeg write, raw yuv420p, steadied.
     *
     * @param measured makes it write the same pictures at {@link #small} size
     * @param out stays open
     */
    public void steady(
            List<String> measured, List<String> full, Resolution size, OutputStream out, DoubleConsumer frames)
            throws IOException {
        double shape = (double) size.height() / size.width();
        CalmWay way = CalmWay.of(moves(measured, small(size)), fps, shape, most);
        Mover mover = new Mover(size);
        byte[] from = new byte[size.width() * size.height() * 3 / 2];
        byte[] to = new byte[from.length];
        try (FfmpegProcess decoder = ffmpeg.start(full, cancellation)) {
            for (int i = 0; decoder.output().readNBytes(from, 0, from.length) == from.length; i++) {
                Move move = i < way.corrections().size() ? way.corrections().get(i) : Move.NONE;
                mover.move(from, to, move, way.enlargement());
                out.write(to);
                frames.accept(i + 1.0);
            }
            decoder.finish();
        }
    }

    private List<Optional<Move>> moves(List<String> arguments, Resolution size) throws IOException {
        List<Optional<Move>> moves = new ArrayList<>();
        byte[] picture = new byte[size.width() * size.height() * 3 / 2];
        List<Gray> before = List.of();
        try (FfmpegProcess decoder = ffmpeg.start(arguments, cancellation)) {
            while (decoder.output().readNBytes(picture, 0, picture.length) == picture.length) {
                List<Gray> now = Gray.pyramid(picture, size.width(), size.height());
                if (!before.isEmpty()) moves.add(move(before, now));
                before = now;
            }
            decoder.finish();
        }
        return moves;
    }

    /** A picture without anything to hold on to did not move, as far as anybody can see; after a cut nothing goes on. */
    private static Optional<Move> move(List<Gray> before, List<Gray> now) {
        Optional<Move> measured = MoveMeter.between(before, now);
        boolean cut = before.get(0).difference(now.get(0)) > CUT;
        return measured.isPresent() || cut ? measured : Optional.of(Move.NONE);
    }
}
