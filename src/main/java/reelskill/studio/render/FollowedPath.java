package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import reelskill.media.FrameRate;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Fitting.Spot;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.Pace;

/** The way of a subject through the frames of a run, as ffmpeg's expressions of their time {@code t}. */
final class FollowedPath {
    /** Further in one frame is a cut. */
    private static final double JUMP = 0.03;
    /** How many frames of a way that is taken anew make one stop. */
    private static final int STRIDE = 5;

    private final List<Stop> stops = new ArrayList<>();

    /** @param at seconds after the run's first frame */
    private record Stop(double at, double x, double y, boolean jumps) {}

    FollowedPath(Fitting way, Run run, Framing framing, FrameRate rate) {
        Pace pace = run.effects().get(Pace.class).orElse(Pace.Speed.NORMAL);
        List<Stop> all = new ArrayList<>();
        if (pace.factor() == 0) {
            all.add(stop(way.at(pace.position(0) * 1000 / rate.fps()), framing, 0));
        } else {
            for (Spot spot : way.path()) {
                double played = spot.millis() * rate.fps() / 1000 / pace.factor();
                all.add(stop(spot, framing, (played - run.first()) / rate.fps()));
            }
        }
        double end = run.length() / rate.fps();
        for (int i = 0; i < all.size(); i++) {
            boolean over = i + 1 < all.size() && all.get(i + 1).at <= 0;
            boolean later = i > 0 && all.get(i - 1).at > end;
            if (!over && !later) stops.add(all.get(i));
        }
    }

    /**
     * Returns the way through frames as they are played, as one through a file of just these.
     *
     * @param first counted as {@code pace} counts
     */
    static Fitting played(Fitting way, Pace pace, long first, long length, FrameRate rate) {
        List<Spot> spots = new ArrayList<>();
        // Backwards, what is first shown is the frame before the position.
        int shift = pace instanceof Pace.Backwards ? -1 : 0;
        Spot before = way.at((pace.position(first) + shift) * 1000 / rate.fps());
        for (long frame = 0; frame < length; frame++) {
            Spot now = way.at((pace.position(first + frame) + shift) * 1000 / rate.fps());
            boolean jumps = Math.abs(now.x() - before.x()) + Math.abs(now.y() - before.y()) > JUMP;
            long last = spots.isEmpty() ? -1 : spots.get(spots.size() - 1).millis();
            long millis = Math.round(frame * 1000 / rate.fps());
            if (jumps || frame % STRIDE == 0 || frame + 1 == length) {
                long earlier = Math.round((frame - 1) * 1000 / rate.fps());
                if (jumps && earlier > last) spots.add(new Spot(earlier, before.x(), before.y(), false));
                spots.add(new Spot(millis, now.x(), now.y(), jumps));
            }
            before = now;
        }
        return new Fitting(way.how(), spots);
    }

    String x() {
        return along(0, stops.size() - 1, Stop::x);
    }

    String y() {
        return along(0, stops.size() - 1, Stop::y);
    }

    /** A tree, as deep as the number of stops has digits: ffmpeg gives up on a long row. */
    private String along(int first, int last, ToDoubleFunction<Stop> place) {
        if (first == last) return number(place.applyAsDouble(stops.get(first)));
        if (last == first + 1) return between(stops.get(first), stops.get(last), place);
        int middle = (first + last) / 2;
        String time = number(stops.get(middle).at);
        return "if(lt(t," + time + ")," + along(first, middle, place) + "," + along(middle, last, place) + ")";
    }

    private static String between(Stop from, Stop to, ToDoubleFunction<Stop> place) {
        double start = place.applyAsDouble(from);
        double way = place.applyAsDouble(to) - start;
        if (Math.abs(way) < 1e-4) return number(start);
        // Half a millisecond: stamps and stops are rounded one by one.
        if (to.jumps)
            return "if(lt(t," + number(to.at - 0.0005) + ")," + number(start) + "," + number(start + way) + ")";
        return number(start) + "+(" + number(way) + ")*clip((t-" + number(from.at) + ")/" + number(to.at - from.at)
                + ",0,1)";
    }

    /** Where the spot is in the picture turned, mirrored and cut down. */
    private static Stop stop(Spot spot, Framing framing, double at) {
        double x = spot.x();
        double y = spot.y();
        for (int i = 0; i < framing.quarterTurns(); i++) {
            double turned = 1 - y;
            y = x;
            x = turned;
        }
        if (framing.mirrored()) x = 1 - x;
        Box window = framing.window();
        return new Stop(
                at,
                share((x - window.left()) / window.width()),
                share((y - window.top()) / window.height()),
                spot.jumps());
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value).replace("-0.00000", "0.00000");
    }
}
