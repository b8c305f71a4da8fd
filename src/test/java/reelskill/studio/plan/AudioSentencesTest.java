package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Timeline;

/** The table of {@code audio-sentences.tsv}: what people say about sound and music and what becomes of it. */
class AudioSentencesTest extends SentenceTable {
    private static final LibraryItem SONG = Library.sound("a1", "song.mp3", 30);
    private static final LibraryItem RAIN = Library.sound("a2", "rain.wav", 12);
    private final Planner planner = new Planner();

    AudioSentencesTest() {
        super("audio-sentences.tsv");
    }

    @Override
    String read(String scene, String sentence) {
        List<LibraryItem> clips = Library.THREE_CLIPS;
        List<LibraryItem> library =
                switch (scene) {
                    case "song" -> join(clips, SONG);
                    case "songs" -> join(clips, SONG, RAIN);
                    default -> clips;
                };
        Timeline now = scene.startsWith("music") ? underMusic(library) : Timelines.of("talk", library);
        return Notation.of(planner.plan(sentence, now, library));
    }
}
