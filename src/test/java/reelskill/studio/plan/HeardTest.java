package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @MethodSource("values")
    void ruleThatDropsAValueIsNotBelieved(Token value) {
        Rule deaf = clause -> Optional.of(Reading.of(new SetCanvas(Optional.empty(), OptionalInt.empty())));
        Rule silent = clause -> Optional.of(Reading.ask("Which?", "%s"));
        Clause clause = SAID.with(List.of(value));
        assertThat(isHeard(deaf, clause)).isFalse();
        assertThat(isHeard(silent, clause)).as("what is asked drops nothing").isTrue();
        assertThat(isHeard(deaf, SAID.with(List.of(value, value))))
                .as("which of two was dropped is not known")
                .isTrue();
    }

    static Stream<Token> values() {
        return Stream.of(
                said(Token.TIME, Duration.ofSeconds(3)),
                said(Token.SPAN, Span.first(Duration.ofSeconds(3))),
                said(Token.CLIPREF, ClipRef.number(1)),
                said(Token.CLIPREF, ClipRef.named("beach.mov")),
                said(Token.PERCENT, 50.0),
                said("FACTOR", 2.0),
                said(Token.DECIBELS, new Decibels(3, "")),
                said(Token.BYTES, 25_000_000L),
                said("COLOR", "123456"),
                said("POSITION", "bottom"),
                said("SIZE", "0.06"),
                said("FACE", "serif"),
                said("RATIO", "9:16"),
                said("LINES", "1080"),
                said("MOOD", "calm"),
                said("FORMAT", "mp4"));
    }

    @Test
    void ruleThatTakesAValueInIsBelieved() {
        Rule shape = HeardTest::shape;
        for (String ratio : List.of("9:16", "1:1", "16:9"))
            assertThat(isHeard(shape, SAID.with(List.of(said("RATIO", ratio))))).isTrue();
    }

    private static Token said(String concept, Object value) {
        return new Token(concept, value, 0, 1);
    }

    private static boolean isHeard(Rule rule, Clause clause) {
        return Heard.all(rule, clause, rule.read(clause).orElseThrow());
    }

    private static Optional<Reading> shape(Clause clause) {
        return Optional.of(Reading.of(new SetCanvas(clause.text("RATIO"), OptionalInt.empty())));
    }
}
