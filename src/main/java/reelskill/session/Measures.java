package reelskill.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import reelskill.draft.Seconds;
import reelskill.language.Language;

/** How long and how loud the timeline was before a turn and is after it, as a backend that measures says. */
public record Measures(Side before, Side after) {
    private static final int MOST_APART_MILLIS = 150;
    private static final String WAY = " → ";

    /**
     * A timeline.
     *
     * @param loudness in LUFS, estimated from its media; empty where it is not known
     */
    public record Side(long pictureMillis, long soundMillis, OptionalDouble loudness) {
        private static Optional<Side> of(JsonNode json) {
            boolean told = json.path("picture_ms").canConvertToLong()
                    && json.path("sound_ms").canConvertToLong()
                    && json.path("picture_ms").asLong() >= 0
                    && json.path("sound_ms").asLong() >= 0;
            if (!told) return Optional.empty();
            double lufs = json.path("loudness_lufs").asDouble(Double.NaN);
            boolean sane = lufs > -100 && lufs < 20;
            return Optional.of(new Side(
                    json.path("picture_ms").asLong(),
                    json.path("sound_ms").asLong(),
                    sane ? OptionalDouble.of(lufs) : OptionalDouble.empty()));
        }

        private boolean endsTogether() {
            return pictureMillis == 0 || Math.abs(pictureMillis - soundMillis) <= MOST_APART_MILLIS;
        }
    }

    /** Returns what a tool's answer says; empty where it says nothing of it. */
    static Optional<Measures> of(JsonNode result) {
        Optional<Side> after = Side.of(result.path("after"));
        return Side.of(result.path("before")).flatMap(before -> after.map(now -> new Measures(before, now)));
    }

    /** Returns the figures before and after in a line; empty where it would say the same twice. */
    public Optional<String> sentence(Language language) {
        String sentence = lengths(language) + loudness(language) + language.pick(".", "。");
        return sentence.contains(WAY) ? Optional.of(sentence) : Optional.empty();
    }

    private String lengths(Language language) {
        String picture = way(length(before.pictureMillis, language), length(after.pictureMillis, language));
        String sound = way(length(before.soundMillis, language), length(after.soundMillis, language));
        if (after.pictureMillis == 0) return language.say("Sound: %s", "声音：%s", sound);
        boolean alike = before.endsTogether() && after.endsTogether();
        return alike
                ? language.say("Picture and sound: %s", "画面和声音：%s", picture)
                : language.say("Picture: %s; sound: %s", "画面：%s；声音：%s", picture, sound);
    }

    private String loudness(Language language) {
        if (after.loudness.isEmpty()) return "";
        String now = lufs(after.loudness.getAsDouble());
        String was = before.loudness.isPresent() ? lufs(before.loudness.getAsDouble()) : now;
        return language.say(", loudness about %s LUFS", "，响度约 %s LUFS", way(was, now));
    }

    private static String way(String before, String after) {
        return before.equals(after) ? after : before + WAY + after;
    }

    private static String length(long millis, Language language) {
        return millis == 0 ? language.pick("none", "无") : Seconds.of(millis) + language.pick(" s", "秒");
    }

    private static String lufs(double lufs) {
        return BigDecimal.valueOf(lufs).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
