package reelskill.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MomentTest {
    @Test
    void cutSaysHowMuchOfTheSameFileItLeftOut() throws IOException {
        assertThat(Moment.of(draft("{'name':'a','d':2000,'in':0},{'name':'a','start':2000,'d':1000,'in':5500},"
                        + "{'name':'a','start':3000,'d':1000,'in':6500},{'name':'b','start':4000,'d':1000,'in':0},"
                        + "{'name':'a','start':5000,'d':1000,'in':100}")))
                .extracting(Moment::atMillis, Moment::skippedMillis)
                .containsExactly(tuple(2000L, 3500L), tuple(4000L, 0L), tuple(5000L, 0L));
    }

    @Test
    void cutOfAForeignDraftLeavesOutWhatNobodyKnows() throws IOException {
        assertThat(Moment.of(draft("{'name':'a','d':2000},{'name':'a','d':1000}")))
                .extracting(Moment::skippedMillis)
                .containsExactly(0L);
    }

    private static Draft draft(String segments) throws IOException {
        String json = "{'t':[{'tt':0,'sg':[" + segments + "]}]}";
        return new Draft(new ObjectMapper().readTree(json.replace('\'', '"')));
    }
}
