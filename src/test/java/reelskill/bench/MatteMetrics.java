package reelskill.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Errors of mattes against exact ones, means over all frames added: SAD in thousands of whole pixels; MSE times 1000; Grad,
 * the squared difference of the gradients' lengths (Gaussian derivative, sigma 1.4), in thousands; IoU at one half; dtSSD,
 * the root of the mean squared difference of the changes from frame to frame, times 100 (Rhemann 2009, Erofeev 2015).
 */
public final class MatteMetrics {
    private static final double SIGMA = 1.4;
    private static final int REACH = 5;

    private final int width;
    private final int height;
    private final double[] smooth = new double[2 * REACH + 1];
    private final double[] slope = new double[2 * REACH + 1];
    private byte @Nullable [] lastMatte;
    private byte @Nullable [] lastExact;
    private int frames;
    private double sad;
    private double mse;
    private double grad;
    private double iou;
    private double dtssd;

    public MatteMetrics(int width, int height) {
        this.width = width;
        this.height = height;
        double smoothSum = 0;
        double slopeSum = 0;
        for (int i = -REACH; i <= REACH; i++) {
            smooth[i + REACH] = Math.exp(-i * i / (2 * SIGMA * SIGMA));
            slope[i + REACH] = -i * smooth[i + REACH];
            smoothSum += smooth[i + REACH];
            slopeSum += Math.abs(slope[i + REACH]);
        }
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] /= smoothSum;
            slope[i] /= slopeSum;
        }
    }

    /** Adds one frame; values are 0 to 255. */
    public void add(byte[] matte, byte[] exact) {
        long difference = 0;
        long squares = 0;
        long both = 0;
        long either = 0;
        for (int i = 0; i < matte.length; i++) {
            int a = matte[i] & 255;
            int b = exact[i] & 255;
            difference += Math.abs(a - b);
            squares += (long) (a - b) * (a - b);
            if (a >= 128 && b >= 128) both++;
            if (a >= 128 || b >= 128) either++;
        }
        sad += difference / 255.0 / 1000;
        mse += squares / 255.0 / 255 / matte.length * 1000;
        iou += either == 0 ? 1 : (double) both / either;
        grad += gradient(matte, exact);
        if (lastMatte != null && lastExact != null) dtssd += change(matte, lastMatte, exact, lastExact);
        lastMatte = matte.clone();
        lastExact = exact.clone();
        frames++;
    }

    private static double change(byte[] matte, byte[] lastMatte, byte[] exact, byte[] lastExact) {
        double sum = 0;
        for (int i = 0; i < matte.length; i++) {
            int step = (matte[i] & 255) - (lastMatte[i] & 255) - (exact[i] & 255) + (lastExact[i] & 255);
            sum += step * step;
        }
        return Math.sqrt(sum / 255 / 255 / matte.length) * 100;
    }

    private double gradient(byte[] matte, byte[] exact) {
        float[] a = lengths(matte);
        float[] b = lengths(exact);
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum / 1000;
    }

    private float[] lengths(byte[] values) {
        float[] lengths = new float[values.length];
        float[] acrossSlope = new float[values.length];
        float[] acrossSmooth = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int x = i % width;
            double s = 0;
            double m = 0;
            for (int k = -REACH; k <= REACH; k++) {
                int value = values[i - x + Math.max(0, Math.min(width - 1, x + k))] & 255;
                s += slope[k + REACH] * value;
                m += smooth[k + REACH] * value;
            }
            acrossSlope[i] = (float) (s / 255);
            acrossSmooth[i] = (float) (m / 255);
        }
        for (int i = 0; i < values.length; i++) {
            int x = i % width;
            int y = i / width;
            double dx = 0;
            double dy = 0;
            for (int k = -REACH; k <= REACH; k++) {
                int at = Math.max(0, Math.min(height - 1, y + k)) * width + x;
                dx += smooth[k + REACH] * acrossSlope[at];
                dy += slope[k + REACH] * acrossSmooth[at];
            }
            lengths[i] = (float) Math.hypot(dx, dy);
        }
        return lengths;
    }

    public double mse() {
        return mse / frames;
    }

    public double iou() {
        return iou / frames;
    }

    public double dtssd() {
        return dtssd / Math.max(1, frames - 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d frames: SAD %.2f MSE %.2f Grad %.3f IoU %.4f dtSSD %.2f",
                frames,
                sad / frames,
                mse(),
                grad / frames,
                iou(),
                dtssd());
    }
}
