package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.ScreenKey;
import reelskill.studio.timeline.Timeline;

/**
 * Sets what stands behind the people. Where they were filmed before a green or blue screen, its colour tells them from it.
 * A file that becomes a background plays as a clip of its own no more.
 *
 * <pre>
 *   +---------+       +---------+
 *   |### o ###|   →   |::: o :::|
 *   +---------+       +---------+
 * </pre>
 *
 * @param backdrop empty for what was filmed
 * @param file what the person calls the file that the backdrop shows; empty for other backdrops
 * @param screen whether the person speaks of a green or blue screen
 * @param careSaid whether the person says how people are to be cut out; otherwise the studio chooses
 */
public record ReplaceBackground(
        Optional<Backdrop> backdrop, String file, Target where, boolean screen, boolean careSaid)
        implements EditOperation {
    /** Where nothing is said of how people are to be cut out. */
    public ReplaceBackground(Optional<Backdrop> backdrop, String file, Target where, boolean screen) {
        this(backdrop, file, where, screen, false);
    }

    /** Returns the same, where {@link SetCare} follows. */
    ReplaceBackground withCareSaid() {
        return new ReplaceBackground(backdrop, file, where, screen, true);
    }

    @Override
    public EditResult apply(Scene scene) {
        Target.Found found = where.in(scene);
        List<MediaSegment> wanted =
                found.clips().stream().filter(piece -> !shows(piece.mediaId())).toList();
        List<MediaSegment> people =
                wanted.stream().filter(piece -> isFor(piece, scene)).toList();
        EditResult result =
                (people.isEmpty() ? nobody(scene, found, wanted) : set(scene, found, people)).but(found.notes());
        return people.isEmpty() ? result : withoutPeople(scene, wanted, people, result);
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        return Optional.of(new ReplaceBackground(backdrop, file, other, screen, careSaid));
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        return backdrop.filter(Backdrop.Blur.class::isInstance)
                .map(Backdrop.Blur.class::cast)
                .map(blur -> new ReplaceBackground(Optional.of(scaled(blur, factor)), file, where, screen, careSaid));
    }

    private static Backdrop scaled(Backdrop.Blur blur, double factor) {
        boolean medium = blur.strength() == Backdrop.Strength.MEDIUM;
        if (factor > 1) {
            boolean light = blur.strength() == Backdrop.Strength.LIGHT;
            return new Backdrop.Blur(light ? Backdrop.Strength.MEDIUM : Backdrop.Strength.STRONG);
        }
        return new Backdrop.Blur(medium ? Backdrop.Strength.LIGHT : Backdrop.Strength.MEDIUM);
    }

    @Override
    public Optional<EditOperation> coloured(int rgb) {
        return backdrop.filter(Backdrop.Colour.class::isInstance)
                .map(old ->
                        new ReplaceBackground(Optional.of(new Backdrop.Colour(rgb)), file, where, screen, careSaid));
    }

    private EditResult set(Scene scene, Target.Found found, List<MediaSegment> people) {
        if (people.stream().allMatch(piece -> changed(piece, scene).equals(piece)))
            return scene.already("The background is like that already.", "背景已经是这样。");
        Set<String> ids = people.stream().map(MediaSegment::id).collect(Collectors.toSet());
        Timeline after = found.timeline().withMedia(ids, media -> changed(media, scene));
        String done = new BackdropWords(scene).done(backdrop, file) + places(scene, found, people);
        EditResult result = withoutItself(scene, EditResult.done(after, done));
        return backdrop.isEmpty() ? result : new CutNotes(scene, people, screen, careSaid).addTo(result);
    }

    private MediaSegment changed(MediaSegment media, Scene scene) {
        MediaSegment filmed = media.without(Backdrop.class).without(ScreenKey.class);
        if (backdrop.isEmpty()) return filmed;
        OptionalInt colour = scene.footage().screen(media.mediaId());
        MediaSegment cut = colour.isPresent() ? filmed.with(new ScreenKey(colour.getAsInt())) : filmed;
        return cut.with(backdrop.get());
    }

    /** What was filmed comes back in any case; before a screen things are seen as well as people. */
    private boolean isFor(MediaSegment segment, Scene scene) {
        return backdrop.isEmpty()
                || scene.footage().screen(segment.mediaId()).isPresent()
                || scene.footage().showsPerson(segment.mediaId());
    }

    private boolean shows(String mediaId) {
        return backdrop.filter(now -> now.equals(new Backdrop.Picture(mediaId))).isPresent();
    }

    private String places(Scene scene, Target.Found found, List<MediaSegment> people) {
        if (where.equals(Target.ALL)) return "";
        List<FrameRange> ranges = FrameRange.merged(people.stream()
                .map(piece -> new FrameRange(piece.start(), piece.end()))
                .toList());
        String told = where.spans().isEmpty() ? found.told() : new Ranges(ranges, List.of()).told(scene);
        return scene.say(" (%s)", "（%s）", told);
    }

    private EditResult withoutItself(Scene scene, EditResult result) {
        Timeline timeline = result.after();
        List<FrameRange> own = timeline.clips().stream()
                .filter(clip -> shows(clip.mediaId()))
                .map(clip -> new FrameRange(clip.start(), clip.end()))
                .toList();
        if (own.isEmpty()) return result;
        String told = scene.say("%s is the background now and no longer a clip of its own", "%s现在是背景，不再是单独的片段", file);
        return result.then(EditResult.done(timeline.remove(own), told));
    }

    private EditResult nobody(Scene scene, Target.Found found, List<MediaSegment> wanted) {
        if (found.clips().isEmpty()) return EditResult.nothing(scene.timeline());
        if (wanted.isEmpty()) return scene.unchanged("%s cannot stand behind itself.", "%s不能作为自己的背景。", file);
        return scene.unchanged("I see nobody in the video, so the background stays as it is.", "视频里没有看到人，背景没有改动。");
    }

    private static EditResult withoutPeople(
            Scene scene, List<MediaSegment> wanted, List<MediaSegment> people, EditResult result) {
        String empty = scene.language()
                .list(wanted.stream()
                        .filter(piece -> !people.contains(piece))
                        .map(MediaSegment::name)
                        .distinct()
                        .toList());
        return empty.isEmpty()
                ? result
                : result.but(scene.say("I see nobody in %s, so its background stays.", "%s里没有看到人，背景保持不变。", empty));
    }
}
