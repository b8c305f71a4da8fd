package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The wire form of {@link Music}. */
final class MusicJson {
    private static final Map<String, Score.Mood> MOODS = DraftJson.words(Score.Mood.values());
    private static final double MOST_DUCKING = 40;

    private MusicJson() {}

    static void write(Music music, ObjectNode json) {
        json.put("length", music.length().toMillis()).put("ducking", music.ducking());
        music.score().ifPresent(score -> json.put("mood", DraftJson.word(score.mood()))
                .put("seed", score.seed()));
    }

    static Music read(DraftFields json) {
        json.only(Set.of("length", "ducking", "mood", "seed"));
        Duration length = Duration.ofMillis(json.millis("length"));
        if (length.isZero()) throw json.wrong("length");
        Optional<Score> score = json.has("mood") || json.has("seed")
                ? Optional.of(new Score(json.oneOf("mood", MOODS), (int) json.whole("seed", 0, Score.SEEDS - 1)))
                : Optional.empty();
        return new Music(length, json.number("ducking", 0, MOST_DUCKING), score);
    }
}
