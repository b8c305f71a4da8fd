package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import reelskill.media.ExportFormat;

/** Frames as pictures: "save a picture at 0:05", "take a screenshot of the last frame", "grab three frames", "导出封面图". */
final class StillRules {
    private static final Set<String> WORDS = Clause.concepts(
            "STILL GRAB EXPORT KEEP PICTURE FRAME STILLNESS SHAPE VIDEO FORMAT AT FROM TO TIME ORDINAL START END MIDDLE"
                    + " NUMBER SOFT FINAL ADD CHANGE BETWEEN BYTES ATMOST FOR ONLY CLIP LINES PIXELS RATIO");
    private static final int MOST = 20;

    private StillRules() {}

    static Optional<Reading> read(Clause clause) {
        List<ExportFormat> formats = clause.all("FORMAT", String.class).stream()
                .flatMap(word -> ExportFormat.of(word).stream())
                .toList();
        boolean other = formats.size() > 1 || formats.stream().anyMatch(format -> !format.isStill());
        boolean verb = clause.hasAny("EXPORT", "GRAB", "KEEP") || !formats.isEmpty();
        boolean picture = clause.hasAny("PICTURE", "FRAME", "STILLNESS", "SHAPE") && verb;
        boolean cover = clause.has("STILL");
        if (other || !(cover || picture || !formats.isEmpty()) || !clause.isMadeOf(WORDS)) return Optional.empty();
        if (clause.has("ATMOST") != clause.has(Token.BYTES)) return Optional.empty();
        Optional<PictureSize> size = PictureSize.of(clause);
        if (clause.has("RATIO") && clause.count("RATIO") + clause.count("LINES") != 2) return Optional.empty();
        if (clause.hasAny("LINES", PictureSize.CONCEPT) && size.isEmpty()) return Optional.empty();
        Optional<Reading> impossible = PictureSize.impossible(clause);
        if (impossible.isPresent()) return impossible;
        // "add a picture" puts one in.
        if (clause.hasAny("ADD", "CHANGE") && !cover) return Optional.empty();
        // 画面 alone names the video's shape; with a moment, what is seen then.
        Optional<List<Moment>> moments = moments(clause);
        boolean shapeOnly = !cover && formats.isEmpty() && !clause.hasAny("PICTURE", "FRAME", "STILLNESS");
        boolean when = clause.hasAny(Token.TIME, "ORDINAL", "START", "END", "MIDDLE");
        // 导出两个版本: as many files, and no pictures.
        if (shapeOnly && (moments.isEmpty() || !when)) return Optional.empty();
        boolean itself = clause.all("STILL", String.class).contains("cover");
        if (moments.isEmpty() && itself) moments = Optional.of(List.of(Moment.MIDDLE));
        OptionalLong most =
                clause.one(Token.BYTES, Long.class).map(OptionalLong::of).orElse(OptionalLong.empty());
        Optional<ExportFormat> format = formats.stream().findFirst();
        return Optional.of(moments.map(them -> Reading.of(new TakeStills(them, format, most, size, Optional.empty()))
                        .exported())
                .orElseGet(() -> which(clause)));
    }

    /** Returns the moments that are named, or as many as are wanted, evenly spread; empty where neither is said. */
    private static Optional<List<Moment>> moments(Clause clause) {
        List<Moment> named = new ArrayList<>(
                clause.all(Token.TIME, Duration.class).stream().map(Moment::at).toList());
        String rank = clause.text("ORDINAL").orElse("");
        if (clause.has("START") || rank.equals("1")) named.add(Moment.START);
        if (clause.has("MIDDLE")) named.add(Moment.MIDDLE);
        if (clause.has("END") || rank.equals("-1")) named.add(Moment.END);
        Optional<Double> number = clause.one(Token.NUMBER, Double.class);
        boolean odd = clause.has("ORDINAL") && !rank.equals("1") && !rank.equals("-1");
        if (odd || named.size() > MOST || (!named.isEmpty() && number.isPresent() && number.get() != named.size()))
            return Optional.empty();
        if (!named.isEmpty() || number.isEmpty()) return Optional.of(named).filter(them -> !them.isEmpty());
        int count = number.get().intValue();
        if (count < 1 || count > MOST || count != number.get()) return Optional.empty();
        return Optional.of(IntStream.range(0, count)
                .mapToObj(i -> new Moment((i + 0.5) / count, Duration.ZERO))
                .toList());
    }

    private static Reading which(Clause clause) {
        return Reading.ask(
                clause.say(
                        "A picture of which moment? For example: 0:05; the last frame. For all frames say \"export as a PNG"
                                + " sequence\".",
                        "要哪个时刻的画面？例如：0:05；最后一帧。需要全部画面请说“导出PNG序列”。"),
                clause.say("save a picture at %s", "截图%s", Question.BLANK));
    }
}
