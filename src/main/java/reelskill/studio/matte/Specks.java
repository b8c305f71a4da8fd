package reelskill.studio.matte;

import java.util.Arrays;

/** Faint specks of a matte, which networks see in dark and noisy pictures: apart from everything, small, and never sure. */
final class Specks {
    private static final int FAINT = 16;
    /** What is surer somewhere than this is a part of somebody, however small. */
    private static final int SURE = 150;
    /** A speck is smaller than one in so many of all that is seen. */
    private static final int SMALL = 150;

    private final Matte matte;
    /** Of every run: where it begins and ends in the grid, and another run that it hangs together with, or itself. */
    private int[] begin = new int[1024];

    private int[] end = new int[1024];
    private int[] joined = new int[1024];
    private int runs;

    private Specks(Matte matte) {
        this.matte = matte;
    }

    static Matte removed(Matte matte) {
        return new Specks(matte).removed();
    }

    private Matte removed() {
        int above = 0;
        for (int y = 0; y < matte.height(); y++) {
            int row = runs;
            findRuns(y);
            join(above, row);
            above = row;
        }
        int[] sizes = new int[runs];
        int[] surest = new int[runs];
        int all = 0;
        for (int run = 0; run < runs; run++) {
            int part = part(run);
            sizes[part] += end[run] - begin[run];
            all += end[run] - begin[run];
            for (int i = begin[run]; i < end[run]; i++) surest[part] = Math.max(surest[part], matte.alpha()[i] & 255);
        }
        byte[] alpha = matte.alpha().clone();
        for (int run = 0; run < runs; run++) {
            int part = part(run);
            if (surest[part] < SURE && sizes[part] * SMALL < all) Arrays.fill(alpha, begin[run], end[run], (byte) 0);
        }
        return new Matte(matte.region(), matte.width(), matte.height(), alpha);
    }

    private void findRuns(int y) {
        int last = (y + 1) * matte.width();
        for (int i = y * matte.width(); i < last; i++) {
            if ((matte.alpha()[i] & 255) < FAINT) continue;
            int from = i;
            while (i < last && (matte.alpha()[i] & 255) >= FAINT) i++;
            add(from, i);
        }
    }

    private void add(int from, int to) {
        if (runs == begin.length) {
            begin = Arrays.copyOf(begin, 2 * runs);
            end = Arrays.copyOf(end, 2 * runs);
            joined = Arrays.copyOf(joined, 2 * runs);
        }
        begin[runs] = from;
        end[runs] = to;
        joined[runs] = runs++;
    }

    /** Joins the runs from {@code row} on with those of the row above that they touch, also by a corner. */
    private void join(int above, int row) {
        int upper = above;
        for (int lower = row; lower < runs; lower++) {
            int from = begin[lower] - matte.width();
            int to = end[lower] - matte.width();
            while (upper < row && end[upper] < from) upper++;
            for (int next = upper; next < row && begin[next] <= to; next++) joined[part(lower)] = part(next);
        }
    }

    private int part(int run) {
        int part = run;
        while (joined[part] != part) part = joined[part];
        joined[run] = part;
        return part;
    }
}
