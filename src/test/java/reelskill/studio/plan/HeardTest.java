package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import reelskill.language.Language;

class HeardTest {
    private static final Clause SAID = new Clause(
            List.of(new Token("RATIO", "9:16", 0, 1), new Token("COLOR", "FF0000", 2, 3)),
            Timelines.of("talk", Library.THREE_CLIPS),
            List.of(),
            List.of(),
            Language.ENGLISH,
            List::of);

    @Test
    void aRuleThatDropsAColourIsNotBelieved() {
        assertThat(isHeard(HeardTest::shape, SAID)).isFalse();
        assertThat(isHeard(HeardTest::shape, SAID.without("COLOR"))).isTrue();
    }

    private static boolean isHeard(Rule rule, Clause clause) {
        return Heard.all(rule, clause, rule.read(clause).orElseThrow());
    }

    private static Optional<Reading> shape(Clause clause) {
        return Optional.of(Reading.of(new SetCanvas(clause.text("RATIO"), OptionalInt.empty())));
    }
}
