package reelskill.studio.matte;

/** How luma and chroma are made of red, green and blue; always in the limited range of 16 to 235. */
public enum YuvMatrix {
    BT601(0.299, 0.114),
    BT709(0.2126, 0.0722);

    private static final double LUMA = 219;
    private static final double CHROMA = 224;

    private final double kr;
    private final double kb;

    YuvMatrix(double kr, double kb) {
        this.kr = kr;
        this.kb = kb;
    }

    double luma(double red, double green, double blue) {
        return 16 + LUMA / 255 * (kr * red + (1 - kr - kb) * green + kb * blue);
    }

    double blueness(double red, double green, double blue) {
        double y = kr * red + (1 - kr - kb) * green + kb * blue;
        return 128 + CHROMA / 255 * (blue - y) / (2 * (1 - kb));
    }

    double redness(double red, double green, double blue) {
        double y = kr * red + (1 - kr - kb) * green + kb * blue;
        return 128 + CHROMA / 255 * (red - y) / (2 * (1 - kr));
    }

    /** Returns the colour as {@code 0xRRGGBB}. */
    int rgb(float y, float u, float v) {
        float light = (y - 16) * brightness();
        int red = full(light + (v - 128) * redOfV());
        int green = full(light + (u - 128) * greenOfU() + (v - 128) * greenOfV());
        return red << 16 | green << 8 | full(light + (u - 128) * blueOfU());
    }

    private static int full(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }

    /** Returns what a step of luma adds to red, green and blue alike. */
    float brightness() {
        return (float) (255 / LUMA);
    }

    float redOfV() {
        return (float) (2 * (1 - kr) * 255 / CHROMA);
    }

    float blueOfU() {
        return (float) (2 * (1 - kb) * 255 / CHROMA);
    }

    float greenOfU() {
        return (float) (-2 * kb * (1 - kb) / (1 - kr - kb) * 255 / CHROMA);
    }

    float greenOfV() {
        return (float) (-2 * kr * (1 - kr) / (1 - kr - kb) * 255 / CHROMA);
    }
}
