package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import reelskill.media.ExportFormat;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Output.Codec;
import reelskill.studio.timeline.Release;
import reelskill.studio.timeline.Timeline;

/**
 * Asks for several files at once, for those of platforms, or for one in each shape; later exports are as before.
 *
 * <pre>
 *   |  A  |  B  |   →   |  A  |  B  |  +  a file for each
 * </pre>
 *
 * @param shapes width to height, like {@code 9:16}, each of a film of its own in the kind of file that is set
 * @param mostBytes the largest that each may be
 */
public record ExportFor(
        List<Platform> platforms,
        List<ExportFormat> formats,
        List<String> shapes,
        Optional<Codec> codec,
        OptionalLong mostBytes)
        implements EditOperation {
    ExportFor(List<Platform> platforms, List<ExportFormat> formats, Optional<Codec> codec, OptionalLong mostBytes) {
        this(platforms, formats, List.of(), codec, mostBytes);
    }

    static ExportFor shapes(List<String> shapes, Optional<Codec> codec, OptionalLong mostBytes) {
        return new ExportFor(List.of(), List.of(), shapes, codec, mostBytes);
    }

    /** Returns a film in each of the shapes, where nothing but two different ones is asked for one after the other. */
    static Optional<ExportFor> bothShapes(EditOperation first, EditOperation second) {
        List<String> shapes =
                Stream.of(first, second).flatMap(one -> shapes(one).stream()).toList();
        boolean several = !shapes(first).isEmpty()
                && !shapes(second).isEmpty()
                && shapes.stream().distinct().count() == shapes.size();
        return several ? Optional.of(shapes(shapes, Optional.empty(), OptionalLong.empty())) : Optional.empty();
    }

    /** "16:9, actually 9:16": the last shape is that of the one film. */
    static Reading lastShape(Reading reading) {
        if (reading.operations().size() != 1) return reading;
        List<String> shapes = reading.operations().get(0) instanceof ExportFor many ? many.shapes : List.of();
        return shapes.isEmpty()
                ? reading
                : Reading.of(new SetCanvas(Optional.of(shapes.get(shapes.size() - 1)), OptionalInt.empty()));
    }

    private static List<String> shapes(EditOperation operation) {
        if (operation instanceof SetCanvas canvas && canvas.lines().isEmpty())
            return canvas.ratio().stream().toList();
        boolean plain = operation instanceof ExportFor many
                && many.platforms.isEmpty()
                && many.formats.isEmpty()
                && many.codec.isEmpty()
                && many.mostBytes.isEmpty();
        return plain ? ((ExportFor) operation).shapes : List.of();
    }

    /** Returns the one for the files of both; empty where one of them says more than a kind of file. */
    static Optional<ExportFor> both(EditOperation first, EditOperation second) {
        List<ExportFormat> kinds =
                Stream.of(first, second).flatMap(one -> kinds(one).stream()).toList();
        boolean files = !kinds(first).isEmpty()
                && !kinds(second).isEmpty()
                && kinds.stream().distinct().count() == kinds.size();
        return files
                ? Optional.of(new ExportFor(List.of(), kinds, Optional.empty(), OptionalLong.empty()))
                : Optional.empty();
    }

    private static List<ExportFormat> kinds(EditOperation operation) {
        if (operation instanceof ExportFor many) {
            boolean plain = many.platforms.isEmpty()
                    && many.shapes.isEmpty()
                    && many.codec.isEmpty()
                    && many.mostBytes.isEmpty();
            return plain ? many.formats : List.of();
        }
        boolean plain = operation instanceof SetOutput one
                && one.codec().isEmpty()
                && one.mostBytes().isEmpty();
        return plain ? ((SetOutput) operation).format().stream().toList() : List.of();
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Release> releases = Stream.concat(
                        platforms.stream().map(platform -> limited(platform.release(timeline))),
                        Stream.concat(
                                formats.stream().map(format -> plain(format, timeline)),
                                shapes.stream().map(shape -> shaped(shape, timeline))))
                .toList();
        Timeline after = timeline.withOutput(timeline.output().with(releases));
        String files = String.join(
                scene.say("; ", "；"),
                releases.stream().map(release -> told(scene, release)).toList());
        EditResult result = releases.size() == 1
                ? scene.done(after, "File: %s", "文件：%s", files)
                : scene.done(after, "%d files: %s", "%d个文件：%s", releases.size(), files);
        for (Platform platform : platforms) {
            for (String warning : platform.warnings(scene)) result = result.but(warning);
        }
        return result;
    }

    private Release limited(Release release) {
        if (mostBytes.isEmpty() && codec.isEmpty()) return release;
        Output output = release.output();
        Output wanted = new Output(output.format(), codec.orElse(output.codec()), mostBytes.orElse(output.mostBytes()));
        return new Release(release.name(), wanted, release.canvas(), release.loudness(), release.takes());
    }

    private Release plain(ExportFormat format, Timeline timeline) {
        Output now = timeline.output();
        Output output = new Output(format, codec.orElse(now.codec()), mostBytes.orElse(now.mostBytes()));
        return new Release(format.word(), output, Optional.empty(), OptionalDouble.empty());
    }

    private Release shaped(String shape, Timeline timeline) {
        ExportFormat now = timeline.output().format();
        Output output =
                plain(now.isSoundOnly() ? ExportFormat.MP4 : now, timeline).output();
        Resolution size = new SetCanvas(Optional.of(shape), OptionalInt.empty()).wanted(timeline.canvas());
        return new Release(shape.replace(":", "x").replace(".", ""), output, Optional.of(size), OptionalDouble.empty());
    }

    private String told(Scene scene, Release release) {
        List<String> words = new ArrayList<>(List.of(SetOutput.told(scene, release.output())));
        release.canvas().ifPresent(size -> words.add(size.toString()));
        release.loudness().ifPresent(lufs -> words.add(scene.say("%.0f LUFS", "%.0f LUFS", lufs)));
        String kind = String.join(scene.say(", ", "，"), words);
        return platforms.stream()
                .filter(platform -> platform.name().equalsIgnoreCase(release.name()))
                .findFirst()
                .map(platform -> scene.say("%s (%s)", "%s（%s）", platform.title(), kind))
                .orElse(kind);
    }
}
