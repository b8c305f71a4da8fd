package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import reelskill.media.FrameRate;
import reelskill.studio.analysis.Sound;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.Track;

/**
 * The sound of one segment, handles included, in samples a channel of the result.
 *
 * @param start the first sample
 * @param end the first sample after it
 * @param offset what to add to a sample of the result to get the media's
 * @param ducked the factor under speech; 1 for what stays as loud
 */
record Voice(String mediaId, long start, long end, long offset, float volume, float ducked, Ramp in, Ramp out) {
    /** Too short to be heard as a fade, long enough that a cut does not click: 5 ms. */
    private static final long DECLICK = Sound.RATE / 200;

    /** How the sound comes, or goes, over some samples. */
    record Ramp(long length, boolean equalPower) {
        static final Ramp NONE = new Ramp(0, false);

        /** Returns the gain {@code distance} samples from the silent end. */
        float gain(long distance) {
            if (distance >= length) return 1;
            double share = (distance + 0.5) / length;
            return (float) (equalPower ? Math.sin(share * Math.PI / 2) : share);
        }
    }

    /** Returns the voices of a track that holds media. */
    static List<Voice> of(Track track, FrameRate rate) {
        List<Joint> joints = Joint.of(track);
        List<Voice> voices = new ArrayList<>();
        for (int i = 0; i + 1 < joints.size(); i++) {
            Joint before = joints.get(i);
            if (before.incoming().isPresent()) voices.add(of(before.incoming().get(), before, joints.get(i + 1), rate));
        }
        return voices;
    }

    /** Returns where frame {@code frames} begins, in samples. */
    static long samples(long frames, FrameRate rate) {
        return Math.round((double) frames * Sound.RATE * rate.denominator() / rate.numerator());
    }

    private static Voice of(MediaSegment segment, Joint before, Joint after, FrameRate rate) {
        return new Voice(
                segment.mediaId(),
                samples(before.start(), rate),
                samples(after.end(), rate),
                samples(segment.in() - segment.start(), rate),
                (float) segment.volume(),
                segment.effects()
                        .get(Music.class)
                        .map(music -> (float) Math.pow(10, -music.ducking() / 20))
                        .orElse(1f),
                ramp(before, segment.fadeIn(), rate),
                ramp(after, segment.fadeOut(), rate));
    }

    /** A transition is equally loud all the way, and takes the place of a fade at the same end. */
    private static Ramp ramp(Joint joint, long fade, FrameRate rate) {
        if (joint.length() > 0) return new Ramp(samples(joint.length(), rate), true);
        if (fade > 0) return new Ramp(samples(fade, rate), false);
        return joint.isSeamless() ? Ramp.NONE : new Ramp(DECLICK, false);
    }

    float gain(long sample) {
        return volume * in.gain(sample - start) * out.gain(end - 1 - sample);
    }
}
