package reelskill.studio.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import reelskill.media.FrameRate;
import reelskill.studio.matte.PersonPlace.Place;
import reelskill.studio.timeline.Fitting.Spot;

/**
 * Where a frame that follows a subject looks: still as long as the subject stays about where it was, then gently along; at
 * cuts at once. Told what was seen in the order of time; not thread-safe.
 */
final class SubjectPath {
    /**
     * How closely a subject is followed.
     *
     * @param laziness as far as it may go from the middle before the frame goes along, in shares of the picture
     * @param gentleness over which time the way is smoothed: a standard deviation, in seconds
     * @param around how many looks before and after one it is measured against
     */
    private record Manner(double laziness, double gentleness, int around) {
        static final Manner PERSON = new Manner(0.03, 0.5, 2);
        /** What moves is only where something changed: now this part of it, now that. */
        static final Manner THING = new Manner(0.05, 0.6, 4);
    }

    /** From look to look, something that is further away each time is no one thing. */
    private static final double RESTLESS = 0.12;
    /** Spots that are not missed by more than this share of the picture go. */
    private static final double TOLERANCE = 0.003;
    /** How often the smoothed way is written down, a second, before spots go. */
    private static final double SPOTS_A_SECOND = 5;

    /** Where a person is in fewer than one look in so many, it is none. */
    private static final int MOST_MISTAKEN = 3;

    private static final int FEWEST_MOVING = 4;
    /** Nobody goes further than this from look to look, in shares of the picture: it is somebody else, or nobody. */
    private static final double LEAP = 0.12;

    private final FrameRate rate;
    private final List<Spot> done = new ArrayList<>();
    private List<Sight> shot = new ArrayList<>();
    private long shotStart;
    private boolean anything;

    /** @param moves whether it was seen to move by itself */
    private record Sight(double seconds, double x, double y, boolean person, boolean moves) {
        Sight at(double newX, double newY) {
            return new Sight(seconds, newX, newY, person, moves);
        }
    }

    SubjectPath(FrameRate rate) {
        this.rate = rate;
    }

    /** Says that another shot begins with {@code frame}. */
    void cut(long frame) {
        endShot(rate.seconds(frame - 1));
        shotStart = frame;
    }

    void seen(long frame, Place place, boolean person) {
        shot.add(new Sight(rate.seconds(frame), place.x(), place.y(), person, !person));
    }

    /** Says that a person is there and that what moves in the picture is about there. */
    void seenMoving(long frame, Place place) {
        shot.add(new Sight(rate.seconds(frame), place.x(), place.y(), true, true));
    }

    List<Spot> spots() {
        endShot(
                shot.isEmpty()
                        ? rate.seconds(shotStart)
                        : shot.get(shot.size() - 1).seconds());
        return anything ? List.copyOf(done) : List.of();
    }

    private void endShot(double end) {
        double start = rate.seconds(shotStart);
        List<Sight> people = ofThoseWhoMove(shot.stream().filter(Sight::person).toList());
        // Few looks may be mistaken; whoever is there is seen again.
        boolean somebody = people.size() * MOST_MISTAKEN >= shot.size() && (people.size() >= 2 || end - start < 1);
        List<Sight> looks = somebody
                ? people
                : shot.stream().filter(sight -> !sight.person()).toList();
        boolean nothing = !somebody && (looks.size() < FEWEST_MOVING || restlessness(looks) > RESTLESS);
        if (looks.isEmpty() || nothing) {
            add(start, 0.5, 0.5, true);
        } else {
            anything = true;
            Manner manner = somebody ? Manner.PERSON : Manner.THING;
            List<Sight> way = thinned(smoothed(lazy(looks, manner), start, Math.max(end, start), manner));
            for (int i = 0; i < way.size(); i++)
                add(way.get(i).seconds(), way.get(i).x(), way.get(i).y(), i == 0);
        }
        shot = new ArrayList<>();
    }

    /**
     * Leaves out whoever never moves where somebody else does: a tree that the network takes for a person, a portrait. Who
     * stays near from look to look is one.
     */
    private static List<Sight> ofThoseWhoMove(List<Sight> people) {
        List<List<Sight>> each = new ArrayList<>();
        for (Sight sight : people) {
            List<Sight> same = each.isEmpty() ? List.of() : each.get(each.size() - 1);
            boolean other = same.isEmpty() || Math.abs(same.get(same.size() - 1).x() - sight.x()) > LEAP;
            if (other) each.add(new ArrayList<>());
            each.get(each.size() - 1).add(sight);
        }
        List<Sight> moving = each.stream()
                .filter(same -> same.stream().anyMatch(Sight::moves))
                .flatMap(List::stream)
                .toList();
        return moving.isEmpty() ? people : moving;
    }

    private void add(double seconds, double x, double y, boolean first) {
        long millis = Math.round(seconds * 1000);
        if (!done.isEmpty() && done.get(done.size() - 1).millis() >= millis) return;
        done.add(new Spot(millis, rounded(x), rounded(y), first && !done.isEmpty()));
    }

    private static double rounded(double share) {
        return Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 10_000.0;
    }

    /** Stays until the subject is too far away, and then only as far behind as that. */
    private static List<Sight> lazy(List<Sight> sights, Manner manner) {
        List<Sight> lazy = new ArrayList<>();
        double x = median(sights, 0, true, manner);
        double y = median(sights, 0, false, manner);
        for (int i = 0; i < sights.size(); i++) {
            x = nearer(x, median(sights, i, true, manner), manner);
            y = nearer(y, median(sights, i, false, manner), manner);
            lazy.add(sights.get(i).at(x, y));
        }
        return lazy;
    }

    private static double nearer(double at, double wanted, Manner manner) {
        double away = wanted - at;
        return Math.abs(away) <= manner.laziness ? at : wanted - Math.signum(away) * manner.laziness;
    }

    /** Of the looks around one: a single mistaken one counts for nothing. */
    private static double median(List<Sight> sights, int at, boolean isX, Manner manner) {
        // As many before as after, or a way would be drawn to its middle at its ends; but there, too, never one look
        // alone.
        int around = Math.max(2, Math.min(manner.around, Math.min(at, sights.size() - 1 - at)));
        List<Sight> near = sights.subList(Math.max(0, at - around), Math.min(sights.size(), at + around + 1));
        return median(near.stream().mapToDouble(sight -> isX ? sight.x() : sight.y()));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Returns how far what is seen mostly goes from look to look, in shares of the picture. */
    private static double restlessness(List<Sight> sights) {
        return median(IntStream.range(1, sights.size())
                .mapToDouble(i -> Math.hypot(
                        sights.get(i).x() - sights.get(i - 1).x(),
                        sights.get(i).y() - sights.get(i - 1).y())));
    }

    private static List<Sight> smoothed(List<Sight> sights, double start, double end, Manner manner) {
        List<Sight> smooth = new ArrayList<>();
        int count = (int) Math.max(1, Math.ceil((end - start) * SPOTS_A_SECOND));
        for (int i = 0; i <= count; i++) {
            double seconds = start + (end - start) * i / count;
            smooth.add(mean(sights, seconds, manner));
            if (end <= start) break;
        }
        return smooth;
    }

    private static Sight mean(List<Sight> sights, double seconds, Manner manner) {
        double weights = 0;
        double x = 0;
        double y = 0;
        for (Sight sight : sights) {
            double away = (sight.seconds() - seconds) / manner.gentleness;
            double weight = Math.exp(-away * away / 2) + 1e-12 / (1 + away * away);
            weights += weight;
            x += weight * sight.x();
            y += weight * sight.y();
        }
        return new Sight(seconds, x / weights, y / weights, true, true);
    }

    /** Leaves out spots that lie on the line between others (Ramer, Douglas and Peucker). */
    private static List<Sight> thinned(List<Sight> way) {
        if (way.size() < 3) return way;
        Sight first = way.get(0);
        Sight last = way.get(way.size() - 1);
        int farthest = 0;
        double most = TOLERANCE;
        for (int i = 1; i < way.size() - 1; i++) {
            double share = (way.get(i).seconds() - first.seconds()) / (last.seconds() - first.seconds());
            double away = Math.max(
                    Math.abs(first.x()
                            + share * (last.x() - first.x())
                            - way.get(i).x()),
                    Math.abs(first.y()
                            + share * (last.y() - first.y())
                            - way.get(i).y()));
            if (away > most) {
                most = away;
                farthest = i;
            }
        }
        if (farthest == 0) return List.of(first, last);
        List<Sight> thin = new ArrayList<>(thinned(way.subList(0, farthest + 1)));
        thin.remove(thin.size() - 1);
        thin.addAll(thinned(way.subList(farthest, way.size())));
        return thin;
    }
}
