package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import reelskill.studio.timeline.Timeline;

/** The table of {@code overlay-sentences.tsv}: what people say about what stands over the video and what becomes of it. */
class OverlaySentencesTest extends SentenceTable {
    private static final LibraryItem LOGO = Library.picture("p1", "logo.png");
    private static final LibraryItem PHOTO = Library.picture("p2", "photo.jpg");
    private static final LibraryItem CAT = Library.picture("p3", "cat.jpg");
    private static final LibraryItem TALK = Library.video("v1", "talk.mp4", 60);
    private static final LibraryItem CAMERA = Library.video("v2", "webcam.mp4", 20);
    private static final List<LibraryItem> TWO =
            List.of(Library.video("v3", "a.mp4", 12), Library.video("v4", "b.mp4", 9));
    private static final Planner PLANNER = new Planner();

    OverlaySentencesTest() {
        super("overlay-sentences.tsv");
    }

    @Override
    String read(String scene, String sentence) {
        List<LibraryItem> clips = Library.THREE_CLIPS;
        return switch (scene) {
            case "plain" -> plan(sentence, Timelines.of("talk", clips), clips);
            case "logo" -> plan(sentence, Timelines.of("talk", clips), join(clips, LOGO));
            case "pics" -> plan(sentence, Timelines.of("talk", clips), join(clips, LOGO, PHOTO, CAT));
            case "cam" -> plan(sentence, talk(), List.of(TALK, CAMERA));
            case "logoed" ->
                plan(sentence, after(Timelines.of("talk", clips), join(clips, LOGO), "add my logo"), join(clips, LOGO));
            case "camera" ->
                plan(sentence, after(talk(), List.of(TALK, CAMERA), "add a picture in picture"), List.of(TALK, CAMERA));
            case "split" -> plan(sentence, after(talk(), List.of(TALK, CAMERA), "split screen"), List.of(TALK, CAMERA));
            case "two" -> plan(sentence, Timelines.of("two", TWO), TWO);
            case "carded" -> plan(sentence, after(talk(), List.of(TALK), "add an end card \"Bye\""), List.of(TALK));
            case "both" ->
                plan(
                        sentence,
                        after(
                                after(talk(), List.of(TALK, LOGO), "add a title \"Hello\""),
                                List.of(TALK, LOGO),
                                "add my logo"),
                        List.of(TALK, LOGO));
            case "titled" -> plan(sentence, after(talk(), List.of(TALK), "add a title \"Hello\""), List.of(TALK));
            default -> throw new IllegalArgumentException(scene);
        };
    }

    private static String plan(String sentence, Timeline now, List<LibraryItem> library) {
        return Notation.of(PLANNER.plan(sentence, now, library));
    }

    private static Timeline talk() {
        return Timelines.of("talk", List.of(TALK));
    }

    private static Timeline after(Timeline now, List<LibraryItem> library, String sentence) {
        EditResult result = PLANNER.plan(sentence, now, library).apply(now, new Library(library));
        assertThat(result.notDone())
                .as(sentence)
                .filteredOn(note -> !note.contains("as long as both"))
                .isEmpty();
        return result.after();
    }
}
