package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The effects of a segment that the studio's schema documents, in words. A value this version does not know says nothing. */
final class EffectWords {
    record Effect(String english, String chinese, Function<JsonNode, Optional<Said>> said) {}

    /** A value in both languages. */
    record Said(String english, String chinese) {}

    private static final Map<String, String> GRADES = new LinkedHashMap<>();

    private static final Map<String, Said> LIGHTS = Map.of(
            "wrap none", new Said("", ""),
            "wrap soft", new Said(", soft on the edges", "，边缘柔和"),
            "wrap strong", new Said(", strong on the edges", "，边缘强烈"),
            "match none", new Said("as it is", "保持原样"),
            "match some", new Said("matched a little", "轻微匹配"),
            "match full", new Said("matched", "匹配人物"));

    private static final Map<String, Effect> EFFECTS = new LinkedHashMap<>();

    static {
        GRADES.put("brightness", "亮度");
        GRADES.put("contrast", "对比度");
        GRADES.put("saturation", "饱和度");
        GRADES.put("warmth", "色温");
        EFFECTS.put("grade", new Effect("colours", "颜色", EffectWords::grade));
        EFFECTS.put("lighting", new Effect("light of the background", "背景光线", EffectWords::lighting));
        EFFECTS.put("look", new Effect("look", "风格", EffectWords::look));
        EFFECTS.put("finish", new Effect("finish", "质感", EffectWords::finish));
        EFFECTS.put("framing", new Effect("framing", "画面", EffectWords::framing));
        EFFECTS.put("zoom", new Effect("zoom", "缩放", EffectWords::zoom));
        EFFECTS.put("placement", new Effect("place", "位置", EffectWords::placement));
        EFFECTS.put("pace", new Effect("speed", "速度", EffectWords::pace));
        RepairWords.addTo(EFFECTS);
    }

    private static final List<String> ROWS = List.of("top", "middle", "bottom");
    private static final List<String> COLUMNS = List.of("left", "centre", "right");
    private static final List<String> CHINESE_ROWS = List.of("上方", "中部", "下方");
    private static final List<String> CHINESE_COLUMNS = List.of("左侧", "中间", "右侧");

    private EffectWords() {}

    static Set<String> keys() {
        return EFFECTS.keySet();
    }

    /** Returns what the effect {@code key} became, like {@code speed 2×}; empty where that has no words here. */
    static Optional<Said> of(String key, JsonNode value) {
        Effect effect = EFFECTS.get(key);
        if (effect == null) return Optional.empty();
        if (value.isMissingNode()) {
            return Optional.of(new Said(effect.english + " as filmed", effect.chinese + "恢复原样"));
        }
        return effect.said
                .apply(value)
                .map(said -> new Said(effect.english + " " + said.english, effect.chinese + said.chinese));
    }

    /** Where the middle of an inset stands, and how large it is. */
    private static Optional<Said> placement(JsonNode value) {
        if (value.has("panel")) return Optional.of(new Said("in a part of a split screen", "：分屏的一部分"));
        if (!value.path("x").isNumber() || !value.path("y").isNumber()) return Optional.empty();
        String size = percent(value.path("size"));
        double opacity = value.path("opacity").asDouble(1);
        String faint = opacity == 1 ? "" : ", " + percent(value.path("opacity")) + " opaque";
        String faintChinese = opacity == 1 ? "" : "，不透明度" + percent(value.path("opacity"));
        int row = third(value.path("y"));
        int column = third(value.path("x"));
        return Optional.of(new Said(
                ROWS.get(row) + " " + COLUMNS.get(column) + ", size " + size + faint,
                CHINESE_ROWS.get(row) + CHINESE_COLUMNS.get(column) + "，大小" + size + faintChinese));
    }

    private static int third(JsonNode share) {
        return (int) Math.max(0, Math.min(2, Math.floor(share.asDouble() * 3)));
    }

    private static Optional<Said> pace(JsonNode value) {
        if (value.has("freeze")) return Optional.of(new Said("0 (a still frame)", "0（定格）"));
        if (!value.path("speed").isNumber()) return Optional.empty();
        String speed = number(value.path("speed").asDouble());
        boolean backwards = value.has("backwards");
        return Optional.of(
                new Said(speed + "×" + (backwards ? ", backwards" : ""), speed + "倍" + (backwards ? "，倒放" : "")));
    }

    private static Optional<Said> grade(JsonNode value) {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        GRADES.forEach((key, name) -> {
            double amount = value.path(key).asDouble();
            if (amount == 0) return;
            String said = (amount > 0 ? " +" : " −") + Math.round(Math.abs(amount) * 100) + "%";
            english.add(key + said);
            chinese.add(name + said);
        });
        return english.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(String.join(", ", english), String.join("，", chinese)));
    }

    private static Optional<Said> lighting(JsonNode value) {
        Said wrap = LIGHTS.get("wrap " + value.path("wrap").asText());
        Said match = LIGHTS.get("match " + value.path("match").asText());
        if (wrap == null || match == null) return Optional.empty();
        return Optional.of(new Said(match.english + wrap.english, match.chinese + wrap.chinese));
    }

    private static Optional<Said> look(JsonNode value) {
        String style = value.path("style").asText().replace('_', ' ');
        if (!style.matches("[a-z ]{1,30}")) return Optional.empty();
        String said = style + " " + percent(value.path("strength"));
        return Optional.of(new Said(said, said));
    }

    private static Optional<Said> finish(JsonNode value) {
        if (!value.path("vignette").isNumber() || !value.path("grain").isNumber()) return Optional.empty();
        String vignette = percent(value.path("vignette"));
        String grain = percent(value.path("grain"));
        return Optional.of(new Said("vignette " + vignette + ", grain " + grain, "：暗角" + vignette + "，颗粒" + grain));
    }

    private static Optional<Said> framing(JsonNode value) {
        JsonNode window = value.path("window");
        if (!value.path("turns").isInt() || !window.path("width").isNumber()) return Optional.empty();
        int degrees = 90 * value.path("turns").asInt();
        boolean mirrored = value.path("mirrored").asBoolean();
        String part = percent(window.path("width")) + "×" + percent(window.path("height"));
        return Optional.of(new Said(
                part + (degrees == 0 ? "" : ", turned " + degrees + "°") + (mirrored ? ", mirrored" : ""),
                part + (degrees == 0 ? "" : "，旋转" + degrees + "度") + (mirrored ? "，镜像" : "")));
    }

    private static Optional<Said> zoom(JsonNode value) {
        if (!value.path("from").isNumber() || !value.path("to").isNumber()) return Optional.empty();
        String way = number(value.path("from").asDouble()) + "× → "
                + number(value.path("to").asDouble()) + "×";
        return Optional.of(new Said(way, way));
    }

    private static String percent(JsonNode share) {
        return Math.round(share.asDouble() * 100) + "%";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
