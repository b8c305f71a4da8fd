package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Release;
import reelskill.studio.timeline.Timeline;

/**
 * Asks for clips as files of their own, this once: each plays what the video shows during that clip.
 *
 * <pre>
 *   |  A  |  B  |   →   |  A  |  B  |  +  a file of A, a file of B
 * </pre>
 *
 * @param clips empty for each of them
 * @param format empty for that of the video
 */
public record ExportClips(List<ClipRef> clips, Optional<ExportFormat> format) implements EditOperation {
    /** As many files as a draft can ask for. */
    private static final int MOST = 20;

    public ExportClips {
        clips = List.copyOf(clips);
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<String> missing = new ArrayList<>();
        List<Clips> wanted = new ArrayList<>(clips.isEmpty() ? Clips.of(timeline) : List.of());
        for (ClipRef ref : clips) {
            List<Clips> found = Clips.find(timeline, ref);
            wanted.addAll(found);
            if (found.isEmpty()) missing.add(Clips.missing(scene, ref));
        }
        if (!missing.isEmpty()) return EditResult.nothing(timeline).but(missing);
        if (wanted.size() > MOST) {
            return scene.unchanged(
                    "At most %d files at once, and there are %d clips: name the ones you want.",
                    "一次最多导出%d个文件，而现在有%d个片段：请说出要导出哪几段。", MOST, wanted.size());
        }
        List<Release> files =
                wanted.stream().distinct().map(clip -> file(timeline, clip)).toList();
        List<String> told =
                wanted.stream().distinct().map(clip -> clip.told(scene)).toList();
        EditResult result = scene.done(
                timeline.withOutput(timeline.output().with(files)),
                files.size() == 1 ? "File of %2$s" : "%d files: %s",
                files.size() == 1 ? "单独的文件：%2$s" : "%d个文件：%s",
                files.size(),
                String.join(scene.say("; ", "；"), told));
        return timeline.music().isEmpty()
                ? result
                : result.but(scene.say("The music begins anew in each file.", "每个文件里音乐都从头开始。"));
    }

    private Release file(Timeline timeline, Clips clip) {
        Output now = timeline.output();
        Output output = new Output(format.orElse(now.format()), now.codec(), now.mostBytes()).of(clip.range());
        return new Release("clip" + clip.number(), output, Optional.empty(), OptionalDouble.empty());
    }
}
