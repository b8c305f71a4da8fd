package reelskill.studio.matte;

import java.util.Locale;

/** A background that comes with the program: drawn by the project, 1920x1080. */
public enum BuiltInRoom {
    CLEAN_OFFICE,
    STUDIO_WHITE,
    STUDIO_GREY,
    SOFT_GRADIENT,
    BOOKSHELF,
    LIVING_ROOM,
    OUTDOOR;

    String resource() {
        return "rooms/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".jpg";
    }
}
