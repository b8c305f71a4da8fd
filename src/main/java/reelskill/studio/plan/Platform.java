package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import reelskill.media.ExportFormat;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Release;
import reelskill.studio.timeline.Timeline;

/**
 * Where people show videos, and what is best there: H.264 in MP4, the shape that fills its screen, and the loudness that most
 * of them play at; none of them publishes one. What each takes is what the page named says, checked in November 2026 against
 * copies of it and what services that publish there repeat; limits change.
 */
public enum Platform {
    /** An hour from a file in the app and on the web; its posting interface, which states the frame rates and 4 GB, takes ten minutes (developers.tiktok.com, Media Transfer Guide). */
    TIKTOK("TikTok", Optional.of("9:16"), 1080, new Limits(3, Duration.ofMinutes(60), 23, 60, 4_000_000_000L), 0),
    /** Longer ones are taken, up to 15 minutes and 300 MB, but shown to followers only (developers.facebook.com, IG User Media). */
    REELS("Instagram Reels", Optional.of("9:16"), 1080, new Limits(3, Duration.ofMinutes(3), 23, 60, 300_000_000L), 0),
    /** What is longer, or broader than a square, becomes an ordinary video (support.google.com/youtube/answer/15424877). */
    SHORTS(
            "YouTube Shorts",
            Optional.of("9:16"),
            1080,
            new Limits(0, Duration.ofMinutes(3), 1, 60, 256_000_000_000L),
            0),
    /** 12 hours or 256 GB; accounts that are not verified, 15 minutes (support.google.com/youtube/answer/71673). */
    YOUTUBE("YouTube", Optional.of("16:9"), 1080, new Limits(0, Duration.ofHours(12), 1, 60, 256_000_000_000L), 0),
    /** Through its open interface 4 GB and less than 5 hours (openhome.bilibili.com, 视频稿件管理); the web page takes more. */
    BILIBILI("bilibili", Optional.of("16:9"), 1080, new Limits(0, Duration.ofHours(5), 1, 120, 4_000_000_000L), 0),
    /**
     * Notes are made 3:4 (prizmdigital.co.nz/xiaohongshu-notes: 1242x1660). It publishes no limits that could be read, and
     * what others tell of them contradicts itself: nothing is said of a video's length, rate or bytes.
     */
    XIAOHONGSHU("小红书", Optional.of("3:4"), 1080, Limits.UNKNOWN, 0),
    /** Keeps the shape; 16 MB of H.264 with AAC (developers.facebook.com, Cloud API, supported media types), however long. */
    WHATSAPP("WhatsApp", Optional.empty(), 720, new Limits(0, Duration.ofDays(1), 1, 60, 16_000_000), 16_000_000),
    /** 15 minutes and 5 GB from a computer, 10 to 60 frames a second (linkedin.com/help, video specifications). */
    LINKEDIN("LinkedIn", Optional.empty(), 1080, new Limits(3, Duration.ofMinutes(15), 10, 60, 5_000_000_000L), 0);

    /** What a platform takes: seconds at least, time at most, frames a second, and bytes at most. */
    private record Limits(int shortestSeconds, Duration longest, int slowest, int fastest, long bytes) {
        /** Any length and rate; no bytes are no limit, as in {@link Release#takes}. */
        static final Limits UNKNOWN = new Limits(0, Duration.ofSeconds(Long.MAX_VALUE), 0, Integer.MAX_VALUE, 0);
    }

    private static final double ROUNDING = 0.01;

    private final String title;
    private final Optional<String> ratio;
    private final int lines;
    /** Numbers alone. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Limits limits;

    private final long mostBytes;

    Platform(String title, Optional<String> ratio, int lines, Limits limits, long mostBytes) {
        this.title = title;
        this.ratio = ratio;
        this.lines = lines;
        this.limits = limits;
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

    /** Returns the bytes that a file for it may have; empty where there are none worth telling. */
    OptionalLong mostBytes() {
        return mostBytes > 0 ? OptionalLong.of(mostBytes) : OptionalLong.empty();
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
                name().toLowerCase(Locale.ROOT),
                output,
                Optional.of(size),
                OptionalDouble.of(Normalize.LUFS),
                limits.bytes);
    }

    /** Returns what has to be known before such a video is sent there; nothing where it fits. */
    List<String> warnings(Scene scene) {
        Timeline timeline = scene.timeline();
        Duration length = timeline.rate().time(timeline.duration());
        List<String> warnings = new ArrayList<>();
        if (length.compareTo(limits.longest) > 0) warnings.add(tooLong(scene));
        if (length.toSeconds() < limits.shortestSeconds) {
            warnings.add(scene.say(
                    "%s takes videos from %d s on, and this one lasts %s: the file is made all the same.",
                    "%s要求视频至少%d秒，此视频长%s：文件照常导出。",
                    title,
                    limits.shortestSeconds,
                    Figures.length(scene, timeline.duration())));
        }
        double fps = timeline.rate().fps();
        if (fps < limits.slowest - ROUNDING || fps > limits.fastest + ROUNDING) {
            warnings.add(scene.say(
                    "%s takes %d to %d frames a second, and this video has %s: it may change them or refuse the file.",
                    "%s支持每秒%d到%d帧，此视频为%s帧：平台可能会转换或拒绝。", title, limits.slowest, limits.fastest, Figures.factor(fps)));
        }
        return warnings;
    }

    private String tooLong(Scene scene) {
        boolean hours = limits.longest.toHours() > 1;
        long most = hours ? limits.longest.toHours() : limits.longest.toMinutes();
        return scene.say(
                hours
                        ? "%s takes videos of up to %d hours, and this one lasts %s: the file is made all the same."
                        : "%s takes videos of up to %d min, and this one lasts %s: the file is made all the same; "
                                + "\"shorten it to %2$d minutes\" makes it fit.",
                hours ? "%s最长支持%d小时，此视频长%s：文件照常导出。" : "%s最长支持%d分钟，此视频长%s：文件照常导出；可以说“缩短到%2$d分钟”。",
                title,
                most,
                Figures.moment(scene, scene.timeline().duration()));
    }
}
