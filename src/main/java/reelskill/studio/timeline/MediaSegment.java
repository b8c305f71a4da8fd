package reelskill.studio.timeline;

import java.util.Optional;

/**
 * A trimmed piece of a media file.
 *
 * @param mediaId the library's id of the file
 * @param in the first frame kept, counted from the start of the media in frames of the timeline's rate, as played at
 *     its {@link #pace}
 * @param volume 1 plays the sound as it is, 0 mutes it
 * @param fadeIn frames over which picture and sound come from black and silence; 0 for none
 * @param fadeOut frames over which they go; 0 for none
 * @param transition how the segment before goes over into this one; {@link Transition#CUT} for a plain cut
 * @param effects what is done to it besides
 * @param card whether it is a still picture of one colour that was made here, to say something or nothing on; none of the clips
 *     that a person counts
 */
public record MediaSegment(
        String id,
        long start,
        long duration,
        String mediaId,
        String name,
        long in,
        double volume,
        long fadeIn,
        long fadeOut,
        Transition transition,
        Effects effects,
        boolean card)
        implements Segment {
    private static final double ROUNDING = 1e-6;

    public MediaSegment {
        if (start < 0 || duration < 1 || in < 0 || !(volume >= 0) || fadeIn < 0 || fadeOut < 0) {
            throw new IllegalArgumentException("segment " + id + " has an impossible number: start " + start
                    + ", duration " + duration + ", in " + in + ", volume " + volume);
        }
    }

    /** Returns a piece of a file from {@code in} as it was filmed: without fades, transition or effects. */
    public static MediaSegment of(String id, long start, long duration, String mediaId, String name, long in) {
        return new MediaSegment(id, start, duration, mediaId, name, in, 1, 0, 0, Transition.CUT, Effects.NONE, false);
    }

    /** Returns the same as a {@link #card}, or as none. */
    public MediaSegment asCard(boolean newCard) {
        return new MediaSegment(
                id, start, duration, mediaId, name, in, volume, fadeIn, fadeOut, transition, effects, newCard);
    }

    /** Returns whether {@code text} is written on this card, and nowhere else. */
    public boolean carries(TextSegment text) {
        return card && text.start() >= start && text.end() <= end();
    }

    /** Returns the first frame of the media that is not kept. */
    public long out() {
        return in + duration;
    }

    /** Returns whether {@code next} goes on in the same media where this segment stops, as after a split. */
    public boolean runsOnInto(MediaSegment next) {
        return mediaId.equals(next.mediaId) && out() == next.in && pace().equals(next.pace());
    }

    @Override
    public MediaSegment at(long newStart) {
        return new MediaSegment(
                id, newStart, duration, mediaId, name, in, volume, fadeIn, fadeOut, transition, effects, card);
    }

    /** Returns the same under another id. */
    MediaSegment under(String newId) {
        return new MediaSegment(
                newId, start, duration, mediaId, name, in, volume, fadeIn, fadeOut, transition, effects, card);
    }

    /** Returns the same from its start to another end. */
    MediaSegment until(long newEnd) {
        return lasting(newEnd - start);
    }

    /** Returns as many frames of it from its start on; its fades are shortened where they no longer fit. */
    public MediaSegment lasting(long newDuration) {
        return lasting(in, newDuration);
    }

    public MediaSegment withVolume(double newVolume) {
        return new MediaSegment(
                id, start, duration, mediaId, name, in, newVolume, fadeIn, fadeOut, transition, effects, card);
    }

    public MediaSegment withTransition(Transition newTransition) {
        return new MediaSegment(
                id, start, duration, mediaId, name, in, volume, fadeIn, fadeOut, newTransition, effects, card);
    }

    public MediaSegment withEffects(Effects newEffects) {
        return new MediaSegment(
                id, start, duration, mediaId, name, in, volume, fadeIn, fadeOut, transition, newEffects, card);
    }

    /** Returns a copy with {@code effect} in place of the one of its kind. */
    public MediaSegment with(Effect effect) {
        return withEffects(effects.with(effect));
    }

    public MediaSegment without(Class<? extends Effect> kind) {
        return withEffects(effects.without(kind));
    }

    public Pace pace() {
        return effects.get(Pace.class).orElse(Pace.Speed.NORMAL);
    }

    /** Returns a copy whose media plays at {@code pace} from its in point on, which stays the same number. */
    public MediaSegment withPace(Pace pace) {
        return pace.equals(Pace.Speed.NORMAL) ? without(Pace.class) : with(pace);
    }

    /** Returns a copy that shows the same of its media at {@code pace}, at the same start, as near as frames allow. */
    public MediaSegment paced(Pace pace) {
        long one = pace.played(pace().position(in));
        long other = pace.played(pace().position(out()));
        long newIn = Math.max(0, Math.min(one, other));
        MediaSegment lasting =
                lasting(newIn, Math.max(1, Math.max(one, other) - newIn)).withPace(pace);
        return effects.get(Zoom.class)
                .map(zoom -> lasting.with(zoom.paced(pace(), pace)))
                .orElse(lasting);
    }

    /**
     * Returns the frames of the timeline in which {@code [mediaIn, mediaOut)}, frames of the media, is seen in full; empty
     * where none is.
     */
    public Optional<FrameRange> showing(long mediaIn, long mediaOut) {
        if (pace().factor() == 0) return Optional.empty();
        boolean forwards = pace().position(1) > pace().position(0);
        double first = Math.max((double) in, exactly(forwards ? mediaIn : mediaOut));
        double last = Math.min((double) out(), exactly(forwards ? mediaOut : mediaIn));
        long from = (long) Math.ceil(first - ROUNDING);
        long to = (long) Math.floor(last + ROUNDING);
        return from < to ? Optional.of(new FrameRange(from - in + start, to - in + start)) : Optional.empty();
    }

    private double exactly(long mediaFrame) {
        return (mediaFrame - pace().position(0)) / (pace().position(1) - pace().position(0));
    }

    private MediaSegment lasting(long newIn, long newDuration) {
        return new MediaSegment(
                        id,
                        start,
                        newDuration,
                        mediaId,
                        name,
                        newIn,
                        volume,
                        fadeIn,
                        fadeOut,
                        transition,
                        effects,
                        card)
                .withFades(fadeIn, fadeOut);
    }

    /** Returns what stands behind the people in the picture; empty for what was filmed. */
    public Optional<Backdrop> backdrop() {
        return effects.get(Backdrop.class);
    }

    /** Returns a copy that takes its frames from another file, where they begin at {@code newIn}. */
    public MediaSegment from(String newMediaId, long newIn) {
        Effects moved = effects.get(Zoom.class)
                .map(zoom -> effects.with(zoom.later(newIn - in)))
                .orElse(effects);
        return new MediaSegment(
                id, start, duration, newMediaId, name, newIn, volume, fadeIn, fadeOut, transition, moved, card);
    }

    public MediaSegment named(String newName) {
        return new MediaSegment(
                id, start, duration, mediaId, newName, in, volume, fadeIn, fadeOut, transition, effects, card);
    }

    /** Returns a copy with these fades, shortened in proportion where the segment is too short for both. */
    public MediaSegment withFades(long newFadeIn, long newFadeOut) {
        long wanted = newFadeIn + newFadeOut;
        long fittingIn = wanted <= duration ? newFadeIn : newFadeIn * duration / wanted;
        long fittingOut = wanted <= duration ? newFadeOut : duration - fittingIn;
        return new MediaSegment(
                id,
                start,
                duration,
                mediaId,
                name,
                in,
                volume,
                fittingIn,
                newFadeOut == 0 ? 0 : fittingOut,
                transition,
                effects,
                card);
    }

    /**
     * Trims both ends; the piece stays where its frames stood. What happens at an end that is cut off, a fade or the
     * transition, stays with whoever asks for the piece.
     *
     * <pre>
     *   |    A    |   →     |  A  |
     *      from to
     * </pre>
     *
     * @param from the first frame of the timeline kept
     * @param to the first frame of the timeline dropped
     */
    MediaSegment piece(String newId, long from, long to) {
        return new MediaSegment(
                newId,
                from,
                to - from,
                mediaId,
                name,
                in + from - start,
                volume,
                fadeIn,
                fadeOut,
                transition,
                effects,
                card);
    }
}
