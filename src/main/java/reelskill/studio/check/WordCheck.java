package reelskill.studio.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reelskill.media.MediaFacts;
import reelskill.media.TimeRange;
import reelskill.studio.analysis.Sound;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.check.Finding.Kind;
import reelskill.studio.plan.Footage;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Cuts that fall into a word: somebody speaks on both sides of the cut in the medium itself, and at the cut it is no
 * quieter than speech is between two words (20 dB below how loud that speech mostly is).
 */
final class WordCheck {
    private static final int MOST_TOLD = 5;
    /** Nearer to the end of a stretch than this, a word is over: detectors answer in steps of 32 ms. */
    private static final Duration MARGIN = Duration.ofMillis(120);

    private static final double BETWEEN_WORDS_DB = 20;
    private static final int WINDOW = Sound.RATE / 50;

    private final Footage footage;
    private final SoundCache sounds;
    private final Function<String, Path> files;

    private final Deadline deadline;

    WordCheck(Footage footage, SoundCache sounds, Function<String, Path> files, Deadline deadline) {
        this.footage = footage;
        this.sounds = sounds;
        this.files = files;
        this.deadline = deadline;
    }

    List<Finding> of(Timeline timeline) {
        Places places = new Places(timeline);
        List<MediaSegment> clips = timeline.clips();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < clips.size() && findings.size() < MOST_TOLD && deadline.goesOn(); i++) {
            MediaSegment clip = clips.get(i);
            boolean goesOn = i + 1 < clips.size() && clip.runsOnInto(clips.get(i + 1));
            boolean wentOn = i > 0 && clips.get(i - 1).runsOnInto(clip);
            if (!isHeard(clip)) continue;
            if (!wentOn && clip.fadeIn() == 0 && isInWord(clip, places.mediaTime(clip, clip.start()))) {
                findings.add(begins(places.time(clip.start()).toMillis()));
            }
            if (!goesOn && clip.fadeOut() == 0 && isInWord(clip, places.mediaTime(clip, clip.end()))) {
                findings.add(ends(places.time(clip.end()).toMillis()));
            }
        }
        return findings;
    }

    private boolean isHeard(MediaSegment clip) {
        MediaFacts facts = footage.facts(clip.mediaId());
        return clip.volume() > 0 && clip.pace().factor() > 0 && facts.audio().isPresent();
    }

    private boolean isInWord(MediaSegment clip, Duration at) {
        Optional<TimeRange> speech = footage.speech(clip.mediaId()).stream()
                .filter(range ->
                        range.contains(at.plus(MARGIN)) && at.compareTo(MARGIN) > 0 && range.contains(at.minus(MARGIN)))
                .findFirst();
        return speech.isPresent() && isLoud(clip, at, speech.get());
    }

    private boolean isLoud(MediaSegment clip, Duration at, TimeRange speech) {
        Optional<Sound> sound = sounds.open(files.apply(clip.mediaId()));
        if (sound.isEmpty()) return false;
        try (Sound open = sound.get()) {
            long moment = frame(at);
            double here = Math.max(
                    level(open, moment - WINDOW), Math.max(level(open, moment - WINDOW / 2), level(open, moment)));
            return here > usual(open, moment, speech) - BETWEEN_WORDS_DB;
        }
    }

    /** The level that half of the windows in the two seconds around pass. */
    private static double usual(Sound sound, long moment, TimeRange speech) {
        long from = Math.max(frame(speech.in()), moment - Sound.RATE);
        long to = Math.min(frame(speech.out()), moment + Sound.RATE);
        double[] levels = new double[(int) Math.max(1, (to - from) / WINDOW)];
        for (int i = 0; i < levels.length; i++) levels[i] = level(sound, from + (long) i * WINDOW);
        Arrays.sort(levels);
        return levels[levels.length / 2];
    }

    private static double level(Sound sound, long from) {
        float[] samples = new float[WINDOW * 2];
        sound.read(from, samples);
        double power = 0;
        for (float sample : samples) power += sample * sample;
        return 10 * Math.log10(power / samples.length + 1e-12);
    }

    private static long frame(Duration time) {
        return Math.round(time.toNanos() / 1e9 * Sound.RATE);
    }

    private static Finding begins(long millis) {
        return told(
                millis,
                "The part that begins at %s begins in the middle of a word; let it begin a little earlier or later.",
                "%s 开始的片段从一个词的中间开始；可以提前或推后一点。");
    }

    private static Finding ends(long millis) {
        return told(
                millis,
                "The part that ends at %s ends in the middle of a word; let it end a little earlier or later.",
                "%s 结束的片段在一个词的中间结束；可以提前或推后一点。");
    }

    private static Finding told(long millis, String english, String chinese) {
        return Finding.of(Kind.CLIPPED_WORD, millis, millis, english, chinese, Finding.clock(millis));
    }
}
