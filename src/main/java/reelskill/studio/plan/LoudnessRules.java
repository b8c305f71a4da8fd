package reelskill.studio.plan;

import java.util.Optional;
import java.util.Set;

/** "normalize the audio", "make it loud enough for YouTube", "normalize to -16 LUFS", "统一音量". */
final class LoudnessRules {
    private static final Set<String> WORDS =
            Clause.concepts("NORMALIZE SOUND VIDEO CHANGE TO AT ALL LUFS NUMBER FOR PRESET CLIP ADD MUSIC BETWEEN");
    private static final double LOUDEST = 9;
    private static final double QUIETEST = 30;

    private LoudnessRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean wanted = clause.has("NORMALIZE") || (clause.has("LUFS") && clause.has(Token.NUMBER));
        if (!wanted || !clause.isMadeOf(WORDS) || clause.has(Token.NUMBER) != clause.has("LUFS"))
            return Optional.empty();
        if (!clause.has("LUFS")) return Optional.of(Reading.of(new Normalize(Normalize.LUFS)));
        // The sign is a dash to the lexer; nothing is ever as loud as 0 LUFS, so that it goes without saying.
        return clause.one(Token.NUMBER, Double.class)
                .filter(number -> number >= LOUDEST && number <= QUIETEST)
                .map(number -> Reading.of(new Normalize(-number)));
    }
}
