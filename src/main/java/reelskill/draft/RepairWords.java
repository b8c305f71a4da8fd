package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reelskill.draft.EffectWords.Effect;
import reelskill.draft.EffectWords.Said;

/** The words for effects that put right what was measured, and for how a picture comes onto the canvas. */
final class RepairWords {
    private static final Map<String, Said> FITTINGS = Map.of(
            "bars", new Said("whole, before black", "完整显示，黑色背景"),
            "fill", new Said("filling the frame", "填满画面"),
            "follow", new Said("following the subject", "跟随主体"));

    private RepairWords() {}

    static void addTo(Map<String, Effect> effects) {
        effects.put("steady", new Effect("steadiness", "防抖", value -> Optional.of(new Said("on", "开"))));
        effects.put("fitting", new Effect("fit", "适配", RepairWords::fitting));
        effects.put(
                "balance",
                new Effect("light and white balance", "光线和白平衡", value -> Optional.of(new Said("corrected", "已校正"))));
        effects.put("lut", new Effect("colour table", "调色表", RepairWords::strength));
        effects.put("bars", new Effect("bars", "黑边", RepairWords::bars));
        effects.put("denoise", new Effect("noise", "噪音", RepairWords::denoise));
    }

    private static Optional<Said> fitting(JsonNode value) {
        return Optional.ofNullable(FITTINGS.get(value.path("how").asText()));
    }

    private static Optional<Said> strength(JsonNode value) {
        if (!value.path("strength").isNumber()) return Optional.empty();
        String said = Math.round(value.path("strength").asDouble() * 100) + "%";
        return Optional.of(new Said(said, said));
    }

    private static Optional<Said> bars(JsonNode value) {
        if (!value.path("ratio").isNumber()) return Optional.empty();
        String said = String.format(Locale.ROOT, "%.2f:1", value.path("ratio").asDouble());
        return Optional.of(new Said(said, said));
    }

    private static Optional<Said> denoise(JsonNode value) {
        if (!value.path("reduction").isNumber()) return Optional.empty();
        long decibels = Math.round(value.path("reduction").asDouble());
        return Optional.of(new Said("down by up to " + decibels + " dB", "最多降低" + decibels + "分贝"));
    }
}
