package reelskill.studio.check;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import reelskill.studio.render.SmallPrint;

/** Draws contact sheets 1280 pixels wide: rows of frames with words that are read on a small screen. */
public final class ContactSheet {
    private static final int WIDTH = 1280;
    private static final int GAP = 12;
    private static final int TITLE = 40;
    private static final int CAPTION = 30;
    private static final int TALLEST = 400;
    private static final Color GROUND = new Color(0x14171C);
    private static final Color TITLE_INK = new Color(0xF2F4F7);
    private static final Color CAPTION_INK = new Color(0xAEB7C2);
    private static final Color MISSING = new Color(0x2A3038);
    private static final float TITLE_SIZE = 24;
    private static final float CAPTION_SIZE = 20;

    /** A row: what it is about, which may be nothing, and its cells from left to right. */
    public record Row(String title, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A frame and what stands under it; without one, its place is left empty. */
    public record Cell(Optional<BufferedImage> frame, String caption) {}

    private final List<Row> rows;
    private final int columns;
    private final int cellWidth;
    private final int cellHeight;

    private ContactSheet(List<Row> rows) {
        this.rows = rows;
        columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        cellWidth = (WIDTH - GAP * (columns + 1)) / columns;
        double tallest = rows.stream()
                .flatMap(row -> row.cells().stream().flatMap(cell -> cell.frame().stream()))
                .mapToDouble(frame -> (double) frame.getHeight() / frame.getWidth())
                .max()
                .orElse(9.0 / 16);
        cellHeight = (int) Math.min(TALLEST, Math.round(cellWidth * tallest));
    }

    /** Returns the rows as one picture. */
    public static BufferedImage of(List<Row> rows) {
        return new ContactSheet(rows).paint();
    }

    private BufferedImage paint() {
        int height = GAP + rows.stream().mapToInt(this::height).sum();
        BufferedImage sheet = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, WIDTH, height);
        int top = GAP;
        for (Row row : rows) {
            paint(graphics, row, top);
            top += height(row);
        }
        graphics.dispose();
        return sheet;
    }

    private int height(Row row) {
        return (row.title().isEmpty() ? 0 : TITLE) + cellHeight + CAPTION + GAP;
    }

    private void paint(Graphics2D graphics, Row row, int top) {
        int y = top;
        if (!row.title().isEmpty()) {
            graphics.setColor(TITLE_INK);
            SmallPrint.draw(graphics, row.title(), TITLE_SIZE, GAP, y + TITLE - 13, WIDTH - 2 * GAP);
            y += TITLE;
        }
        for (int i = 0; i < row.cells().size(); i++) {
            paint(graphics, row.cells().get(i), GAP + i * (cellWidth + GAP), y);
        }
    }

    private void paint(Graphics2D graphics, Cell cell, int left, int top) {
        graphics.setColor(MISSING);
        if (cell.frame().isPresent()) paint(graphics, cell.frame().get(), left, top);
        else graphics.fillRect(left, top, cellWidth, cellHeight);
        graphics.setColor(CAPTION_INK);
        float wide = Math.min(cellWidth, SmallPrint.width(cell.caption(), CAPTION_SIZE));
        float x = left + (cellWidth - wide) / 2;
        SmallPrint.draw(graphics, cell.caption(), CAPTION_SIZE, x, top + cellHeight + CAPTION - 8f, cellWidth);
    }

    private void paint(Graphics2D graphics, BufferedImage frame, int left, int top) {
        double scale = Math.min((double) cellWidth / frame.getWidth(), (double) cellHeight / frame.getHeight());
        int width = (int) Math.round(frame.getWidth() * scale);
        int height = (int) Math.round(frame.getHeight() * scale);
        graphics.drawImage(frame, left + (cellWidth - width) / 2, top + (cellHeight - height) / 2, width, height, null);
    }
}
