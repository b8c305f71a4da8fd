package reelskill.studio.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Placement.Area;
import reelskill.studio.timeline.Placement.Outline;

/** Draws the edge of an inset: what of it is seen, and its border and shadow. */
record InsetPainter(Outline outline, Area area, Resolution canvas) {
    /** How round the corners are, as a share of the shorter side. */
    private static final double ROUND = 0.09;
    /** The border's width as a share of the canvas's shorter side, and the shadow's. */
    private static final double BORDER = 0.004;

    private static final double SHADOW = 0.008;

    /** Returns the part of the area that is seen, white on black. */
    BufferedImage mask() {
        BufferedImage mask = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = smooth(mask);
        graphics.setColor(Color.WHITE);
        graphics.fill(shape(0, 0));
        graphics.dispose();
        return mask;
    }

    /** Returns what stands below the inset. */
    TitlePicture plate() {
        int border = outline.border().isPresent() ? pixels(BORDER) : 0;
        int shadow = outline.shape() == Outline.Shape.PLAIN ? 0 : pixels(SHADOW);
        // Even, so that chroma stays beside what it belongs to.
        int rim = (border + 5 * shadow + 1) & ~1;
        BufferedImage solid = picture(rim);
        Graphics2D graphics = smooth(solid);
        graphics.setColor(new Color(outline.border().orElse(0)));
        graphics.fill(shape(rim, border));
        graphics.dispose();
        BufferedImage plate = picture(rim);
        Graphics2D below = smooth(plate);
        if (shadow > 0) below.drawImage(TitleShadow.soft(solid, shadow), 0, shadow, null);
        if (border > 0) below.drawImage(solid, 0, 0, null);
        below.dispose();
        return new TitlePicture(plate, area.x() - rim, area.y() - rim);
    }

    private int pixels(double share) {
        return Math.max(2, (int) Math.round(share * Math.min(canvas.width(), canvas.height())));
    }

    private BufferedImage picture(int rim) {
        return new BufferedImage(area.width() + 2 * rim, area.height() + 2 * rim, BufferedImage.TYPE_INT_ARGB);
    }

    /** Returns the outline of the inset {@code rim} pixels from the corner of a picture, {@code wider} on each side. */
    private Shape shape(int rim, int wider) {
        double left = rim - wider;
        double width = area.width() + 2.0 * wider;
        double height = area.height() + 2.0 * wider;
        double round =
                switch (outline.shape()) {
                    case PLAIN -> 0;
                    case CARD -> 2 * (Math.min(area.width(), area.height()) * ROUND + wider);
                    case CIRCLE -> 0;
                };
        return outline.shape() == Outline.Shape.CIRCLE
                ? new Ellipse2D.Double(left, left, width, height)
                : new RoundRectangle2D.Double(left, left, width, height, round, round);
    }

    private static Graphics2D smooth(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }
}
