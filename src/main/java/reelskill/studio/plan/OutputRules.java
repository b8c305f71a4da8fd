package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Output.Codec;

/** Size and kind of the result, and the wish to have it: "make it vertical", "export as a GIF", "导出1080p". */
final class OutputRules {
    private static final Set<String> SIZE = Clause.concepts("RATIO PRESET LINES PIXELS");
    private static final Set<String> CANVAS = Clause.union(
            SIZE,
            Clause.concepts("CHANGE RESIZE CROP SHAPE VIDEO TO FOR AT ADD FINAL CLIP ALL FORMAT CODEC BYTES ATMOST"
                    + " TRANSPARENT BACKGROUND SHORTEN LIKE SMALLFILE"));
    static final Set<String> EXPORT =
            Clause.union(CANVAS, Clause.concepts("EXPORT FINAL ORDINAL ONLY KEEP SOUND IN REMOVE"));

    /** "keep it under 10 MB", "only the audio, mp3". */
    private static final Set<String> LIMITED = Clause.union(CANVAS, Clause.concepts("KEEP ONLY SOUND"));

    private static final Set<String> SOUND =
            Clause.concepts("GRAB EXPORT APART SOUND VIDEO FORMAT ONLY FROM FINAL CHANGE TO AT");

    private static final Set<String> SHAPES = Clause.concepts(
            "RATIO NUMBER FROM EXPORT CHANGE RESIZE ADD SHAPE VIDEO TO FOR AT FINAL ALL CODEC BYTES ATMOST EACH");

    private static final Set<String> FRAMES =
            Clause.concepts("FRAME FRAMES NUMBER CHANGE RESIZE EXPORT VIDEO TO AT ADD SHAPE EACH");
    private static final Set<String> EXCERPT =
            Clause.concepts("EXPORT FORMAT SPAN CHANGE ADD TO FINAL VIDEO ONLY LINES PIXELS AT SHAPE");

    private OutputRules() {}

    /** "in 9:16, 1:1 and 16:9", "一份横的一份竖的": a film for each. "From 16:9 to 9:16" ends in one. */
    static Optional<Reading> shapes(Clause clause) {
        List<String> shapes =
                clause.all("RATIO", String.class).stream().distinct().toList();
        if (shapes.size() < 2 || shapes.size() != clause.count("RATIO") || !clause.isMadeOf(SHAPES))
            return Optional.empty();
        boolean counted = clause.numbersAre(1) || clause.numbersAre(shapes.size());
        boolean beside = clause.has(Token.SOFT) || clause.language() == Language.CHINESE;
        boolean once = clause.count("CODEC") <= 1 && clause.count(Token.BYTES) <= 1;
        boolean silent = clause.has("ATMOST") && !clause.has(Token.BYTES);
        if (leads(clause)) {
            SetCanvas last = new SetCanvas(Optional.of(shapes.get(shapes.size() - 1)), OptionalInt.empty());
            boolean alone = shapes.size() == 2 && counted && !clause.hasAny("CODEC", Token.BYTES, "ATMOST");
            return alone ? Optional.of(Reading.of(last)) : Optional.empty();
        }
        return counted && beside && once && !silent
                ? Optional.of(Reading.of(ExportFor.shapes(shapes, codec(clause), bytes(clause)))
                        .exported())
                : Optional.empty();
    }

    /** "from horizontal to vertical" leads from one shape to the other. */
    private static boolean leads(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        List<String> between = said.subList(said.indexOf("RATIO"), said.lastIndexOf("RATIO"));
        boolean leads = Stream.of("TO", "CHANGE", "RESIZE", "EXPORT").anyMatch(between::contains);
        return leads && !between.contains(Token.SOFT);
    }

    static Optional<Reading> export(Clause clause) {
        boolean wanted = clause.has("EXPORT") || (clause.has("FINAL") && clause.has("VIDEO"));
        boolean kept = clause.has("KEEP") && !clause.hasAny("SOUND", Token.BYTES);
        if (!wanted || kept || !clause.isMadeOf(EXPORT)) return Optional.empty();
        // "the last" in "the last video": the ordinal is only allowed as 最后, "at last".
        boolean picked = clause.all("ORDINAL", String.class).stream().anyMatch(number -> !number.equals("-1"));
        return picked
                ? Optional.empty()
                : releases(clause).or(() -> result(clause)).map(Reading::exported);
    }

    /** "60 fps", "60帧": the pictures of the footage are what there is. */
    static Optional<Reading> frames(Clause clause) {
        boolean rate = (clause.hasAny("FRAME", "FRAMES") && clause.count(Token.NUMBER) == 1)
                || clause.all("FRAMES", String.class).contains("said");
        if (!rate) return Optional.empty();
        String kept = clause.say(
                "I cannot change the frame rate: an export has that of your footage.", "不能改变帧率：导出的视频与原素材帧率相同。");
        if (clause.isMadeOf(FRAMES)) return Optional.of(Reading.notAvailable(kept));
        // "export as 1080p 30fps mp4": all but the rate.
        Clause rest = clause.without(Token.NUMBER).without("FRAMES").without("FRAME");
        return export(rest)
                .or(() -> canvas(rest))
                .filter(Reading::asksForSomething)
                .map(reading -> reading.telling(kept));
    }

    /** "a gif of the first 2 seconds": these stay, and the file is made of them. */
    static Optional<Reading> excerpt(Clause clause) {
        boolean made = clause.has("EXPORT") || clause.has("FORMAT");
        if (!made || clause.count(Token.SPAN) != 1 || clause.has(Token.SOFT) || !clause.isMadeOf(EXCERPT))
            return Optional.empty();
        List<EditOperation> operations = new ArrayList<>();
        operations.add(new KeepRanges(clause.spans()));
        Optional<ExportFormat> format = clause.text("FORMAT").flatMap(OutputRules::film);
        if (clause.count("FORMAT") > 1 || (clause.has("FORMAT") && format.isEmpty())) return Optional.empty();
        if (clause.count("LINES") + clause.count(PictureSize.CONCEPT) > 1) return Optional.empty();
        Optional<PictureSize> own = PictureSize.ofGif(clause, format);
        if (own.isEmpty()) sized(clause).ifPresent(operations::add);
        format.ifPresent(
                it -> operations.add(new SetOutput(format, Optional.empty(), OptionalLong.empty(), own, true)));
        return Optional.of(Reading.of(operations).exported());
    }

    /** "extract the audio", 把声音单独导出: the sound is a file by itself. */
    static Optional<Reading> sound(Clause clause) {
        boolean alone = clause.has("GRAB")
                || (clause.has("EXPORT") && clause.has("APART"))
                || clause.text("APART").equals(Optional.of("export"));
        return clause.count("SOUND") == 1 && alone && clause.isMadeOf(SOUND)
                ? result(clause.without("GRAB").without("APART"))
                        .filter(Reading::asksForSomething)
                        .map(Reading::exported)
                : Optional.empty();
    }

    static Optional<Reading> canvas(Clause clause) {
        // "louder, like for YouTube" compares, and asks for no shape.
        if (clause.has("LIKE") && !clause.hasAny("RATIO", "SHAPE", "CHANGE", "RESIZE", "VIDEO"))
            return Optional.empty();
        boolean several = Set.copyOf(clause.all("PRESET", String.class)).size() > 1 && !clause.has("EXPORT");
        if (several && clause.isMadeOf(CANVAS)) return releases(clause).map(Reading::exported);
        boolean fits = clause.has("ATMOST")
                && clause.count("PRESET") == 1
                && !clause.hasAny("FORMAT", Token.BYTES, "LINES", "RATIO");
        if (fits && clause.isMadeOf(CANVAS)) return fitting(clause);
        boolean sound = clause.has("SOUND") && clause.hasAny("ONLY", "KEEP") && clause.has("FORMAT");
        boolean limit = clause.has("KEEP") && clause.has(Token.BYTES);
        Set<String> words = sound || limit ? LIMITED : CANVAS;
        return clause.isMadeOf(words)
                ? result(clause)
                        .filter(reading ->
                                reading.asksForSomething() || reading.question().isPresent())
                : Optional.empty();
    }

    /** "export for TikTok and YouTube", "as mp4 and gif": files for this once. */
    private static Optional<Reading> releases(Clause clause) {
        List<Platform> platforms = clause.all("PRESET", String.class).stream()
                .map(Platform::of)
                .distinct()
                .toList();
        List<ExportFormat> formats = clause.all("FORMAT", String.class).stream()
                .flatMap(word -> film(word).stream())
                .distinct()
                .toList();
        // "export a vertical mp4 for TikTok" describes one file.
        boolean one = platforms.size() == 1 && formats.equals(List.of(ExportFormat.MP4));
        int files = platforms.size() + (one ? 0 : formats.size());
        boolean sized = clause.hasAny("LINES", "TRANSPARENT", "BACKGROUND", "REMOVE", "CHANGE", "RESIZE", "CROP");
        boolean shaped = clause.has("RATIO") && !areTheirs(clause.all("RATIO", String.class), platforms);
        boolean sound = clause.has("SOUND") && !formats.stream().allMatch(ExportFormat::isSoundOnly);
        boolean once = clause.count("CODEC") <= 1 && clause.count(Token.BYTES) <= 1;
        if (files == 0 || (files == 1 && platforms.isEmpty()) || sized || shaped || sound || !once)
            return Optional.empty();
        if (clause.has("ATMOST") && !clause.has(Token.BYTES)) return Optional.empty();
        return Optional.of(
                Reading.of(new ExportFor(platforms, one ? List.of() : formats, codec(clause), bytes(clause))));
    }

    /** "vertical for TikTok and horizontal for YouTube" says twice what each of them shows. */
    private static boolean areTheirs(List<String> ratios, List<Platform> platforms) {
        return platforms.stream()
                .flatMap(platform -> platform.ratio().stream())
                .toList()
                .equals(ratios);
    }

    /** "small enough for WhatsApp": where a platform has a limit, its file keeps it. */
    private static Optional<Reading> fitting(Clause clause) {
        return clause.text("PRESET").map(Platform::of).map(platform -> Reading.of(
                        new ExportFor(List.of(platform), List.of(), Optional.empty(), OptionalLong.empty()))
                .exported());
    }

    /** One picture is of a moment, which {@link StillRules} knows. */
    private static Optional<ExportFormat> film(String word) {
        return ExportFormat.of(word).filter(format -> !format.isStill());
    }

    private static Optional<Codec> codec(Clause clause) {
        return clause.text("CODEC").map(word -> Codec.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static OptionalLong bytes(Clause clause) {
        return clause.one(Token.BYTES, Long.class).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Returns what is said of the result, if it is said once and makes sense; that may be nothing. */
    private static Optional<Reading> result(Clause clause) {
        boolean once = Stream.of("FORMAT", "CODEC", "BYTES", "LINES", "PRESET").allMatch(it -> clause.count(it) <= 1);
        // "export the audio" names a part of the film, for which there is a kind of file.
        boolean sound = clause.has("SOUND");
        Optional<ExportFormat> format = clause.text("FORMAT")
                .flatMap(OutputRules::film)
                .or(() -> clause.text("CODEC").filter("prores"::equals).map(prores -> ExportFormat.MOV))
                .or(() -> sound ? Optional.of(ExportFormat.MP3) : Optional.empty());
        boolean contradicts = sound && !format.map(ExportFormat::isSoundOnly).orElse(false);
        // "remove my background and export as a transparent webm" says twice what is behind the person.
        boolean background = clause.has("BACKGROUND") && !clause.has("TRANSPARENT");
        boolean removes = clause.has("REMOVE") && !clause.has("BACKGROUND");
        // 压缩到20M以内: of any other figure the word is said of the length.
        if (clause.has("SHORTEN") && !clause.has(Token.BYTES)) return Optional.empty();
        if (clause.has("SMALLFILE") && !clause.has(Token.BYTES)) return Optional.of(askBytes(clause));
        // "1080p for YouTube and square for Instagram": the shape is another's.
        boolean shapes = Set.copyOf(clause.all("RATIO", String.class)).size() > 1
                || (clause.has(Token.SOFT)
                        && clause.has("RATIO")
                        && clause.text("PRESET")
                                .flatMap(word -> Platform.of(word).ratio())
                                .filter(ratio -> !Optional.of(ratio).equals(clause.text("RATIO")))
                                .isPresent());
        if (!once
                || shapes
                || background
                || removes
                || contradicts
                || (clause.has("ATMOST") && !clause.has(Token.BYTES))) return Optional.empty();
        Optional<Codec> codec = codec(clause);
        OptionalLong bytes = bytes(clause).isPresent() ? bytes(clause) : theirs(clause, format);
        Optional<PictureSize> own = PictureSize.ofGif(clause, format);
        if (own.isPresent())
            return Optional.of(
                    Reading.of(new SetOutput(format, codec, bytes, own, true)).exported());
        List<EditOperation> operations = new ArrayList<>();
        if (clause.has("TRANSPARENT"))
            operations.add(new ReplaceBackground(
                    Optional.of(new Backdrop.Transparent()), "", Target.ALL, BackgroundRules.isScreen(clause)));
        sized(clause).ifPresent(operations::add);
        if (format.isPresent() || codec.isPresent() || bytes.isPresent())
            operations.add(new SetOutput(format, codec, bytes, clause.has("EXPORT")));
        return Optional.of(Reading.of(operations));
    }

    /** "an mp4 for WhatsApp" is one that it takes. */
    private static OptionalLong theirs(Clause clause, Optional<ExportFormat> format) {
        boolean film = format.filter(ExportFormat.MP4::equals).isPresent();
        return clause.text("PRESET")
                .filter(word -> film)
                .map(word -> Platform.of(word).mostBytes())
                .orElse(OptionalLong.empty());
    }

    private static Reading askBytes(Clause clause) {
        return Reading.ask(
                clause.say("How small should the file be? For example: 25 MB", "文件要压到多小？例如：25MB"),
                clause.say("keep it under %s", "控制在%s以内", Question.BLANK));
    }

    /** Returns the size that the clause names; empty where it names none, or two. */
    static Optional<SetCanvas> sized(Clause clause) {
        Optional<Platform> preset = clause.text("PRESET").map(Platform::of);
        Set<String> ratios = Set.copyOf(clause.all("RATIO", String.class));
        if (ratios.size() > 1) return Optional.empty();
        if (clause.has(PictureSize.CONCEPT)) {
            boolean other = !ratios.isEmpty() || preset.isPresent();
            return PictureSize.of(clause)
                    .filter(size -> !other)
                    .map(size -> size.canvas(clause.now().canvas()));
        }
        if (ratios.isEmpty() && preset.isEmpty() && !clause.has("LINES")) return Optional.empty();
        Optional<String> ratio = ratios.stream().findFirst().or(() -> preset.flatMap(Platform::ratio));
        OptionalInt lines = clause.text("LINES")
                .map(Integer::parseInt)
                .map(OptionalInt::of)
                .orElse(preset.map(platform -> OptionalInt.of(platform.lines())).orElse(OptionalInt.empty()));
        return Optional.of(new SetCanvas(ratio, lines));
    }
}
