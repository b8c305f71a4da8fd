package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Steady;

class SteadyTest {
    /** A picture full of detail, through a window that shakes by up to 8 pixels while it pans slowly to the right. */
    private static final String SHAKY = "mandelbrot=s=640x400:rate=25:end_pts=1:start_scale=0.9:maxiter=200,"
            + "trim=end_frame=1,loop=99:1,setpts=N/25/TB,"
            + "crop=320:180:'40+n+5*sin(n*1.9)+3*sin(n*0.83+1)':'100+4*sin(n*2.3)+4*cos(n*1.1)':exact=1,setsar=1";

    private static final int SIDE_WIDTH = 320;
    private static final int SIDE_HEIGHT = 180;

    @TempDir
    Path folder;

    @Test
    void shakeGoesAndThePanStays() {
        Stage stage = new Stage(folder).make("a.mp4", SHAKY, "-pix_fmt", "yuv420p", "-crf", "10");
        MediaSegment filmed = Stage.segment("a.mp4", 0, 100, 0);
        double[][] before = moves(stage.rendered(RATE, filmed));
        double[][] after = moves(stage.rendered(RATE, filmed.with(Steady.NORMAL)));
        assertThat(jerk(before)).isGreaterThan(4);
        assertThat(jerk(after)).isLessThan(jerk(before) / 5);
        assertThat(mean(after, 0)).isBetween(-1.5, -0.7);
    }

    @Test
    void noEdgeShowsAndFramesStayInTheirPlaces() {
        Stage stage = new Stage(folder)
                .make(
                        "a.mp4",
                        "color=white:s=320x180:r=25:d=3,drawgrid=w=20:h=20:c=gray," + shaken(),
                        "-pix_fmt",
                        "yuv420p");
        MediaSegment part = Stage.segment("a.mp4", 0, 20, 30).with(Steady.NORMAL);
        Path file = stage.rendered(RATE, part);
        // Black at an edge would pull the outermost tiles down.
        assertThat(Stage.frames(file, 64, 36)).hasSize(20).allSatisfy(frame -> {
            for (int i = 0; i < 64; i++) assertThat(frame[i] & 255).isGreaterThan(90);
            for (int i = 0; i < 36; i++) assertThat(frame[64 * i] & 255).isGreaterThan(90);
        });
    }

    @Test
    void steadyFramesAreTheSameMomentsAtAnyPace() {
        Stage stage = new Stage(folder).numbered("a.mov", RATE, 8);
        assertThat(Stage.numbers(
                        stage.rendered(RATE, Stage.segment("a.mov", 0, 10, 130).with(Steady.NORMAL))))
                .startsWith(130, 131, 132)
                .endsWith(139);
        MediaSegment twice =
                Stage.segment("a.mov", 0, 10, 65).with(Steady.NORMAL).with(new Pace.Speed(2));
        assertThat(Stage.numbers(stage.rendered(RATE, twice))).startsWith(130, 132, 134);
        MediaSegment back = Stage.segment("a.mov", 0, 10, 0).with(Steady.NORMAL).with(new Pace.Backwards(1, 140));
        assertThat(Stage.numbers(stage.rendered(RATE, back))).startsWith(139, 138, 137);
    }

    private static String shaken() {
        return "crop=300:168:'10+5*sin(n*1.9)':'6+4*sin(n*2.3)':exact=1,scale=320:180,setsar=1";
    }

    /** Returns how far each frame is from the one before: where a middle window fits best. */
    private static double[][] moves(Path file) {
        List<byte[]> frames = Stage.frames(file, SIDE_WIDTH, SIDE_HEIGHT);
        double[][] moves = new double[frames.size() - 1][];
        for (int i = 0; i < moves.length; i++) moves[i] = shift(frames.get(i), frames.get(i + 1));
        return moves;
    }

    /** Returns the shift with the least difference, to a fraction of a pixel by the parabola through its neighbours. */
    private static double[] shift(byte[] one, byte[] other) {
        int reach = 14;
        double[][] costs = new double[2 * reach + 1][2 * reach + 1];
        int bestX = 0;
        int bestY = 0;
        double best = Double.MAX_VALUE;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                double cost = cost(one, other, dx, dy);
                costs[dy + reach][dx + reach] = cost;
                if (cost < best) {
                    best = cost;
                    bestX = dx;
                    bestY = dy;
                }
            }
        }
        return new double[] {
            bestX + vertex(costs, bestY + reach, bestX + reach, true),
            bestY + vertex(costs, bestY + reach, bestX + reach, false)
        };
    }

    private static double vertex(double[][] costs, int y, int x, boolean across) {
        int last = costs.length - 1;
        if (x == 0 || y == 0 || x == last || y == last) return 0;
        double before = across ? costs[y][x - 1] : costs[y - 1][x];
        double after = across ? costs[y][x + 1] : costs[y + 1][x];
        double bend = before - 2 * costs[y][x] + after;
        return bend == 0 ? 0 : (before - after) / (2 * bend);
    }

    private static double cost(byte[] one, byte[] other, int dx, int dy) {
        double sum = 0;
        for (int y = 40; y < SIDE_HEIGHT - 40; y += 2) {
            for (int x = 60; x < SIDE_WIDTH - 60; x += 2) {
                double miss = (one[y * SIDE_WIDTH + x] & 255) - (other[(y + dy) * SIDE_WIDTH + x + dx] & 255);
                sum += miss * miss;
            }
        }
        return sum;
    }

    /** Returns how much the moves change from frame to frame: the root of the mean square, in pixels. */
    private static double jerk(double[][] moves) {
        double sum = 0;
        for (int i = 1; i < moves.length; i++) {
            sum += Math.pow(moves[i][0] - moves[i - 1][0], 2) + Math.pow(moves[i][1] - moves[i - 1][1], 2);
        }
        return Math.sqrt(sum / (moves.length - 1));
    }

    private static double mean(double[][] moves, int part) {
        double sum = 0;
        for (double[] move : moves) sum += move[part];
        return sum / moves.length;
    }
}
