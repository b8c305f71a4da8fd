package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What puts picture and sound right, in the short form of {@code picture-sentences.tsv}. */
final class PictureNotation {
    private PictureNotation() {}

    static String of(EditOperation operation) {
        if (operation instanceof SteadyPicture it) return "steady " + amount(it.most()) + Notation.target(it.target());
        if (operation instanceof CleanSound it)
            return "denoise " + (it.reduction() == 0 ? "off" : number(it.reduction())) + Notation.target(it.target());
        if (operation instanceof BalanceColours it)
            return "balance" + (it.castOnly() ? " cast" : "") + Notation.target(it.target());
        if (operation instanceof SetBars it) return "bars " + amount(it.ratio()) + Notation.target(it.target());
        if (operation instanceof FitPicture it) {
            String how =
                    it.how().map(way -> way.name().toLowerCase(Locale.ROOT)).orElse("blurred");
            return "fit " + how + Notation.target(it.target());
        }
        if (operation instanceof FadeMusic it)
            return "fademusic" + it.in().map(time -> " in " + seconds(time)).orElse("")
                    + it.out().map(time -> " out " + seconds(time)).orElse("");
        if (operation instanceof PlaceMusic it)
            return "musicat " + it.from().map(Notation::of).orElse("same") + ".."
                    + it.to().map(Notation::of).orElse("same");
        if (operation instanceof DuringClip it)
            return "during " + Notation.of(it.clip()) + " " + Notation.of(it.added());
        if (operation instanceof FadeClip it)
            return "fadeclip " + Notation.of(it.clip())
                    + it.in().map(time -> " in " + seconds(time)).orElse("")
                    + it.out().map(time -> " out " + seconds(time)).orElse("");
        if (operation instanceof ExportFor it) return files(it);
        return SpeechNotation.of(operation);
    }

    static String of(ChangeColours.Finished it) {
        List<String> parts = new ArrayList<>();
        it.vignette().ifPresent(share -> parts.add("vignette " + number(share)));
        it.grain().ifPresent(share -> parts.add("grain " + number(share)));
        return String.join(" ", parts);
    }

    private static String files(ExportFor it) {
        List<String> words = new ArrayList<>(List.of("files"));
        it.platforms().forEach(platform -> words.add(platform.name().toLowerCase(Locale.ROOT)));
        it.formats().forEach(format -> words.add(format.word()));
        words.addAll(it.shapes());
        it.codec().ifPresent(codec -> words.add(codec.name().toLowerCase(Locale.ROOT)));
        if (it.mostBytes().isPresent()) words.add(number(it.mostBytes().getAsLong() / 1e6) + "MB");
        return String.join(" ", words);
    }

    private static String amount(OptionalDouble amount) {
        return amount.isEmpty() ? "off" : number(amount.getAsDouble());
    }

    private static String seconds(Duration time) {
        return number(time.toMillis() / 1000.0);
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
