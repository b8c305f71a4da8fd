package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reelskill.media.FrameRate;

/**
 * One object of a draft. Each accessor returns a value of exactly the type and range asked for, or throws.
 *
 * @param place where it stands in the draft, for the sentence that refuses it
 */
record DraftFields(JsonNode json, String place) {
    private static final long LONGEST_MILLIS = 24L * 3600 * 1000;
    private static final int FASTEST_FPS = 480;

    DraftFields {
        if (!json.isObject()) throw refused(place + " is not a JSON object");
    }

    void version(String known) {
        JsonNode version = json.path("v");
        if (version.isTextual() && version.asText().equals(known)) return;
        if (version.isTextual() && version.asText().matches("\\d{1,4}\\.\\d{1,4}")) {
            throw new InvalidDraftException(
                    "This draft has version " + version.asText() + "; this studio reads version " + known
                            + ". Open it with the ReelSkill that made it, or update this one.",
                    "该草稿的版本是 " + version.asText() + "，本编辑器只能读取 " + known + " 版。请用创建它的 ReelSkill 打开，或升级本程序。");
        }
        throw refused("it names no draft version");
    }

    DraftFields only(Set<String> keys) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) throw refused(place + " has an unknown key, \"" + brief(name) + "\"");
        }
        return this;
    }

    boolean has(String key) {
        return json.has(key);
    }

    DraftFields object(String key) {
        return new DraftFields(json.path(key), key + " of " + place);
    }

    List<DraftFields> list(String key, int most) {
        JsonNode list = json.path(key);
        if (!list.isArray()) throw wrong(key);
        if (list.size() > most) throw refused(place + " has too many parts");
        List<DraftFields> result = new ArrayList<>(list.size());
        for (JsonNode item : list) result.add(new DraftFields(item, "part " + (result.size() + 1) + " of " + place));
        return result;
    }

    String text(String key, int longest) {
        JsonNode text = json.path(key);
        if (!text.isTextual() || text.asText().isBlank() || text.asText().length() > longest) throw wrong(key);
        return text.asText();
    }

    long whole(String key, long least, long most) {
        JsonNode number = json.path(key);
        boolean fits = number.isIntegralNumber() && number.canConvertToLong();
        if (!fits || number.asLong() < least || number.asLong() > most) throw wrong(key);
        return number.asLong();
    }

    double number(String key, double least, double most) {
        JsonNode number = json.path(key);
        // Written so that NaN is refused too.
        if (!number.isNumber() || !(number.asDouble() >= least && number.asDouble() <= most)) throw wrong(key);
        return number.asDouble();
    }

    long millis(String key) {
        return whole(key, 0, LONGEST_MILLIS);
    }

    /** Returns the frame that begins at exactly this millisecond; a moment between frames was not written by us. */
    long frame(String key, FrameRate rate) {
        long millis = millis(key);
        long frame = rate.framesOfMillis(millis);
        if (rate.millis(frame) != millis) throw wrong(key);
        return frame;
    }

    FrameRate rate(String key) {
        JsonNode text = json.path(key);
        if (!text.isTextual() || !text.asText().matches("[1-9]\\d{0,8}(/[1-9]\\d{0,8})?")) throw wrong(key);
        FrameRate rate = FrameRate.parse(text.asText());
        if (rate.fps() < 1 || rate.fps() > FASTEST_FPS) throw wrong(key);
        return rate;
    }

    <T> T oneOf(String key, Map<String, T> words) {
        T value = words.get(json.path(key).asText());
        if (value == null) throw wrong(key);
        return value;
    }

    int color(String key) {
        String text = json.path(key).asText();
        if (!text.matches("#[0-9a-f]{6}")) throw wrong(key);
        return Integer.parseInt(text.substring(1), 16);
    }

    boolean yes(String key) {
        if (!json.path(key).isBoolean()) throw wrong(key);
        return json.path(key).asBoolean();
    }

    InvalidDraftException wrong(String key) {
        return refused("\"" + key + "\" of " + place + " is " + (json.has(key) ? "impossible" : "missing"));
    }

    private static InvalidDraftException refused(String what) {
        return new InvalidDraftException(
                "This draft was not written by the ReelSkill studio, or was changed outside it (" + what
                        + "). Send the draft of the session as the studio returned it.",
                "该草稿不是由 ReelSkill 编辑器写出的，或在外部被改动过（" + what + "）。请原样发送会话中的草稿。");
    }

    private static String brief(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
