package reelskill.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MomentTest {
    @Test
    void transitionIsLookedAtFromItsBeginningToItsEndAndACutAtOneMoment() throws Exception {
        String json = "{'t':[{'tt':0,'sg':["
                + "{'name':'a','start':0,'d':5000,'in':0,'transition':{'kind':'cut','d':0}},"
                + "{'name':'b','start':5000,'d':3000,'in':0,'transition':{'kind':'crossfade','d':1000}},"
                + "{'name':'c','start':8000,'d':3000,'in':0,'transition':{'kind':'cut','d':0}}]}]}";
        assertThat(Moment.of(new Draft(new ObjectMapper().readTree(json.replace('\'', '"')))))
                .containsExactly(
                        new Moment(Moment.Kind.CUT, 4500, 5500, "b", 0),
                        new Moment(Moment.Kind.CUT, 8000, 8000, "c", 0));
    }
}
