package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private final Lexicon lexicon = Lexicon.load();

    @ParameterizedTest
    @CsvSource({
        "titel, TITLE",
        "cross disolve, KIND",
        "stabalize, STEADY",
        "backgroud, BACKGROUND",
        "subtitels, SUBTITLES",
        "seconde, ''",
    })
    void slipIsReadAsTheWordThatWasMeant(String written, String concept) {
        assertThat(lexicon.misspelt(written, 0).map(Token::concept).orElse("")).isEqualTo(concept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while",
                "house",
                "horse",
                "water",
                "brown",
                "table",
                "street",
                "people",
                "kitchen",
                "tiles",
                "shirt",
                "wander",
                "wonder",
                "former",
                "farmer",
                "stage",
                "chicken",
                "driver",
                "winter",
                "letter",
                "dinner",
                "singer",
                "garage",
                "market",
                "window",
                "doctor",
                "mother",
                "father",
                "dancing",
                "running",
                "cooking",
                "talks",
                "clams",
                "sounded",
                "trailers",
                "cutter",
                "fodder",
                "loader",
                "lauder",
                "rotten",
                "cereal"
            })
    void wordOfItsOwnStaysUnknown(String word) {
        assertThat(lexicon.misspelt(word, 0)).isEmpty();
    }
}
