package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.session.Receipt;
import reelskill.session.SpokenReceipt;

/** The JSON of an edit: what it cost, what to know and what to do next, and never the bearer. */
class ReportSecretsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void jsonOfATurnHoldsItsCostAndNextStepsAndNoBearer() throws Exception {
        Report report = new Report(new PrintStream(out, true, StandardCharsets.UTF_8), true, Language.ENGLISH);
        Receipt receipt = SpokenReceipt.ofAServiceThatEchoesTheBearer(folder);
        report.receipt(receipt).nextSteps(receipt).end();
        String json = out.toString(StandardCharsets.UTF_8);
        assertThat(json).contains("***").doesNotContain("nmv_usr_secret");
        assertThat(new ObjectMapper().readTree(json).path("cost").decimalValue())
                .isEqualByComparingTo(BigDecimal.valueOf(50));
        assertThat(new ObjectMapper().readTree(json).path("next_steps")).isNotEmpty();
    }
}
