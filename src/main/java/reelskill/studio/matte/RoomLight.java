package reelskill.studio.matte;

/** The light of a room as one number a plane, and the little of it that a new background takes over. */
record RoomLight(double y, double u, double v) {
    private static final double SHARE = 0.2;
    private static final double MOST_TINT = 5;
    private static final double MOST_GAIN = 0.1;
    private static final double PAINTED = 28;

    /** Returns the mean of a picture's upper and outer parts, where a person before the camera hides the least. */
    static RoomLight of(Half picture) {
        CoarsePicture coarse = CoarsePicture.of(picture, 16);
        double y = 0;
        double u = 0;
        double v = 0;
        int count = 0;
        for (int i = 0; i < coarse.y().length; i++) {
            int row = i / coarse.width();
            double x = (i % coarse.width() + 0.5) / coarse.width();
            double down = (row + 0.5) / coarse.height();
            if (Math.abs(x - 0.5) < 0.3 && down > 0.12) continue;
            y += coarse.y()[i];
            u += coarse.u()[i];
            v += coarse.v()[i];
            count++;
        }
        return new RoomLight(y / count, u / count, v / count);
    }

    /**
     * Brings {@code background} nearer to this light.
     *
     * @param match how far: 0 not at all, 1 a little
     */
    void shineOn(YuvPicture background, double match) {
        if (match == 0) return;
        RoomLight own = of(Half.of(background));
        double gain = 1 + limited(match * SHARE * (y - own.y) / Math.max(32, own.y), match * MOST_GAIN);
        byte[] luma = new byte[256];
        for (int i = 0; i < 256; i++) luma[i] = (byte) Math.round(Math.max(16, Math.min(235, 16 + (i - 16) * gain)));
        byte[] data = background.data();
        int chroma = background.start(1);
        for (int i = 0; i < chroma; i++) data[i] = luma[data[i] & 255];
        shift(data, chroma, background.start(2), tint(u - own.u, match));
        shift(data, background.start(2), data.length, tint(v - own.v, match));
    }

    /** Returns nothing for a strong colour: that is a painted wall or a green screen, and no light. */
    private double tint(double difference, double match) {
        boolean painted = Math.hypot(u - 128, v - 128) > PAINTED;
        return painted ? 0 : limited(match * SHARE * difference, match * MOST_TINT);
    }

    private static void shift(byte[] data, int from, int to, double by) {
        int step = (int) Math.round(by);
        for (int i = from; i < to; i++) data[i] = (byte) Math.max(16, Math.min(240, (data[i] & 255) + step));
    }

    private static double limited(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }
}
