package reelskill.studio.render;

import java.util.stream.Collectors;
import reelskill.studio.timeline.TextStyle.Face;

/** What titles can be written in. */
public final class Lettering {
    /** Every font has these; nothing is loaded for them. */
    private static final int COMMON = 0x250;

    private Lettering() {}

    /** Returns the letters of {@code text} that no font draws, once each, apart by spaces; empty where all are drawn. */
    public static String undrawable(String text) {
        if (text.codePoints().allMatch(code -> code < COMMON)) return "";
        TitleFonts fonts = TitleFonts.load();
        StringBuilder missing = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            var emoji = EmojiPictures.at(text, at, fonts);
            int code = text.codePointAt(at);
            if (emoji.isEmpty() && isSeen(code) && !fonts.canDraw(code)) missing.appendCodePoint(code);
            at += emoji.map(EmojiPictures.Found::chars).orElse(Character.charCount(code));
        }
        return missing.codePoints().distinct().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private static boolean isSeen(int code) {
        return !Character.isWhitespace(code) && Character.getType(code) != Character.FORMAT && !isSelector(code);
    }

    private static boolean isSelector(int code) {
        return code >= 0xFE00 && code <= 0xFE0F;
    }

    /** Returns whether there are letters of this kind; those with serifs are the machine's. */
    public static boolean has(Face face) {
        return TitleFonts.has(face);
    }
}
