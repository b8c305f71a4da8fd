package reelskill.studio.plan;

import java.util.Optional;
import java.util.Set;
import reelskill.studio.timeline.Timeline;

/** The table of {@code sentences-versions.tsv}: what people say about versions. */
class VersionSentencesTest extends SentenceTable {
    private static final Timeline TIMELINE = Timelines.of("talk", Library.THREE_CLIPS);
    private static final Past PAST = new Past(Set.of("rough cut", "粗剪"), Optional::empty);
    private final Planner planner = new Planner();

    VersionSentencesTest() {
        super("sentences-versions.tsv");
    }

    @Override
    String read(String scene, String sentence) {
        return Notation.of(planner.plan(sentence, TIMELINE, Library.THREE_CLIPS, PAST));
    }
}
