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
import reelskill.studio.analysis.PictureFlaws;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.check.Finding.Kind;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.plan.Footage;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Looks over a finished file: what is seen and heard in it that was not in its media. Safe for use by many threads.
 *
 * @param files returns the file of a media id
 */
public record ResultCheck(Ffmpeg ffmpeg, SoundCache sounds, Footage footage, Function<String, Path> files) {
    private static final double LOUDEST_DBTP = -0.1;
    private static final Duration MOST_APART = Duration.ofMillis(150);

    /**
     * Checks on this thread.
     *
     * @param patience how long it may take: half of it for the sound, the rest for the picture; what is not heard or seen by
     *     then is left out, and said so
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Checked of(Timeline timeline, Path result, Duration patience, Cancellation cancellation) {
        Deadline whole = Deadline.in(patience, cancellation);
        Deadline listening = Deadline.in(patience.dividedBy(2), cancellation);
        Map<String, Duration> streams = streams(result);
        Optional<Duration> picture = Optional.ofNullable(streams.get("video"));
        Optional<Duration> sound = Optional.ofNullable(streams.get("audio"));
        List<Finding> findings = new ArrayList<>(TextCheck.of(timeline));
        Listening.Heard heard =
                sound.isPresent() ? new Listening(sounds, listening).to(result) : Listening.Heard.NOTHING;
        heard.peak().ifPresent(peak -> loud(peak).ifPresent(findings::add));
        if (sound.isPresent()) findings.addAll(new WordCheck(footage, sounds, files, listening).of(timeline));
        if (picture.isPresent() && sound.isPresent())
            apart(picture.get(), sound.get()).ifPresent(findings::add);
        Duration seen = Duration.ZERO;
        if (picture.isPresent()) {
            PictureCheck check = new PictureCheck(new PictureFlaws(ffmpeg), footage, files, whole::goesOn);
            PictureCheck.Seen looked = check.look(timeline, result);
            findings.addAll(looked.findings());
            seen = looked.seen();
        }
        OptionalDouble before = before(timeline, listening);
        cancellation.throwIfCancelled();
        return new Checked(findings, before, heard.loudness(), heard.peak(), picture, sound, heard.time(), seen);
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

    private OptionalDouble before(Timeline timeline, Deadline listening) {
        return timeline.clips().stream()
                .filter(clip -> footage.facts(clip.mediaId()).audio().isPresent())
                .collect(Collectors.groupingBy(MediaSegment::mediaId, Collectors.summingLong(MediaSegment::duration)))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(longest -> new Listening(sounds, listening)
                        .to(files.apply(longest.getKey()))
                        .loudness())
                .orElse(OptionalDouble.empty());
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
