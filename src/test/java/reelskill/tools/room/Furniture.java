package reelskill.tools.room;

import static reelskill.tools.room.Canvas.box;
import static reelskill.tools.room.Canvas.clear;
import static reelskill.tools.room.Canvas.lit;
import static reelskill.tools.room.Canvas.mix;
import static reelskill.tools.room.Canvas.polygon;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Things that stand in rooms. Places are of their lower left corner or middle, as each says; sizes are in pixels. */
final class Furniture {
    static final Color OAK = new Color(186, 148, 104);
    static final Color WALNUT = new Color(104, 74, 52);
    static final Color WHITE = new Color(236, 234, 230);
    static final Color PAPER = new Color(238, 232, 220);
    private static final Color[] BOOKS = {
        new Color(0x7a2e2a), new Color(0x26435f), new Color(0x2f5541), new Color(0xb58a3c), new Color(0xd8cbb0),
        new Color(0x34323a), new Color(0x8a4a2c), new Color(0x5a6d7d), new Color(0xb9b4a6), new Color(0x51324f),
        new Color(0xe3ddd0), new Color(0x6d7f4f), new Color(0x3b6b78), new Color(0xa9563a)
    };
    private static final Color[] BINDERS = {
        new Color(0xe8e8e6),
        new Color(0xdcdad4),
        new Color(0x3e5f82),
        new Color(0x8fa3b5),
        new Color(0xc9cdd0),
        new Color(0x2f3c4a)
    };

    private final Canvas canvas;

    Furniture(Canvas canvas) {
        this.canvas = canvas;
    }

    /** A wall, lighter to the left. */
    void wall(Color left, Color right) {
        canvas.across(box(0, 0, Canvas.WIDTH, Canvas.HEIGHT), left, right);
        for (int i = 0; i < 400; i++) {
            double r = canvas.random(60, 220);
            Ellipse2D patch = new Ellipse2D.Double(
                    canvas.random(-100, Canvas.WIDTH), canvas.random(-100, Canvas.HEIGHT), r, r * 0.8);
            canvas.fill(patch, clear(i % 2 == 0 ? Color.WHITE : new Color(90, 84, 76), 0.008));
        }
    }

    /** A window of some panes over what is painted into it. */
    void window(Rectangle2D hole, int columns, int rows, Color frame, Runnable outside) {
        canvas.shadow(grown(hole, 22), 6, 8, 14, 0.22);
        canvas.fill(grown(hole, 20), lit(frame, 0.95));
        canvas.within(hole, outside);
        double bar = 13;
        for (int i = 0; i <= columns; i++) {
            double x = hole.getX() + hole.getWidth() * i / columns - bar / 2;
            canvas.across(box(x, hole.getY() - 8, bar, hole.getHeight() + 16), frame, lit(frame, 0.72));
        }
        for (int i = 0; i <= rows; i++) {
            double y = hole.getY() + hole.getHeight() * i / rows - bar / 2;
            canvas.down(box(hole.getX() - 8, y, hole.getWidth() + 16, bar), frame, lit(frame, 0.74));
        }
        Rectangle2D sill = box(hole.getX() - 50, hole.getMaxY() + 18, hole.getWidth() + 100, 26);
        canvas.shadow(sill, 2, 18, 10, 0.3);
        canvas.down(sill, lit(frame, 1.05), lit(frame, 0.75));
    }

    /** A town far away, under a bright sky. */
    void town(Rectangle2D area) {
        canvas.down(area, new Color(206, 226, 244), new Color(238, 240, 238));
        for (int layer = 0; layer < 3; layer++) {
            for (double x = area.getX() - 60; x < area.getMaxX(); ) {
                double w = canvas.random(50, 150);
                double h = area.getHeight() * canvas.random(0.22, 0.62) * (1 - 0.2 * layer);
                Color tone =
                        mix(new Color(208, 216, 224), new Color(132, 144, 156), layer / 2.4 + canvas.random(-0.1, 0.1));
                house(box(x, area.getMaxY() - h, w, h), tone);
                x += w + canvas.random(-12, 26);
            }
        }
        Rectangle2D trees =
                box(area.getX(), area.getMaxY() - area.getHeight() * 0.17, area.getWidth(), area.getHeight() * 0.2);
        canvas.dabs(trees, 420, 60, new Color(140, 168, 122), new Color(108, 142, 94), new Color(82, 116, 74));
    }

    private void house(Rectangle2D house, Color tone) {
        canvas.across(house, lit(tone, 1.08), lit(tone, 0.9));
        for (double y = house.getY() + 14; y < house.getMaxY(); y += 24) {
            for (double x = house.getX() + 8; x < house.getMaxX() - 12; x += 19) {
                canvas.fill(box(x, y, 10, 14), clear(lit(tone, canvas.random(0.55, 1.2)), 0.7));
            }
        }
    }

    void garden(Rectangle2D area) {
        canvas.down(area, new Color(222, 236, 246), new Color(150, 180, 124));
        canvas.dabs(
                area,
                1500,
                80,
                new Color(228, 238, 244),
                new Color(186, 208, 170),
                new Color(132, 166, 104),
                new Color(96, 136, 78),
                new Color(120, 152, 86));
        canvas.dabs(
                area,
                500,
                34,
                new Color(240, 246, 250),
                new Color(214, 230, 196),
                new Color(164, 194, 120),
                new Color(140, 176, 98));
    }

    void curtain(double left, double right, double bottom, Color cloth) {
        canvas.shadow(box(left, -20, right - left, bottom + 20), 10, 6, 16, 0.3);
        for (double x = left; x < right; x += 0.5) {
            double fold = StrictMath.sin((x - left) * 0.16 + 1.6 * StrictMath.sin((x - left) * 0.03));
            double light = 0.86 + 0.14 * fold + 0.04 * StrictMath.sin(x * 0.7);
            canvas.down(box(x, -20, 0.9, bottom + 20), lit(cloth, light), lit(cloth, light * 0.86));
        }
    }

    void board(Rectangle2D board, Color colour) {
        canvas.shadow(board, 3, 8, 8, 0.32);
        if (colour.equals(WHITE)) canvas.down(board, lit(colour, 1.04), lit(colour, 0.86));
        else canvas.wood(board, colour, board.getWidth() > board.getHeight());
    }

    /** An open case; what stands in a compartment is painted by {@code filling}. */
    void shelves(Rectangle2D body, int columns, int rows, Color colour, Filling filling) {
        canvas.shadow(body, 12, 4, 22, 0.35);
        double side = 16;
        canvas.fill(body, lit(colour, 0.62));
        double w = (body.getWidth() - side) / columns;
        double h = (body.getHeight() - side) / rows;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Rectangle2D hole =
                        box(body.getX() + side + column * w, body.getY() + side + row * h, w - side, h - side);
                canvas.down(hole, lit(colour, 0.5), lit(colour, 0.72));
                canvas.down(
                        box(hole.getX(), hole.getY(), hole.getWidth(), 44),
                        new Color(0, 0, 0, 70),
                        new Color(0, 0, 0, 0));
                canvas.across(
                        box(hole.getX(), hole.getY(), 30, hole.getHeight()),
                        new Color(0, 0, 0, 50),
                        new Color(0, 0, 0, 0));
                canvas.within(
                        hole,
                        () -> filling.paint(
                                hole,
                                (int) Math.round((hole.getY() - body.getY()) / h) * columns
                                        + (int) Math.round((hole.getX() - body.getX()) / w)));
            }
        }
        for (int i = 0; i <= columns; i++) upright(body.getX() + i * w, body, side, colour);
        for (int i = 0; i <= rows; i++) plank(body.getY() + i * h, body, side, colour);
    }

    private void upright(double x, Rectangle2D body, double side, Color colour) {
        canvas.wood(box(x, body.getY(), side, body.getHeight()), lit(colour, 0.94), false);
    }

    private void plank(double y, Rectangle2D body, double side, Color colour) {
        canvas.wood(box(body.getX(), y, body.getWidth(), side), colour, true);
    }

    /** Books from wall to wall, some leaning, some lying. */
    void books(double left, double right, double floor, double height) {
        double x = left + canvas.random(0, 8);
        while (x < right - 24) {
            if (canvas.random.nextInt(11) == 0) {
                x += pile(x, floor, canvas.random(90, 140), height * canvas.random(0.3, 0.55));
                continue;
            }
            if (canvas.random.nextInt(14) == 0) x += canvas.random(14, 60);
            double w = canvas.random(15, 38);
            book(x, floor, Math.min(w, right - x), height * canvas.random(0.66, 0.94));
            x += w + 1;
        }
    }

    private void book(double x, double floor, double w, double h) {
        Color c = lit(BOOKS[canvas.random.nextInt(BOOKS.length)], canvas.random(0.8, 1.15));
        Rectangle2D back = box(x, floor - h, w, h);
        canvas.shadow(back, 4, 2, 4, 0.35);
        canvas.across(box(x, floor - h, w * 0.45, h), lit(c, 0.6), lit(c, 1.12));
        canvas.across(box(x + w * 0.45, floor - h, w * 0.55, h), lit(c, 1.12), lit(c, 0.55));
        Color ink = clear(c.getRed() + c.getGreen() > 260 ? lit(c, 0.35) : new Color(226, 204, 150), 0.8);
        if (canvas.random.nextInt(2) == 0) canvas.fill(box(x, floor - h * 0.9, w, 5), ink);
        if (canvas.random.nextInt(2) == 0) canvas.fill(box(x, floor - h * 0.14, w, 4), ink);
        canvas.fill(box(x + w * 0.34, floor - h * 0.76, w * 0.32, h * canvas.random(0.2, 0.42)), clear(ink, 0.55));
    }

    double pile(double x, double floor, double w, double h) {
        double y = floor;
        while (y > floor - h) {
            double thick = canvas.random(16, 28);
            double width = w - canvas.random(0, 26);
            Color c = lit(BOOKS[canvas.random.nextInt(BOOKS.length)], canvas.random(0.85, 1.15));
            Rectangle2D b = box(x + canvas.random(0, 12), y - thick, width, thick);
            canvas.shadow(b, 3, 3, 4, 0.35);
            canvas.down(b, lit(c, 1.18), lit(c, 0.6));
            y -= thick;
        }
        return w + 10;
    }

    void binders(double left, double right, double floor, double height) {
        double w = 44;
        for (double x = left + 6; x + w < right; x += w + 2) {
            if (canvas.random.nextInt(9) == 0) break;
            Color c = BINDERS[canvas.random.nextInt(BINDERS.length)];
            Rectangle2D back = box(x, floor - height, w, height);
            canvas.shadow(back, 4, 2, 4, 0.3);
            canvas.across(back, lit(c, 1.03), lit(c, 0.72));
            canvas.fill(box(x + 8, floor - height * 0.82, w - 16, height * 0.34), clear(PAPER, 0.92));
            canvas.fill(new Ellipse2D.Double(x + w / 2 - 8, floor - height * 0.24, 16, 16), lit(c, 0.45));
        }
    }

    void basket(Rectangle2D front, Color colour) {
        canvas.shadow(front, 4, 2, 6, 0.35);
        canvas.down(front, lit(colour, 1.05), lit(colour, 0.72));
        for (double y = front.getY() + 10; y < front.getMaxY(); y += 11) {
            canvas.line(front.getX(), y, front.getMaxX(), y, 2, clear(Color.BLACK, 0.09));
        }
        canvas.fill(
                new RoundRectangle2D.Double(front.getCenterX() - 26, front.getY() + 22, 52, 20, 18, 18),
                lit(colour, 0.5));
    }

    void vase(double middle, double floor, double size, Color colour) {
        Path2D p = new Path2D.Double();
        p.moveTo(middle - size * 0.16, floor - size);
        p.curveTo(
                middle - size * 0.12,
                floor - size * 0.66,
                middle - size * 0.55,
                floor - size * 0.5,
                middle - size * 0.24,
                floor);
        p.lineTo(middle + size * 0.24, floor);
        p.curveTo(
                middle + size * 0.55,
                floor - size * 0.5,
                middle + size * 0.12,
                floor - size * 0.66,
                middle + size * 0.16,
                floor - size);
        p.closePath();
        canvas.shadow(p, 8, 3, 8, 0.35);
        canvas.across(p, lit(colour, 1.2), lit(colour, 0.55));
    }

    /** A pot with leaves, the far ones first and darker. */
    void plant(double middle, double floor, double size, Color pot) {
        int leaves = 44;
        for (int i = 0; i < leaves; i++) {
            double depth = i / (double) leaves;
            double angle = Math.toRadians(canvas.random(-72, 72) * (1.1 - 0.4 * depth));
            double reach = size * canvas.random(0.7, 1.5);
            double x = middle + StrictMath.sin(angle) * reach * 0.8;
            double y = floor - size * 0.45 - StrictMath.cos(angle) * reach + Math.abs(angle) * size * 0.2;
            Color green = mix(new Color(46, 74, 48), new Color(118, 158, 88), depth * canvas.random(0.6, 1.1));
            Path2D stem = new Path2D.Double();
            stem.moveTo(middle, floor - size * 0.4);
            stem.quadTo(middle + StrictMath.sin(angle) * reach * 0.3, floor - size * 0.4 - reach * 0.6, x, y);
            canvas.stroke(stem, 4, lit(green, 0.8));
            leaf(
                    x,
                    y,
                    size * canvas.random(0.34, 0.56),
                    Math.toDegrees(angle) + canvas.random(-30, 30) + (angle > 0 ? 40 : -40),
                    green);
        }
        Path2D body = polygon(
                middle - size * 0.34,
                floor - size * 0.52,
                middle + size * 0.34,
                floor - size * 0.52,
                middle + size * 0.26,
                floor,
                middle - size * 0.26,
                floor);
        canvas.shadow(body, 10, 4, 12, 0.4);
        canvas.across(body, lit(pot, 1.1), lit(pot, 0.6));
        canvas.fill(
                new Ellipse2D.Double(middle - size * 0.34, floor - size * 0.57, size * 0.68, size * 0.1),
                lit(pot, 0.5));
    }

    private void leaf(double x, double y, double length, double degrees, Color green) {
        Path2D blade = new Path2D.Double();
        blade.moveTo(x, y + length * 0.25);
        blade.curveTo(x - length * 0.42, y - length * 0.05, x - length * 0.26, y - length * 0.55, x, y - length * 0.85);
        blade.curveTo(x + length * 0.26, y - length * 0.55, x + length * 0.42, y - length * 0.05, x, y + length * 0.25);
        AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y);
        java.awt.Shape shape = turn.createTransformedShape(blade);
        canvas.shadow(shape, 5, 8, 6, 0.22);
        canvas.across(shape, lit(green, 1.2), lit(green, 0.72));
    }

    void picture(Rectangle2D frame, Color wood, Runnable art) {
        canvas.shadow(frame, 8, 12, 12, 0.34);
        canvas.down(frame, lit(wood, 1.1), lit(wood, 0.8));
        Rectangle2D mat = grown(frame, -12);
        canvas.fill(mat, new Color(246, 244, 238));
        double inset = Math.min(frame.getWidth(), frame.getHeight()) * 0.14;
        canvas.within(grown(mat, -inset), art);
    }

    void monitor(double middle, double floor, double width) {
        double height = width * 0.58;
        double top = floor - height - width * 0.22;
        Rectangle2D foot = box(middle - width * 0.17, floor - 10, width * 0.34, 10);
        canvas.shadow(foot, 0, 5, 8, 0.4);
        canvas.across(
                box(middle - width * 0.05, floor - width * 0.24, width * 0.1, width * 0.24),
                new Color(196, 198, 202),
                new Color(140, 142, 148));
        canvas.down(foot, new Color(206, 208, 212), new Color(150, 152, 158));
        RoundRectangle2D body = new RoundRectangle2D.Double(middle - width / 2, top, width, height, 16, 16);
        canvas.shadow(body, 6, 10, 14, 0.4);
        canvas.fill(body, new Color(34, 36, 40));
        Rectangle2D screen = box(middle - width / 2 + 11, top + 11, width - 22, height - 26);
        canvas.down(screen, new Color(74, 104, 138), new Color(38, 56, 82));
        canvas.fill(
                box(screen.getX() + 26, screen.getY() + 30, screen.getWidth() * 0.44, screen.getHeight() * 0.6),
                clear(Color.WHITE, 0.72));
        for (int i = 0; i < 5; i++) {
            double y = screen.getY() + 52 + i * screen.getHeight() * 0.1;
            canvas.line(
                    screen.getX() + 44,
                    y,
                    screen.getX() + screen.getWidth() * canvas.random(0.26, 0.44),
                    y,
                    5,
                    clear(new Color(90, 104, 120), 0.6));
        }
        for (int i = 0; i < 4; i++) {
            double h = screen.getHeight() * canvas.random(0.15, 0.5);
            canvas.fill(
                    box(
                            screen.getX() + screen.getWidth() * (0.58 + 0.09 * i),
                            screen.getMaxY() - 30 - h,
                            screen.getWidth() * 0.06,
                            h),
                    clear(new Color(134, 190, 222), 0.85));
        }
    }

    void floorLamp(double x, double top, double floor) {
        canvas.across(box(x - 5, top + 150, 10, floor - top - 150), new Color(150, 130, 96), new Color(70, 60, 48));
        Path2D shade = polygon(x - 78, top, x + 78, top, x + 116, top + 178, x - 116, top + 178);
        canvas.shadow(shade, 10, 10, 22, 0.2);
        canvas.down(shade, new Color(250, 226, 176), new Color(255, 242, 206));
    }

    void sofa(double left, double right, double top, Color cloth) {
        double w = right - left;
        RoundRectangle2D back = new RoundRectangle2D.Double(left, top, w, 420, 70, 70);
        canvas.shadow(back, 0, 0, 30, 0.4);
        canvas.down(back, lit(cloth, 1.08), lit(cloth, 0.72));
        for (int i = 0; i < 3; i++) {
            RoundRectangle2D cushion =
                    new RoundRectangle2D.Double(left + 40 + i * (w - 80) / 3, top + 36, (w - 80) / 3 - 8, 330, 60, 60);
            canvas.shadow(cushion, 0, 6, 12, 0.28);
            canvas.down(cushion, lit(cloth, 1.14), lit(cloth, 0.8));
        }
        for (double x : new double[] {left - 60, right - 60}) {
            RoundRectangle2D arm = new RoundRectangle2D.Double(x, top + 130, 120, 420, 56, 56);
            canvas.shadow(arm, 0, 4, 18, 0.36);
            canvas.down(arm, lit(cloth, 1.12), lit(cloth, 0.7));
        }
    }

    void pillow(double x, double y, double side, double degrees, Color colour) {
        RoundRectangle2D square = new RoundRectangle2D.Double(x, y, side, side, 50, 50);
        java.awt.Shape shape = AffineTransform.getRotateInstance(Math.toRadians(degrees), x + side / 2, y + side / 2)
                .createTransformedShape(square);
        canvas.shadow(shape, 6, 8, 14, 0.34);
        canvas.down(shape, lit(colour, 1.14), lit(colour, 0.74));
    }

    static Rectangle2D grown(Rectangle2D r, double by) {
        return box(r.getX() - by, r.getY() - by, r.getWidth() + 2 * by, r.getHeight() + 2 * by);
    }

    /** Paints the content of a compartment. */
    interface Filling {
        void paint(Rectangle2D hole, int number);
    }
}
