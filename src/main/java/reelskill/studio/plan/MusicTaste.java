package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Score;
import reelskill.studio.timeline.Score.Lead;
import reelskill.studio.timeline.Score.Mood;
import reelskill.studio.timeline.Timeline;

/** How loud music is against what it plays under, which piece comes first, and what is told of it. */
final class MusicTaste {
    /** Between sentences, where it is not ducked, music is this much quieter than they are. */
    private static final double BELOW_SPEECH = 7;
    /** Where hardly anybody speaks, music leads, and what the pictures sound like goes with it. */
    private static final double BELOW_OTHER_SOUND = 0;
    /** The share of the film up to which a call or a cheer makes no speech of it. */
    private static final double HARDLY_SPOKEN = 0.05;

    private static final double LONGEST_PIECE = 180;
    /** Seconds by which a piece is longer than it must be, lest rounding begins it once more. */
    private static final double SPARE = 0.2;

    private static final double LOUDEST = 4;
    private static final double QUIETEST = 0.02;

    private MusicTaste() {}

    /** Returns the first piece of a mood for a timeline: always the same for the same clips, another for others. */
    static Score first(Timeline timeline, MusicSource.Composed music) {
        String clips =
                timeline.clips().stream().map(MediaSegment::name).distinct().collect(Collectors.joining("\n"));
        return new Score(music.mood(), Math.floorMod(clips.hashCode(), Score.SEEDS), music.lead());
    }

    /**
     * Returns the piece of {@code score} for a bed of {@code frames}. Under a long film it is played several times, so
     * that its last end is the film's.
     */
    static LibraryItem composed(Scene scene, Score score, long frames) {
        double seconds = scene.timeline().rate().seconds(frames);
        long times = (long) Math.ceil(seconds / LONGEST_PIECE);
        double each = times == 1 ? seconds : (seconds + (times - 1) * MusicBed.SEAM_SECONDS) / times + SPARE;
        return scene.supplies().composed(score, Duration.ofMillis((long) Math.ceil(each * 1000)));
    }

    static Music music(LibraryItem item, double ducking, Optional<Score> score) {
        return new Music(Duration.ofMillis(Math.max(1, item.facts().duration().toMillis())), ducking, score);
    }

    /** Returns the volume at which the music of a file has the level wanted. */
    static double volume(Scene scene, String musicId, MusicLevel level) {
        if (level.share().isPresent()) return level.share().get();
        OptionalDouble music = scene.footage().loudness(musicId);
        OptionalDouble sound = scene.timeline().clips().stream()
                .filter(clip -> clip.volume() > 0)
                .map(MediaSegment::mediaId)
                .distinct()
                .map(scene.footage()::loudness)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        double wanted = music.isPresent() && sound.isPresent()
                ? sound.getAsDouble() - (isSpoken(scene) ? BELOW_SPEECH : BELOW_OTHER_SOUND) - music.getAsDouble()
                : 0;
        double volume = Math.pow(10, (wanted + level.decibels()) / 20);
        return Math.round(Math.max(QUIETEST, Math.min(LOUDEST, volume)) * 1000) / 1000.0;
    }

    private static boolean isSpoken(Scene scene) {
        Timeline timeline = scene.timeline();
        Duration speech = timeline.clips().stream()
                .filter(clip -> clip.volume() > 0)
                .flatMap(clip -> scene.footage().speech(clip.mediaId()).stream()
                        .flatMap(range -> new Played(timeline, clip).of(range).stream()))
                .map(TimeRange::duration)
                .reduce(Duration.ZERO, Duration::plus);
        return speech.toNanos() / 1e9 > HARDLY_SPOKEN * timeline.rate().seconds(timeline.duration());
    }

    /** Returns {@code Music added: calm, 0:36, -14 LUFS, ducked under speech, fades out at its end}. */
    static String told(Scene scene, Timeline after, MusicBed bed, boolean replaced) {
        long seconds = Math.round(after.rate().seconds(bed.end() - bed.start()));
        String name = bed.music()
                .score()
                .map(score -> name(scene, score))
                .orElse(bed.piece().name());
        String from = bed.start() == 0 ? "" : scene.say(" from %s", "（从%s起）", Figures.moment(scene, bed.start()));
        String ducked = bed.music().ducking() > 0
                ? scene.say(", ducked under speech", "，说话时自动降低")
                : scene.say(", not ducked", "，说话时不降低");
        String loudness = after.loudness().isPresent()
                ? scene.say(", %.0f LUFS", "，%.0f LUFS", after.loudness().getAsDouble())
                : "";
        return scene.say(
                replaced ? "Music replaced: %s, %d:%02d%s%s%s%s" : "Music added: %s, %d:%02d%s%s%s%s",
                replaced ? "音乐已更换：%s，%d:%02d%s%s%s%s" : "已添加音乐：%s，%d:%02d%s%s%s%s",
                name,
                seconds / 60,
                seconds % 60,
                from,
                loudness,
                ducked,
                bed.fadeOut() > 0 ? scene.say(", fades out at its end", "，结尾淡出") : "");
    }

    static String name(Scene scene, Score score) {
        String mood = name(scene, score.mood());
        return score.lead()
                .map(lead -> scene.say("%s, %s", "%s（%s）", mood, name(scene, lead)))
                .orElse(mood);
    }

    private static String name(Scene scene, Lead lead) {
        return switch (lead) {
            case PIANO -> scene.say("piano", "钢琴");
            case GUITAR -> scene.say("guitar", "吉他");
            case UKULELE -> scene.say("ukulele", "尤克里里");
            case STRINGS -> scene.say("strings", "弦乐");
            case MARIMBA -> scene.say("marimba", "马林巴");
            case BELLS -> scene.say("bells", "铃声");
        };
    }

    private static String name(Scene scene, Mood mood) {
        return switch (mood) {
            case CALM -> scene.say("calm", "平静");
            case UPBEAT -> scene.say("upbeat", "轻快");
            case HAPPY -> scene.say("happy", "欢乐");
            case CORPORATE -> scene.say("corporate", "商务");
            case CINEMATIC -> scene.say("cinematic", "史诗");
            case LOFI -> scene.say("lo-fi", "低保真");
            case TENSE -> scene.say("tense", "紧张");
            case SAD -> scene.say("sad", "忧伤");
        };
    }
}
