package reelskill.studio.render;

import java.awt.image.BufferedImage;

/** A drawn title: a picture with transparency, and where its top left corner stands on the canvas, in pixels. */
record TitlePicture(BufferedImage pixels, int x, int y) {}
