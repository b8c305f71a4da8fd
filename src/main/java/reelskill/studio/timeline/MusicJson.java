package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The wire form of {@link Music}. */
final class MusicJson {
    private static final Map<String, Score.Mood> MOODS = DraftJson.words(Score.Mood.values());
    private static final Map<String, Score.Lead> LEADS = DraftJson.words(Score.Lead.values());
    private static final double MOST_DUCKING = 40;

    private MusicJson() {}

    static void write(Music music, ObjectNode json) {
        json.put("length", music.length().toMillis()).put("ducking", music.ducking());
        music.score().ifPresent(score -> json.put("mood", DraftJson.word(score.mood()))
                .put("seed", score.seed()));
        music.score().flatMap(Score::lead).ifPresent(lead -> json.put("lead", DraftJson.word(lead)));
    }

    static Music read(DraftFields json) {
        json.only(Set.of("length", "ducking", "mood", "seed", "lead"));
        Duration length = Duration.ofMillis(json.millis("length"));
        if (length.isZero()) throw json.wrong("length");
        boolean composed = json.has("mood") || json.has("seed") || json.has("lead");
        Optional<Score> score = composed ? Optional.of(score(json)) : Optional.empty();
        return new Music(length, json.number("ducking", 0, MOST_DUCKING), score);
    }

    private static Score score(DraftFields json) {
        Optional<Score.Lead> lead = json.has("lead") ? Optional.of(json.oneOf("lead", LEADS)) : Optional.empty();
        return new Score(json.oneOf("mood", MOODS), (int) json.whole("seed", 0, Score.SEEDS - 1), lead);
    }
}
