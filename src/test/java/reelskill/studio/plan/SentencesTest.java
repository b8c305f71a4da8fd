package reelskill.studio.plan;

import reelskill.studio.timeline.Timeline;

/** The table of {@code sentences.tsv}: what people say and what becomes of it. */
class SentencesTest extends SentenceTable {
    private static final Timeline TIMELINE = Timelines.of("talk", Library.THREE_CLIPS);
    private final Planner planner = new Planner();

    SentencesTest() {
        super("sentences.tsv");
    }

    @Override
    String read(String scene, String sentence) {
        return Notation.of(planner.plan(sentence, TIMELINE, Library.THREE_CLIPS));
    }
}
