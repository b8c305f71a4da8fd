package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.media.ExportFormat;
import reelskill.media.Resolution;

/**
 * How large a picture is to be, in pixels. What is not said follows from the shape that the picture has.
 *
 * @param lines the shorter side, as in 720p
 */
public record PictureSize(OptionalInt width, OptionalInt height, OptionalInt lines) {
    static final String CONCEPT = "PIXELS";

    /** A picture is no smaller than a stamp, and no larger than 8K. */
    private static final int LEAST = 16;

    private static final int MOST = 7680;
    private static final String UNIT = "(?: ?(?:px|pixels?|像素))";
    private static final Pattern SAID = Pattern.compile("(?<w>\\d{2,4}) ?(?:[x×*]|by) ?(?<h>\\d{2,4})" + UNIT + "?"
            + "|(?:(?<wide>width(?: of)?|宽度?为?)|(?<high>height(?: of)?|高度?为?)) ?(?<n>\\d{2,4})" + UNIT + "?"
            + "|(?<px>\\d{2,4})" + UNIT + "(?: ?(?:in )?(?:(?<iswide>wide|width|宽)|(?<ishigh>tall|high|height|高)))?"
            + "|(?<bare>\\d{3,4}) (?:wide|(?<tall>tall))");

    static PictureSize lines(int lines) {
        return new PictureSize(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(lines));
    }

    /** Returns the size that {@code text}, which is normalized, names at {@code from}; a bare "480 px" is a width. */
    static Optional<Token> at(String text, int from) {
        Matcher said = SAID.matcher(text).region(from, text.length()).useTransparentBounds(true);
        boolean inWord = from > 0 && Letters.splitsWord(text, from);
        if (inWord || !said.lookingAt() || Letters.splitsWord(text, said.end())) return Optional.empty();
        OptionalInt width = number(said, "w");
        OptionalInt height = number(said, "h");
        OptionalInt one = first(number(said, "n"), number(said, "px"), number(said, "bare"));
        boolean high = said.group("high") != null || said.group("ishigh") != null || said.group("tall") != null;
        PictureSize size = one.isEmpty()
                ? new PictureSize(width, height, OptionalInt.empty())
                : high
                        ? new PictureSize(OptionalInt.empty(), one, OptionalInt.empty())
                        : new PictureSize(one, OptionalInt.empty(), OptionalInt.empty());
        return Optional.of(new Token(CONCEPT, size, from, said.end()));
    }

    private static OptionalInt number(Matcher said, String group) {
        return said.group(group) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(said.group(group)));
    }

    private static OptionalInt first(OptionalInt... numbers) {
        for (OptionalInt number : numbers) if (number.isPresent()) return number;
        return OptionalInt.empty();
    }

    /** Returns the size that {@code clause} names, once and in one way; empty where there is none. */
    static Optional<PictureSize> of(Clause clause) {
        int said = clause.count(CONCEPT) + clause.count("LINES");
        if (said != 1) return Optional.empty();
        return clause.one(CONCEPT, PictureSize.class)
                .or(() -> clause.text("LINES").map(Integer::parseInt).map(lines -> lines(lines, clause.text("RATIO"))));
    }

    private static PictureSize lines(int lines, Optional<String> ratio) {
        if (ratio.isEmpty()) return lines(lines);
        Resolution size = new SetCanvas(ratio, OptionalInt.of(lines)).wanted(new Resolution(16, 16));
        return new PictureSize(OptionalInt.of(size.width()), OptionalInt.of(size.height()), OptionalInt.empty());
    }

    /** "a gif 480 pixels wide" is as large, once; the video stays as it is. */
    static Optional<PictureSize> ofGif(Clause clause, Optional<ExportFormat> format) {
        boolean gif = format.equals(Optional.of(ExportFormat.GIF));
        boolean other = clause.hasAny("RATIO", "PRESET", "TRANSPARENT");
        return gif && !other ? of(clause) : Optional.empty();
    }

    /** "a gif 9 pixels wide". */
    static Optional<Reading> ofNoFile(Clause clause) {
        return clause.isMadeOf(OutputRules.EXPORT) ? impossible(clause) : Optional.empty();
    }

    /** Returns why the size that {@code clause} names cannot be; empty where it can. */
    static Optional<Reading> impossible(Clause clause) {
        return of(clause)
                .filter(size -> !size.fits(clause.now().canvas()))
                .map(size -> Reading.notAvailable(
                        clause.say("A picture can be 16 to 7680 pixels wide and high.", "画面的宽和高只能在16到7680像素之间。")));
    }

    private boolean fits(Resolution canvas) {
        Resolution size = of(canvas);
        return Math.min(size.width(), size.height()) >= LEAST && Math.max(size.width(), size.height()) <= MOST;
    }

    /** Returns what becomes of a picture as large as {@code canvas}; sides are even. */
    Resolution of(Resolution canvas) {
        double scale = width.isPresent()
                ? (double) width.getAsInt() / canvas.width()
                : height.isPresent()
                        ? (double) height.getAsInt() / canvas.height()
                        : (double) lines.getAsInt() / Math.min(canvas.width(), canvas.height());
        return new Resolution(even(width.orElse((int) Math.round(canvas.width() * scale))), even(height.orElse((int)
                Math.round(canvas.height() * scale))));
    }

    private static int even(int side) {
        return Math.max(2, (side + 1) / 2 * 2);
    }

    /** Returns the same as the size of a canvas that is {@code now} as large. */
    SetCanvas canvas(Resolution now) {
        Resolution size = of(now);
        boolean shape = width.isPresent() && height.isPresent();
        Optional<String> ratio = shape ? Optional.of(size.width() + ":" + size.height()) : Optional.empty();
        return new SetCanvas(ratio, OptionalInt.of(Math.min(size.width(), size.height())));
    }
}
