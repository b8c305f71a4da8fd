package reelskill.studio.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.FrameRate;
import reelskill.studio.analysis.Sound;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.VolumeChanges;

/**
 * The sound of one segment, handles included, in samples a channel of the result.
 *
 * @param start the first sample
 * @param end the first sample after it
 * @param offset what to add to a sample of the result to get the media's
 * @param levels stretches that are louder or quieter
 * @param ducked the factor under speech; 1 for what stays as loud
 */
record Voice(
        String mediaId,
        long start,
        long end,
        long offset,
        float volume,
        float ducked,
        List<Level> levels,
        Ramp in,
        Ramp out) {
    /** Too short to be heard as a fade, long enough that a cut does not click: 5 ms. */
    private static final long DECLICK = Sound.RATE / 200;

    /** A factor between two samples of the result. Its edges are ramps of 20 ms, so that nothing clicks. */
    record Level(long from, long to, float factor) {
        private static final long EDGE = Sound.RATE / 50;

        float gain(long sample) {
            long inside = Math.min(sample - from, to - 1 - sample) + EDGE / 2;
            float share = Math.max(0, Math.min(1, (float) inside / EDGE));
            return 1 + (factor - 1) * share;
        }
    }

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
            if (before.incoming().isEmpty()) continue;
            voices.add(of(
                    before.incoming().get(),
                    before,
                    joints.get(i + 1),
                    joints.get(0).start(),
                    rate));
        }
        return voices;
    }

    /** Returns where frame {@code frames} begins, in samples. */
    static long samples(long frames, FrameRate rate) {
        return Math.round((double) frames * Sound.RATE * rate.denominator() / rate.numerator());
    }

    private static Voice of(MediaSegment segment, Joint before, Joint after, long trackStart, FrameRate rate) {
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
                levels(segment, trackStart, rate),
                ramp(before, segment.fadeIn(), rate),
                ramp(after, segment.fadeOut(), rate));
    }

    /** Music counts from where its bed begins, all else in its media's time. */
    private static List<Level> levels(MediaSegment segment, long trackStart, FrameRate rate) {
        boolean isMusic = segment.effects().get(Music.class).isPresent();
        long zero = samples(isMusic ? trackStart : segment.start() - segment.in(), rate);
        return segment.effects().get(VolumeChanges.class).orElse(VolumeChanges.NONE).stretches().stream()
                .map(stretch -> new Level(
                        zero + samples(stretch.time().in()),
                        zero + samples(stretch.time().out()),
                        (float) stretch.factor()))
                .toList();
    }

    private static long samples(Duration time) {
        return time.toMillis() * Sound.RATE / 1000;
    }

    /** A transition is equally loud all the way, and takes the place of a fade at the same end. */
    private static Ramp ramp(Joint joint, long fade, FrameRate rate) {
        if (joint.length() > 0) return new Ramp(samples(joint.length(), rate), true);
        if (fade > 0) return new Ramp(samples(fade, rate), false);
        return joint.isSeamless() ? Ramp.NONE : new Ramp(DECLICK, false);
    }

    float gain(long sample) {
        float gain = volume * in.gain(sample - start) * out.gain(end - 1 - sample);
        for (Level level : levels) gain *= level.gain(sample);
        return gain;
    }
}
