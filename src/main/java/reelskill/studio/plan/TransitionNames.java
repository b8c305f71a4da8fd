package reelskill.studio.plan;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import reelskill.language.Language;
import reelskill.studio.timeline.Transition;

/** What transitions are called. */
final class TransitionNames {
    private static final Map<Transition.Kind, String> CHINESE = new EnumMap<>(Map.ofEntries(
            Map.entry(Transition.Kind.CUT, "硬切"),
            Map.entry(Transition.Kind.CROSSFADE, "叠化"),
            Map.entry(Transition.Kind.FADE_BLACK, "闪黑"),
            Map.entry(Transition.Kind.FADE_WHITE, "闪白"),
            Map.entry(Transition.Kind.WIPE_LEFT, "向左擦除"),
            Map.entry(Transition.Kind.WIPE_RIGHT, "向右擦除"),
            Map.entry(Transition.Kind.SLIDE_LEFT, "向左滑动"),
            Map.entry(Transition.Kind.SLIDE_RIGHT, "向右滑动"),
            Map.entry(Transition.Kind.SLIDE_UP, "向上滑动"),
            Map.entry(Transition.Kind.SLIDE_DOWN, "向下滑动"),
            Map.entry(Transition.Kind.CIRCLE_OPEN, "圆形"),
            Map.entry(Transition.Kind.ZOOM, "缩放"),
            Map.entry(Transition.Kind.DISSOLVE, "溶解"),
            Map.entry(Transition.Kind.PIXELIZE, "像素化")));

    private TransitionNames() {}

    static String of(Transition.Kind kind, Language language) {
        if (language == Language.CHINESE) return CHINESE.getOrDefault(kind, "");
        if (kind == Transition.Kind.FADE_BLACK) return "fade-to-black transition";
        if (kind == Transition.Kind.FADE_WHITE) return "fade-to-white transition";
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return kind == Transition.Kind.CROSSFADE ? word : word + " transition";
    }
}
