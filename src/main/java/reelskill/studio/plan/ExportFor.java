package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Output.Codec;
import reelskill.studio.timeline.Release;
import reelskill.studio.timeline.Timeline;

/**
 * Asks for several files at once, or for those of platforms; later exports are as before.
 *
 * <pre>
 *   |  A  |  B  |   →   |  A  |  B  |  +  a file for each
 * </pre>
 *
 * @param mostBytes the largest that each may be
 */
public record ExportFor(
        List<Platform> platforms, List<ExportFormat> formats, Optional<Codec> codec, OptionalLong mostBytes)
        implements EditOperation {
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
            boolean plain = many.platforms.isEmpty() && many.codec.isEmpty() && many.mostBytes.isEmpty();
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
                        formats.stream().map(format -> plain(format, timeline)))
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

    private String told(Scene scene, Release release) {
        List<String> words = new ArrayList<>(List.of(SetOutput.told(scene, release.output())));
        release.canvas().ifPresent(size -> words.add(size.toString()));
        release.loudness().ifPresent(lufs -> words.add(scene.say("%.0f LUFS", "%.0f LUFS", lufs)));
        String kind = String.join(", ", words);
        return platforms.stream()
                .filter(platform -> platform.name().equalsIgnoreCase(release.name()))
                .findFirst()
                .map(platform -> scene.say("%s (%s)", "%s（%s）", platform.title(), kind))
                .orElse(kind);
    }
}
