package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.Backdrop;

/** What a report calls a background. */
record BackdropWords(Scene scene) {
    /** @param file what its person calls the file of a picture */
    String done(Optional<Backdrop> backdrop, String file) {
        if (backdrop.isEmpty()) return scene.say("Original background restored", "已恢复原来的背景");
        if (backdrop.get() instanceof Backdrop.Blur blur) return blurred(blur.strength());
        if (backdrop.get() instanceof Backdrop.Transparent)
            return scene.say(
                    "Background removed: it is transparent now; MP4 cannot carry that, so export as WebM, ProRes or a PNG sequence",
                    "已去掉背景，现为透明；MP4不支持透明，请导出为WebM、ProRes或PNG序列");
        return scene.say("Background replaced: %s", "背景已更换：%s", name(backdrop.get(), file));
    }

    private String blurred(Backdrop.Strength strength) {
        return switch (strength) {
            case LIGHT -> scene.say("Background blurred lightly", "背景已轻度虚化");
            case MEDIUM -> scene.say("Background blurred", "背景已虚化");
            case STRONG -> scene.say("Background blurred strongly", "背景已强烈虚化");
        };
    }

    private String name(Backdrop backdrop, String file) {
        if (backdrop instanceof Backdrop.Room room) return name(room.place());
        if (backdrop instanceof Backdrop.Colour colour) return ColourNames.name(scene, colour.rgb());
        return file;
    }

    private String name(Backdrop.Place place) {
        return switch (place) {
            case CLEAN_OFFICE -> scene.say("clean office", "干净的办公室");
            case STUDIO_WHITE -> scene.say("white studio", "白色影棚");
            case STUDIO_GREY -> scene.say("grey studio", "灰色影棚");
            case SOFT_GRADIENT -> scene.say("soft gradient", "柔和渐变");
            case BOOKSHELF -> scene.say("bookshelf", "书架");
            case LIVING_ROOM -> scene.say("living room", "客厅");
            case OUTDOOR -> scene.say("outdoors", "户外");
        };
    }
}
