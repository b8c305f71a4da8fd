package reelskill.studio.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeechModelTest {
    @ParameterizedTest
    @EnumSource
    void insideOfEachFileIsWhatIsSaidOfItsOrigin(SpeechModel model) throws Exception {
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model.bytes()));
        try (InputStream origins = SpeechModel.class.getResourceAsStream("models/PROVENANCE.md")) {
            String told = new String(Objects.requireNonNull(origins).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(told).contains("| " + sum + " |");
        }
    }
}
