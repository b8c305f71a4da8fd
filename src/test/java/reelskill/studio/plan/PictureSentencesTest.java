package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Timeline;

/** The table of {@code picture-sentences.tsv}: what puts picture and sound right. */
class PictureSentencesTest extends SentenceTable {
    private static final LibraryItem TEAL = Library.table("t1", "teal.cube");
    private static final LibraryItem WARM = Library.table("t2", "warm.cube");
    private final Planner planner = new Planner();

    PictureSentencesTest() {
        super("picture-sentences.tsv");
    }

    @Override
    String read(String scene, String sentence) {
        List<LibraryItem> clips = Library.THREE_CLIPS;
        List<LibraryItem> library =
                switch (scene) {
                    case "lut" -> join(clips, TEAL);
                    case "luts" -> join(clips, TEAL, WARM);
                    default -> clips;
                };
        Timeline now = scene.startsWith("music") ? underMusic(clips) : Timelines.of("talk", clips);
        return Notation.of(planner.plan(sentence, now, library));
    }
}
