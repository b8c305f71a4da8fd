package reelskill.studio.plan;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import reelskill.media.ExportFormat;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Release;
import reelskill.studio.timeline.Timeline;

/**
 * Where people show videos, and what is best there: H.264 in MP4, the shape that fills its screen, and the loudness to which
 * it turns everything. How long a video may be is what the platform's own help said in 2025; such limits change.
 */
public enum Platform {
    TIKTOK("TikTok", Optional.of("9:16"), 1080, Duration.ofMinutes(60), 0),
    REELS("Instagram Reels", Optional.of("9:16"), 1080, Duration.ofMinutes(3), 0),
    SHORTS("YouTube Shorts", Optional.of("9:16"), 1080, Duration.ofMinutes(3), 0),
    YOUTUBE("YouTube", Optional.of("16:9"), 1080, Duration.ofHours(12), 0),
    BILIBILI("bilibili", Optional.of("16:9"), 1080, Duration.ofHours(10), 0),
    /** Keeps the shape; a chat sends videos of up to 16 MB, and makes larger ones coarse. */
    WHATSAPP("WhatsApp", Optional.empty(), 720, Duration.ofHours(1), 16_000_000),
    LINKEDIN("LinkedIn", Optional.empty(), 1080, Duration.ofMinutes(15), 0);

    private final String title;
    private final Optional<String> ratio;
    private final int lines;
    private final Duration longest;
    private final long mostBytes;

    Platform(String title, Optional<String> ratio, int lines, Duration longest, long mostBytes) {
        this.title = title;
        this.ratio = ratio;
        this.lines = lines;
        this.longest = longest;
        this.mostBytes = mostBytes;
    }

    static Platform of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String title() {
        return title;
    }

    Optional<String> ratio() {
        return ratio;
    }

    /** Returns the shorter side of its pictures, in pixels. */
    int lines() {
        return lines;
    }

    /** Returns the file that it takes best. A picture that keeps its shape is not made larger than it is. */
    Release release(Timeline timeline) {
        Resolution now = timeline.canvas();
        int shorter = Math.min(now.width(), now.height());
        Resolution size =
                new SetCanvas(ratio, OptionalInt.of(ratio.isPresent() ? lines : Math.min(lines, shorter))).wanted(now);
        Output output = new Output(ExportFormat.MP4, Output.Codec.H264, mostBytes);
        return new Release(
                name().toLowerCase(Locale.ROOT), output, Optional.of(size), OptionalDouble.of(Normalize.LUFS));
    }

    /** Returns what has to be known before such a video is sent there; nothing where it fits. */
    Optional<String> warning(Scene scene) {
        Timeline timeline = scene.timeline();
        Duration length = timeline.rate().time(timeline.duration());
        if (length.compareTo(longest) <= 0) return Optional.empty();
        return Optional.of(scene.say(
                "%s takes videos of up to %d min, and this one lasts %s: the file is made all the same; "
                        + "\"shorten it to %d minutes\" makes it fit.",
                "%s最长支持%d分钟，此视频长%s：文件照常导出；可以说“缩短到%d分钟”。",
                title,
                longest.toMinutes(),
                Figures.moment(scene, timeline.duration()),
                longest.toMinutes()));
    }
}
