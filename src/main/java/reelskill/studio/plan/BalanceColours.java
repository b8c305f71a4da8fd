package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.MediaSegment;

/**
 * Measures light and colour cast of clips and puts them right; only the cast where {@code castOnly}.
 *
 * <pre>
 *   |  A, too dark  |   →   |  A, as light as it should be  |
 * </pre>
 */
public record BalanceColours(boolean castOnly, Target target) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Map<String, Optional<Balance>> measured = new HashMap<>();
        for (MediaSegment clip : target.in(scene).clips()) {
            measured.computeIfAbsent(
                    clip.mediaId(), id -> scene.footage().balance(id).map(this::wanted));
        }
        List<Balance> needed = measured.values().stream()
                .flatMap(Optional::stream)
                .filter(balance -> !balance.isSlight())
                .distinct()
                .toList();
        String fine = scene.say(
                "I measured the light: it is well balanced already, so nothing was changed.", "已测量：光线和白平衡正常，没有做改动。");
        if (needed.isEmpty() && !measured.isEmpty()) return EditResult.unchanged(scene.timeline(), fine);
        String what = needed.size() == 1
                ? told(scene, needed.get(0))
                : scene.say("each clip by its own measure", "每个片段按各自测量结果");
        return new ClipChange(target, clip -> balanced(clip, measured))
                .in(
                        scene,
                        scene.say("Light and white balance corrected%%s: %s", "已校正光线和白平衡%%s：%s", what),
                        scene.say("That is corrected already.", "已经校正过。"));
    }

    private Balance wanted(Balance measured) {
        return castOnly ? new Balance(measured.red(), measured.green(), measured.blue(), 0, 1) : measured;
    }

    private static MediaSegment balanced(MediaSegment clip, Map<String, Optional<Balance>> measured) {
        return measured.getOrDefault(clip.mediaId(), Optional.empty())
                .filter(balance -> !balance.isSlight())
                .map(clip::with)
                .orElse(clip);
    }

    private static String told(Scene scene, Balance balance) {
        List<String> parts = new ArrayList<>();
        told(scene, parts, "red", "红", balance.red());
        told(scene, parts, "green", "绿", balance.green());
        told(scene, parts, "blue", "蓝", balance.blue());
        double stretch = 1 / (balance.white() - balance.black());
        if (stretch > 1.01) parts.add(scene.say("contrast ×%.2f", "对比度×%.2f", stretch));
        return String.join(scene.say(", ", "、"), parts);
    }

    private static void told(Scene scene, List<String> parts, String name, String chinese, double gain) {
        if (Math.abs(gain - 1) < 0.005) return;
        String sign = gain > 1 ? "+" : "−";
        parts.add(scene.say(name, chinese) + " " + sign + Figures.percent(Math.abs(gain - 1)));
    }
}
