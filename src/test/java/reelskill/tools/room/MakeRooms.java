package reelskill.tools.room;

import static reelskill.tools.room.Canvas.box;
import static reelskill.tools.room.Canvas.clear;
import static reelskill.tools.room.Canvas.lit;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes the built-in backgrounds as JPEG: {@code MakeRooms FOLDER [NAME…]}. Soft, as behind a person before a webcam. */
final class MakeRooms {
    private static final float QUALITY = 0.9f;
    /** Takes away the steps of eight bits from large gradients. */
    private static final int SMOOTH = 24;

    private static final Map<String, Supplier<BufferedImage>> ROOMS = new LinkedHashMap<>();

    static {
        ROOMS.put("clean-office", MakeRooms::cleanOffice);
        ROOMS.put("studio-white", () -> studio(new Color(252, 252, 252), new Color(226, 227, 229), 1.16));
        ROOMS.put("studio-grey", () -> studio(new Color(158, 160, 164), new Color(92, 94, 98), 0.95));
        ROOMS.put("soft-gradient", MakeRooms::softGradient);
        ROOMS.put("bookshelf", MakeRooms::bookshelf);
        ROOMS.put("living-room", MakeRooms::livingRoom);
        ROOMS.put("outdoor", MakeRooms::outdoor);
    }

    private MakeRooms() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        for (Map.Entry<String, Supplier<BufferedImage>> room : ROOMS.entrySet()) {
            boolean wanted =
                    arguments.length == 1 || java.util.List.of(arguments).contains(room.getKey());
            if (wanted) write(room.getValue().get(), folder.resolve(room.getKey() + ".jpg"));
        }
    }

    static BufferedImage room(String name) {
        Supplier<BufferedImage> room = ROOMS.get(name);
        if (room == null) throw new IllegalArgumentException(name);
        return room.get();
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage cleanOffice() {
        Canvas canvas = new Canvas(11);
        Furniture things = new Furniture(canvas);
        things.wall(new Color(226, 225, 221), new Color(204, 202, 197));
        Rectangle2D hole = box(70, -40, 560, 700);
        things.window(hole, 2, 1, new Color(92, 96, 100), () -> things.town(hole));
        for (double y = -10; y < 130; y += 17) {
            canvas.down(box(66, y, 568, 15), new Color(244, 243, 240), new Color(206, 205, 200));
        }
        things.picture(
                box(780, 150, 240, 300),
                new Color(60, 58, 56),
                () -> art(canvas, box(780, 150, 240, 300), new Color(0x7f9db0), new Color(0xd9c7a8)));
        things.picture(
                box(1060, 150, 240, 300),
                new Color(60, 58, 56),
                () -> art(canvas, box(1060, 150, 240, 300), new Color(0xc9a07a), new Color(0x5f7c74)));
        things.shelves(
                box(1400, 130, 470, 980), 2, 4, Furniture.WHITE, (cell, number) -> officeCell(things, cell, number));
        desk(canvas, things);
        things.plant(700, 905, 150, new Color(214, 212, 206));
        canvas.shine(330, 300, 760, 620, new Color(255, 250, 240), 0.45);
        canvas.shine(1500, -60, 900, 420, new Color(255, 246, 230), 0.30);
        return canvas.developed(0.86, 9);
    }

    private static void officeCell(Furniture things, Rectangle2D cell, int number) {
        double floor = cell.getMaxY();
        double height = cell.getHeight() * 0.78;
        switch (number) {
            case 0, 3, 6 -> things.binders(cell.getX(), cell.getMaxX(), floor, height);
            case 1 -> things.plant(cell.getCenterX(), floor, 88, new Color(198, 150, 120));
            case 2 -> {
                things.pile(cell.getX() + 24, floor, 140, 70);
                things.vase(cell.getMaxX() - 48, floor, 96, new Color(150, 164, 172));
            }
            case 5 -> things.books(cell.getX(), cell.getMaxX(), floor, height);
            default ->
                things.basket(
                        box(cell.getX() + 14, floor - height * 0.75, cell.getWidth() - 28, height * 0.75),
                        new Color(196, 188, 172));
        }
    }

    private static void desk(Canvas canvas, Furniture things) {
        canvas.down(box(560, 934, 850, 160), new Color(150, 146, 140), new Color(118, 114, 110));
        things.board(box(540, 900, 872, 34), Furniture.OAK);
        things.monitor(990, 900, 400);
        things.pile(1240, 900, 120, 60);
        canvas.across(
                new java.awt.geom.RoundRectangle2D.Double(1190, 862, 34, 38, 8, 8),
                new Color(240, 240, 238),
                new Color(176, 176, 174));
    }

    private static void art(Canvas canvas, Rectangle2D area, Color one, Color other) {
        canvas.fill(area, lit(other, 1.35));
        for (int i = 0; i < 3; i++) {
            double r = area.getWidth() * canvas.random(0.3, 0.6);
            canvas.fill(
                    new Ellipse2D.Double(
                            area.getX() + canvas.random(20, 110), area.getY() + canvas.random(40, 150), r, r),
                    clear(i % 2 == 0 ? one : other, 0.8));
        }
        canvas.fill(box(area.getX(), area.getCenterY() + 40, area.getWidth(), 140), clear(lit(one, 0.7), 0.6));
    }

    /** A seamless backdrop: a light behind the head, falling off evenly. */
    private static BufferedImage studio(Color middle, Color edge, double exposure) {
        Canvas canvas = new Canvas(5);
        canvas.down(box(0, 0, Canvas.WIDTH, Canvas.HEIGHT), Canvas.mix(edge, middle, 0.5), edge);
        canvas.shine(960, 430, 980, 640, Color.WHITE, brightness(middle) / brightness(edge) - 1);
        return canvas.developed(exposure, SMOOTH);
    }

    private static double brightness(Color colour) {
        double value = colour.getGreen() / 255.0;
        return value * value;
    }

    private static BufferedImage softGradient() {
        Canvas canvas = new Canvas(3);
        canvas.across(box(0, 0, Canvas.WIDTH, Canvas.HEIGHT), new Color(92, 122, 168), new Color(176, 140, 160));
        canvas.shine(360, 200, 820, 620, new Color(140, 200, 255), 0.75);
        canvas.shine(1600, 900, 760, 560, new Color(255, 190, 150), 0.85);
        canvas.shine(1100, 300, 640, 480, new Color(230, 220, 255), 0.35);
        return canvas.developed(0.92, SMOOTH);
    }

    private static BufferedImage bookshelf() {
        Canvas canvas = new Canvas(21);
        Furniture things = new Furniture(canvas);
        things.wall(new Color(120, 112, 104), new Color(96, 88, 80));
        things.shelves(
                box(-30, -60, 1980, 1230),
                4,
                4,
                Furniture.WALNUT,
                (cell, number) -> bookCell(canvas, things, cell, number));
        canvas.shine(420, 260, 620, 520, new Color(255, 224, 180), 0.75);
        canvas.shine(1500, 520, 620, 560, new Color(255, 218, 170), 0.55);
        return canvas.developed(1.15, 9);
    }

    private static void bookCell(Canvas canvas, Furniture things, Rectangle2D cell, int number) {
        double floor = cell.getMaxY();
        if (number % 7 == 3) {
            things.books(cell.getX(), cell.getX() + cell.getWidth() * 0.55, floor, cell.getHeight());
            things.vase(cell.getMaxX() - 90, floor, 150, new Color(0x9a6b4a));
        } else if (number == 6) {
            things.plant(cell.getCenterX() + 60, floor, 105, new Color(188, 180, 168));
            things.pile(cell.getX() + 30, floor, 150, 90);
        } else if (number == 9) {
            things.picture(
                    box(cell.getX() + 60, floor - 190, 150, 190),
                    new Color(52, 46, 42),
                    () -> art(
                            canvas,
                            box(cell.getX() + 60, floor - 190, 150, 190),
                            new Color(0x8a9aa8),
                            new Color(0xc8b494)));
            things.books(cell.getX() + 250, cell.getMaxX(), floor, cell.getHeight());
        } else {
            things.books(cell.getX(), cell.getMaxX(), floor, cell.getHeight());
        }
    }

    private static BufferedImage livingRoom() {
        Canvas canvas = new Canvas(31);
        Furniture things = new Furniture(canvas);
        things.wall(new Color(214, 206, 194), new Color(196, 186, 172));
        Rectangle2D hole = box(1330, 60, 470, 620);
        things.window(hole, 2, 2, new Color(240, 238, 232), () -> things.garden(hole));
        things.curtain(1170, 1330, 1010, new Color(224, 214, 198));
        things.curtain(1800, 1960, 1010, new Color(224, 214, 198));
        things.picture(box(640, 110, 420, 300), new Color(150, 116, 80), () -> {
            canvas.down(box(640, 110, 420, 300), new Color(196, 212, 222), new Color(214, 190, 150));
            canvas.dabs(
                    box(640, 260, 420, 150),
                    220,
                    60,
                    new Color(150, 168, 150),
                    new Color(176, 150, 106),
                    new Color(110, 118, 92));
        });
        canvas.down(box(0, 1010, Canvas.WIDTH, 80), new Color(150, 116, 84), new Color(112, 84, 60));
        things.board(box(-40, 250, 380, 22), Furniture.OAK);
        things.books(-20, 200, 250, 170);
        things.vase(270, 250, 120, new Color(0xb7b2a6));
        things.floorLamp(470, 260, 1030);
        things.sofa(330, 1290, 640, new Color(132, 140, 146));
        things.pillow(430, 650, 210, -9, new Color(198, 150, 104));
        things.pillow(1010, 660, 190, 8, new Color(216, 210, 198));
        things.plant(120, 1060, 270, new Color(206, 198, 186));
        canvas.shine(1560, 380, 720, 620, new Color(255, 250, 240), 0.5);
        canvas.shine(470, 380, 360, 340, new Color(255, 214, 150), 0.6);
        return canvas.developed(0.86, 9);
    }

    private static BufferedImage outdoor() {
        Canvas canvas = new Canvas(41);
        Rectangle2D all = box(0, 0, Canvas.WIDTH, Canvas.HEIGHT);
        canvas.down(all, new Color(196, 222, 244), new Color(238, 240, 226));
        for (int layer = 0; layer < 3; layer++) hill(canvas, layer);
        trees(canvas);
        Rectangle2D meadow = box(0, 760, Canvas.WIDTH, 330);
        canvas.down(meadow, new Color(160, 186, 112), new Color(96, 134, 66));
        canvas.dabs(
                meadow,
                5000,
                46,
                new Color(178, 200, 126),
                new Color(146, 178, 98),
                new Color(112, 150, 76),
                new Color(88, 126, 60));
        canvas.shine(1500, 120, 900, 600, new Color(255, 244, 214), 0.45);
        return canvas.developed(0.92, 16);
    }

    private static void hill(Canvas canvas, int layer) {
        java.awt.geom.Path2D hill = new java.awt.geom.Path2D.Double();
        hill.moveTo(0, Canvas.HEIGHT);
        for (int x = 0; x <= Canvas.WIDTH; x += 10) {
            double rise = 130 * Plane.noise(x / 420.0 + 9 * layer, layer) + 30 * Plane.noise(x / 90.0, 5 + layer);
            hill.lineTo(x, 520 + 80 * layer - rise);
        }
        hill.lineTo(Canvas.WIDTH, Canvas.HEIGHT);
        hill.closePath();
        Color far = new Color(170, 192, 204);
        Color near = new Color(120, 152, 104);
        Color tone = Canvas.mix(far, near, layer / 2.0);
        canvas.down(hill, lit(tone, 1.1), lit(tone, 0.9));
        canvas.dabs(hill, 900, 26 + 14 * layer, lit(tone, 1.1), tone, lit(tone, 0.85));
    }

    private static void trees(Canvas canvas) {
        for (int i = 0; i < 46; i++) crown(canvas, canvas.random(-80, 2000), canvas.random(640, 740), 90, 0.62);
        canvas.down(
                box(0, 740, Canvas.WIDTH, 40), clear(new Color(70, 96, 58), 0.5), clear(new Color(120, 150, 84), 0.5));
        for (double[] tree :
                new double[][] {{60, 420}, {330, 520}, {1640, 400}, {1860, 500}, {-60, 620}, {1940, 640}}) {
            double width = tree[1] > 600 ? 26 : 16;
            canvas.across(box(tree[0], tree[1], width, 820 - tree[1]), new Color(104, 86, 66), new Color(60, 50, 42));
            for (int i = 0; i < 34; i++) {
                double angle = canvas.random(0, 2 * Math.PI);
                double far = canvas.random(0, 1);
                double x = tree[0] + StrictMath.cos(angle) * far * 260;
                double y = tree[1] - 120 + StrictMath.sin(angle) * far * 230;
                crown(canvas, x, y, canvas.random(50, 120), canvas.random(0.8, 1.15));
            }
        }
    }

    /** A clump of leaves, lighter above. */
    private static void crown(Canvas canvas, double x, double y, double size, double light) {
        Ellipse2D area = new Ellipse2D.Double(x - size, y - size * 0.8, 2 * size, 1.6 * size);
        canvas.dabs(
                area,
                70,
                size * 0.34,
                lit(new Color(168, 196, 116), light),
                lit(new Color(124, 162, 86), light),
                lit(new Color(88, 126, 64), light),
                lit(new Color(62, 94, 52), light));
    }
}
