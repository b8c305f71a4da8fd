package reelskill.studio.render;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.GraphicAttribute;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One paragraph of a title as Java draws it: a font for every grapheme, and emoji as pictures between the letters. */
final class TitleText {
    private static final String SELECTOR = "\uFE0F";
    private static final String PLACE_OF_PICTURE = "\uFFFC";

    private final TitleFonts fonts;
    private final float size;
    private final StringBuilder letters = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();

    private TitleText(TitleFonts fonts, float size) {
        this.fonts = fonts;
        this.size = size;
    }

    /** Letters {@code [start, end)} and how they are drawn: by a {@link Font} or as a {@link GraphicAttribute}. */
    private record Run(int start, int end, TextAttribute attribute, Object value) {}

    /** Returns {@code paragraph}, which has no line breaks and is not empty, in letters {@code size} pixels high. */
    static AttributedCharacterIterator of(String paragraph, TitleFonts fonts, float size) {
        TitleText text = new TitleText(fonts, size);
        int plain = 0;
        for (int at = 0; at < paragraph.length(); ) {
            Optional<EmojiPictures.Found> emoji = EmojiPictures.at(paragraph, at, fonts);
            if (emoji.isEmpty()) {
                at += Character.charCount(paragraph.codePointAt(at));
                continue;
            }
            text.addLetters(paragraph.substring(plain, at));
            text.addPicture(emoji.get().picture());
            at += emoji.get().chars();
            plain = at;
        }
        text.addLetters(paragraph.substring(plain));
        return text.attributed();
    }

    private void addLetters(String plain) {
        String shown = plain.replace(SELECTOR, "");
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(shown);
        for (int start = 0, end = graphemes.next(); end != BreakIterator.DONE; start = end, end = graphemes.next()) {
            String grapheme = shown.substring(start, end);
            add(grapheme, TextAttribute.FONT, fonts.fontFor(grapheme).deriveFont(size));
        }
    }

    private void addPicture(BufferedImage picture) {
        add(PLACE_OF_PICTURE, TextAttribute.CHAR_REPLACEMENT, new Emoji(picture, size));
    }

    private void add(String added, TextAttribute attribute, Object value) {
        int start = letters.length();
        letters.append(added);
        runs.add(new Run(start, letters.length(), attribute, value));
    }

    private AttributedCharacterIterator attributed() {
        AttributedString string = new AttributedString(letters.toString());
        string.addAttribute(TextAttribute.FONT, fonts.fontFor(" ").deriveFont(size));
        runs.forEach(run -> string.addAttribute(run.attribute(), run.value(), run.start(), run.end()));
        return string.getIterator();
    }

    /** An emoji in a line of letters, measured as its font measures it (109 pixels an em). */
    private static final class Emoji extends GraphicAttribute {
        private static final float PIXELS_AN_EM = 109;
        private static final float ABOVE_BASELINE = 101;

        private final BufferedImage picture;
        private final float scale;

        Emoji(BufferedImage picture, float size) {
            super(ROMAN_BASELINE);
            this.picture = picture;
            this.scale = size / PIXELS_AN_EM;
        }

        @Override
        public float getAscent() {
            return ABOVE_BASELINE * scale;
        }

        @Override
        public float getDescent() {
            return (picture.getHeight() - ABOVE_BASELINE) * scale;
        }

        @Override
        public float getAdvance() {
            return picture.getWidth() * scale;
        }

        @Override
        public void draw(Graphics2D graphics, float x, float y) {
            int top = Math.round(y - getAscent());
            int height = Math.round(picture.getHeight() * scale);
            graphics.drawImage(picture, Math.round(x), top, Math.round(getAdvance()), height, null);
        }
    }
}
