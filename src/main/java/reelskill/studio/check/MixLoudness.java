package reelskill.studio.check;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import reelskill.media.FrameRate;
import reelskill.studio.analysis.LoudnessMeter;
import reelskill.studio.analysis.Powers;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.VolumeChanges;

/**
 * How loud the mix of a timeline will be, summed up in milliseconds from how loud its media are from moment to moment, instead
 * of being mixed. Right to about half a decibel; noise removal is left out. A timeline that is evened out is as loud as it was
 * told to be.
 *
 * @param powers of a media id; empty where they are not known
 */
public record MixLoudness(Function<String, Optional<Powers>> powers) {
    private static final int TENTHS_A_SECOND = 10;
    /** Where the story is louder than this, about -50 LUFS, music that makes room for speech does so. */
    private static final double SPOKEN = 1e-5;

    OptionalDouble of(Timeline timeline) {
        if (timeline.loudness().isPresent()) return timeline.loudness();
        Map<String, Optional<Powers>> known = new HashMap<>();
        double[] mix = new double[(int) (timeline.rate().millis(timeline.duration()) / 100)];
        for (boolean music : new boolean[] {false, true}) {
            double[] below = mix.clone();
            for (Track track : timeline.tracks()) {
                if (track.kind() == TrackKind.TEXT) continue;
                for (Segment segment : track.segments()) {
                    MediaSegment clip = (MediaSegment) segment;
                    if (clip.effects().get(Music.class).isPresent() != music || clip.volume() == 0) continue;
                    Optional<Powers> powers = known.computeIfAbsent(clip.mediaId(), this.powers);
                    if (powers.isEmpty()) return OptionalDouble.empty();
                    long zero = music ? track.segments().get(0).start() : clip.start() - clip.in();
                    add(new Part(clip, timeline.rate(), zero), powers.get(), below, mix);
                }
            }
        }
        return LoudnessMeter.integrated(mix);
    }

    private static void add(Part part, Powers powers, double[] below, double[] mix) {
        if (part.clip.pace().factor() == 0) return;
        int first = (int) Math.round(part.rate.seconds(part.clip.start()) * TENTHS_A_SECOND);
        int last = (int) Math.round(part.rate.seconds(part.clip.end()) * TENTHS_A_SECOND);
        for (int tenth = first; tenth < Math.min(last, mix.length); tenth++) {
            double frame = (tenth + 0.5) * part.rate.fps() / TENTHS_A_SECOND;
            double gain = part.gain(frame, below[tenth] > SPOKEN);
            mix[tenth] += powers.at(part.mediaTenth(frame)) * gain * gain;
        }
    }

    /**
     * A clip as it is heard.
     *
     * @param zero the frame of the timeline from which its changes of volume count
     */
    private record Part(MediaSegment clip, FrameRate rate, long zero) {
        long mediaTenth(double frame) {
            double position = clip.pace().position(clip.in() + Math.round(frame - clip.start()));
            return (long) Math.floor(position / rate.fps() * TENTHS_A_SECOND);
        }

        double gain(double frame, boolean spoken) {
            double gain = clip.volume() * fade(frame);
            Duration time = Duration.ofNanos(Math.max(0, Math.round((frame - zero) / rate.fps() * 1e9)));
            List<VolumeChanges.Stretch> stretches = clip.effects()
                    .get(VolumeChanges.class)
                    .orElse(VolumeChanges.NONE)
                    .stretches();
            for (VolumeChanges.Stretch stretch : stretches) {
                if (stretch.time().contains(time)) gain *= stretch.factor();
            }
            double ducking = clip.effects().get(Music.class).map(Music::ducking).orElse(0.0);
            return spoken ? gain * Math.pow(10, -ducking / 20) : gain;
        }

        private double fade(double frame) {
            double in = clip.fadeIn() == 0 ? 1 : (frame - clip.start()) / clip.fadeIn();
            double out = clip.fadeOut() == 0 ? 1 : (clip.end() - frame) / clip.fadeOut();
            return Math.max(0, Math.min(1, Math.min(in, out)));
        }
    }
}
