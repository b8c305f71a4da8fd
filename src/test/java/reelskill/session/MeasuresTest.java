package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.language.Language;

class MeasuresTest {
    private static final String BOTH = "'picture_ms':10000,'sound_ms':10000,'loudness_lufs':-22.4";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nothing",
            value = {
                "'picture_ms':8000,'sound_ms':8040,'loudness_lufs':-14 | Picture and sound: 10 s → 8 s, loudness about -22 → -14 LUFS. | 画面和声音：10秒 → 8秒，响度约 -22 → -14 LUFS。",
                "'picture_ms':8000,'sound_ms':5000 | Picture: 10 s → 8 s; sound: 10 s → 5 s. | 画面：10秒 → 8秒；声音：10秒 → 5秒。",
                "'picture_ms':10000,'sound_ms':0 | Picture: 10 s; sound: 10 s → none. | 画面：10秒；声音：10秒 → 无。",
                "'picture_ms':10000,'sound_ms':10000,'loudness_lufs':-22.4 | nothing | nothing",
                "'picture_ms':'<script>','sound_ms':1 | nothing | nothing",
                "'picture_ms':-5,'sound_ms':1 | nothing | nothing",
                "'picture_ms':9000,'sound_ms':9000,'loudness_lufs':1e300 | Picture and sound: 10 s → 9 s. | 画面和声音：10秒 → 9秒。",
            })
    void figuresAreToldWhereTheyChangeAndMakeSense(String after, String english, String chinese) throws IOException {
        String json = "{'before':{" + BOTH + "},'after':{" + after + "}}";
        var measures = Measures.of(new ObjectMapper().readTree(json.replace('\'', '"')));
        assertThat(measures.flatMap(it -> it.sentence(Language.ENGLISH)).orElse(null))
                .isEqualTo(english);
        assertThat(measures.flatMap(it -> it.sentence(Language.CHINESE)).orElse(null))
                .isEqualTo(chinese);
    }
}
