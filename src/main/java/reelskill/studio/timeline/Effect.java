package reelskill.studio.timeline;

/**
 * What is done to a media segment besides cutting it. A segment has at most one of each kind; what an effect may hold is
 * checked where it is made, so that every one that exists can be rendered.
 */
public sealed interface Effect
        permits Backdrop,
                Balance,
                Bars,
                Cutout,
                Denoise,
                Finish,
                Fitting,
                Framing,
                Grade,
                Lighting,
                Look,
                Lut,
                Music,
                Pace,
                Placement,
                ScreenKey,
                Steady,
                VolumeChanges,
                Zoom {
    /** Returns the type that stands for all variants of this effect: a segment has one {@link Backdrop} of any sort. */
    Class<? extends Effect> kind();

    /** Returns whether it changes the picture; if not, it is only heard. */
    default boolean isSeen() {
        return true;
    }
}
