package reelskill.studio.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.studio.analysis.LoudnessMeter;
import reelskill.studio.analysis.PictureFlaws;
import reelskill.studio.analysis.Sound;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.check.Finding.Kind;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.plan.Footage;
import reelskill.studio.render.TruePeak;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Looks over a finished file: what is seen and heard in it that was not in its media. Safe for use by many threads.
 *
 * @param files returns the file of a media id
 */
public record ResultCheck(Ffmpeg ffmpeg, SoundCache sounds, Footage footage, Function<String, Path> files) {
    private static final double LOUDEST_DBTP = -0.1;
    /** Between samples a peak rises by 3 dB at the very most in real sound. */
    private static final float WORTH_MEASURING = 0.6f;

    private static final Duration MOST_APART = Duration.ofMillis(150);

    /**
     * Checks on this thread.
     *
     * @param patience how long the picture is looked at, at most; what is then left is not, and said so
     */
    public Checked of(Timeline timeline, Path result, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Map<String, Duration> streams = streams(result);
        Optional<Duration> picture = Optional.ofNullable(streams.get("video"));
        Optional<Duration> sound = Optional.ofNullable(streams.get("audio"));
        List<Finding> findings = new ArrayList<>(TextCheck.of(timeline));
        Heard heard = sound.isPresent() ? heard(result) : new Heard(OptionalDouble.empty(), OptionalDouble.empty());
        heard.peak.ifPresent(peak -> loud(peak).ifPresent(findings::add));
        if (sound.isPresent()) findings.addAll(new WordCheck(footage, sounds, files).of(timeline));
        if (picture.isPresent() && sound.isPresent())
            apart(picture.get(), sound.get()).ifPresent(findings::add);
        Duration seen = Duration.ZERO;
        if (picture.isPresent()) {
            PictureCheck check =
                    new PictureCheck(new PictureFlaws(ffmpeg), footage, files, () -> System.nanoTime() < end);
            PictureCheck.Seen looked = check.look(timeline, result);
            findings.addAll(looked.findings());
            seen = looked.seen();
        }
        return new Checked(findings, before(timeline), heard.loudness, heard.peak, picture, sound, seen);
    }

    private Map<String, Duration> streams(Path file) {
        JsonNode answer = ffmpeg.probe(Stream.concat(
                        Stream.of("-show_entries", "stream=codec_type,duration:format=duration"),
                        MediaInput.of(file).stream())
                .toList());
        double whole = answer.path("format").path("duration").asDouble();
        return answer.path("streams")
                .valueStream()
                .collect(Collectors.toMap(
                        stream -> stream.path("codec_type").asText(),
                        stream -> Duration.ofMillis(
                                Math.round(1000 * stream.path("duration").asDouble(whole))),
                        (one, other) -> one));
    }

    private OptionalDouble before(Timeline timeline) {
        return timeline.clips().stream()
                .filter(clip -> footage.facts(clip.mediaId()).audio().isPresent())
                .collect(Collectors.groupingBy(MediaSegment::mediaId, Collectors.summingLong(MediaSegment::duration)))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(longest -> footage.loudness(longest.getKey()))
                .orElse(OptionalDouble.empty());
    }

    private record Heard(OptionalDouble loudness, OptionalDouble peak) {}

    private Heard heard(Path result) {
        Optional<Sound> sound = sounds.open(result);
        if (sound.isEmpty()) return new Heard(OptionalDouble.empty(), OptionalDouble.empty());
        try (Sound open = sound.get()) {
            LoudnessMeter meter = new LoudnessMeter();
            Peaks peaks = new Peaks();
            float[] samples = new float[Sound.RATE / 10 * 2];
            for (long at = 0; at < open.frames(); at += Sound.RATE / 10) {
                open.read(at, samples);
                meter.take(samples);
                peaks.take(samples);
            }
            return new Heard(meter.integrated(), OptionalDouble.of(20 * Math.log10(Math.max(1e-5, peaks.highest))));
        }
    }

    private static final class Peaks {
        private double highest;

        /** Between samples is only measured where it could be higher than all before. */
        void take(float[] samples) {
            double loudest = 0;
            for (float sample : samples) loudest = Math.max(loudest, Math.abs(sample));
            highest = Math.max(highest, loudest);
            if (loudest < WORTH_MEASURING * highest || loudest < WORTH_MEASURING) return;
            for (int channel = 0; channel < 2; channel++) {
                TruePeak between = new TruePeak();
                for (int i = channel; i < samples.length; i += 2) highest = Math.max(highest, between.next(samples[i]));
            }
        }
    }

    private static Optional<Finding> loud(double peak) {
        if (peak <= LOUDEST_DBTP) return Optional.empty();
        return Optional.of(Finding.of(
                Kind.PEAK,
                0,
                0,
                "The sound peaks at %s dBTP, which some players distort; \"normalize the audio\" brings it below -1.",
                "声音峰值达到 %s dBTP，部分播放器会失真；说“统一音量”可降到 -1 以下。",
                String.format(Locale.ROOT, "%+.1f", peak)));
    }

    private static Optional<Finding> apart(Duration picture, Duration sound) {
        Duration apart = picture.minus(sound).abs();
        if (apart.compareTo(MOST_APART) <= 0) return Optional.empty();
        long from = Math.min(picture.toMillis(), sound.toMillis());
        return Optional.of(Finding.of(
                Kind.LENGTHS_DIFFER,
                from,
                from + apart.toMillis(),
                "The picture lasts %s and the sound %s.",
                "画面长 %s，声音长 %s。",
                Finding.clock(picture.toMillis()),
                Finding.clock(sound.toMillis())));
    }
}
