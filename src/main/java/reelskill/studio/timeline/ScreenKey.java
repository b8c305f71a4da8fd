package reelskill.studio.timeline;

/**
 * How people are told from what is behind them, where they were filmed before a screen: by its colour. It matters only
 * where there is a {@link Backdrop}.
 *
 * @param rgb the screen's colour as {@code 0xRRGGBB}
 */
public record ScreenKey(int rgb) implements Effect {
    public ScreenKey {
        if (rgb < 0 || rgb > 0xFFFFFF) throw new IllegalArgumentException("no colour: " + rgb);
    }

    @Override
    public Class<ScreenKey> kind() {
        return ScreenKey.class;
    }
}
