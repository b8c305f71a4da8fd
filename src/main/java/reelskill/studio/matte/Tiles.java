package reelskill.studio.matte;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Where something is in a matte, by tiles of its grid. */
final class Tiles {
    private static final int SIDE = 8;
    /** A part with less than one tile in so many of the largest part is no person. */
    private static final int SPECK = 12;

    private final Matte matte;
    private final int columns;
    private final int rows;
    private final boolean[] marked;

    /** Marks tiles that have a value of at least {@code threshold}. */
    Tiles(Matte matte, int threshold) {
        this.matte = matte;
        columns = (matte.width() + SIDE - 1) / SIDE;
        rows = (matte.height() + SIDE - 1) / SIDE;
        marked = new boolean[columns * rows];
        for (int i = 0; i < matte.alpha().length; i++) {
            if ((matte.alpha()[i] & 255) >= threshold) marked[tile(i)] = true;
        }
    }

    private int tile(int i) {
        return i / matte.width() / SIDE * columns + i % matte.width() / SIDE;
    }

    /** Returns the smallest region of the picture that has all parts but specks; empty if there is none. */
    Optional<Region> bounds() {
        int[] sizes = new int[marked.length];
        int[] parts = parts(sizes);
        int largest = Arrays.stream(sizes).max().orElse(0);
        boolean[] kept = new boolean[marked.length];
        for (int i = 0; i < kept.length; i++) kept[i] = marked[i] && sizes[parts[i]] * SPECK >= largest;
        return bounds(kept);
    }

    /** Numbers the connected parts by one of their tiles, and counts the tiles of each. */
    private int[] parts(int[] sizes) {
        int[] parts = new int[marked.length];
        boolean[] seen = new boolean[marked.length];
        for (int i = 0; i < marked.length; i++) {
            if (!marked[i] || seen[i]) continue;
            Deque<Integer> next = new ArrayDeque<>(List.of(i));
            seen[i] = true;
            while (!next.isEmpty()) {
                int tile = next.remove();
                parts[tile] = i;
                sizes[i]++;
                grow(tile, seen, next);
            }
        }
        return parts;
    }

    private Optional<Region> bounds(boolean[] tiles) {
        int left = columns;
        int top = rows;
        int right = -1;
        int bottom = -1;
        for (int i = 0; i < marked.length; i++) {
            if (!tiles[i]) continue;
            left = Math.min(left, i % columns);
            right = Math.max(right, i % columns);
            top = Math.min(top, i / columns);
            bottom = Math.max(bottom, i / columns);
        }
        if (right < 0) return Optional.empty();
        Region all = matte.region();
        return Optional.of(new Region(
                all.left() + left * SIDE * all.width() / matte.width(),
                all.top() + top * SIDE * all.height() / matte.height(),
                all.left() + Math.min(matte.width(), (right + 1) * SIDE) * all.width() / matte.width(),
                all.top() + Math.min(matte.height(), (bottom + 1) * SIDE) * all.height() / matte.height()));
    }

    /** Returns the matte without the connected parts that {@code people} knows nothing of. */
    Matte keptWhere(Matte people, int threshold) {
        boolean[] kept = new boolean[marked.length];
        Deque<Integer> next = new ArrayDeque<>();
        for (int i = 0; i < marked.length; i++) {
            if (marked[i] && isPerson(i, people, threshold)) {
                kept[i] = true;
                next.add(i);
            }
        }
        while (!next.isEmpty()) grow(next.remove(), kept, next);
        return cleared(kept);
    }

    private boolean isPerson(int tile, Matte people, int threshold) {
        Region all = matte.region();
        int row = tile / columns;
        float x = all.left() + (tile % columns + 0.5f) * SIDE * all.width() / matte.width();
        float y = all.top() + (row + 0.5f) * SIDE * all.height() / matte.height();
        return people.at(x, y) >= threshold;
    }

    private void grow(int tile, boolean[] kept, Deque<Integer> next) {
        int x = tile % columns;
        int y = tile / columns;
        for (int dy = Math.max(0, y - 1); dy <= Math.min(rows - 1, y + 1); dy++) {
            for (int dx = Math.max(0, x - 1); dx <= Math.min(columns - 1, x + 1); dx++) {
                int other = dy * columns + dx;
                if (!marked[other] || kept[other]) continue;
                kept[other] = true;
                next.add(other);
            }
        }
    }

    private Matte cleared(boolean[] kept) {
        byte[] alpha = matte.alpha().clone();
        for (int i = 0; i < alpha.length; i++) if (!kept[tile(i)]) alpha[i] = 0;
        return new Matte(matte.region(), matte.width(), matte.height(), alpha);
    }
}
