package reelskill.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceModelTest {
    private static SentenceModel model;
    private static WordPieces pieces;

    @BeforeAll
    static void load() throws Exception {
        model = SentenceModel.load();
        try (InputStream in = SentenceModel.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            pieces = WordPieces.read(in);
        }
    }

    /** The numbers are those of the tokenizer that the model was published with (ai.djl.huggingface:tokenizers 0.36). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Where's my video? | 101 2073 1005 1055 2026 2678 1029 102",
                "naïve CAFÉ, re-render! | 101 15743 7668 1010 2128 1011 17552 999 102",
                "upload C:/a_b.mp4 & $5 | 101 2039 11066 1039 1024 1013 1037 1035 1038 1012 6131 2549 1004 1002 1019 102",
                "antidisestablishmentarianism 12345 | 101 3424 10521 4355 7875 13602 3672 12199 2964 13138 19961 102",
                "剪完了吗 ok | 101 100 100 100 100 7929 102",
                "emoji 🎬 x | 101 7861 29147 2072 100 1060 102",
            })
    void messageIsCutAsTheModelLearnedIt(String message, String numbers) {
        assertThat(pieces.of(message)).containsExactly(numbers(numbers));
    }

    @Test
    void longMessageIsCutShort() {
        assertThat(pieces.of("word ".repeat(100_000))).hasSize(128).endsWith(102);
    }

    @Test
    void sameMeaningIsNearerThanSameWords() {
        String asked = "can I have the finished movie";
        assertThat(nearness(asked, "please hand over the final video"))
                .isGreaterThan(nearness(asked, "can I have the title in red"));
    }

    private static double nearness(String one, String other) {
        float[] a = model.of(one);
        float[] b = model.of(other);
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static long[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
