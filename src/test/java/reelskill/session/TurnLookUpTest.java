package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a message did is found out from the state, by whoever comes after the one who sent it. */
@Timeout(60)
class TurnLookUpTest extends AgainstSession {
    private static final String TITLED =
            "{'t':[{'tt':0,'sg':[{'id':'1','name':'talk','d':10000}]},{'tt':7,'sg':[{'id':'2','name':'Hi','d':3000}]}]}";

    @Test
    void messageIsWrittenDownBeforeItIsSent() {
        rig.nemo.turnGone = true;
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.say("add a title", "job_1")).isInstanceOf(SessionException.class);
        TurnRecord turn = rig.journal.turn("job_1").orElseThrow();
        assertThat(turn.draftBefore().summary()).contains("talk");
        rig.journal.forgetTurn("job_1");
        assertThat(rig.journal.turn("job_1")).isEmpty();
    }

    @Test
    void messageThatWasNotAgreedToIsNotWrittenDown() {
        rig.nemo.available = 0;
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.say("add a title", "job_1")).isInstanceOf(SessionException.class);
        assertThat(rig.journal.turn("job_1")).isEmpty();
    }

    @Test
    void changeIsFoundAndItsCostNoted() {
        Conversation conversation = killedWhileSending();
        rig.nemo.draft = TITLED;
        rig.nemo.available = 50;
        Receipt receipt = conversation.lookUp(rig.journal.turn("job_1").orElseThrow());
        assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.CHANGED);
        assertThat(receipt.after().summary()).contains("Hi");
        assertThat(rig.journal.costsOf("s1").get(0).spent().orElseThrow()).isEqualByComparingTo("50");
        assertThat(rig.nemo.messages).isEmpty();
    }

    @Test
    void noChangeIsLookedForByTheScheduleAndNothingIsSent() {
        Conversation conversation = killedWhileSending();
        rig.nemo.readAt.clear();
        Receipt receipt = conversation.lookUp(rig.journal.turn("job_1").orElseThrow());
        assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.UNKNOWN);
        long first = rig.nemo.readAt.get(0);
        assertThat(rig.nemo.readAt.stream().map(at -> at - first)).containsExactly(0L, 30L, 90L, 150L, 210L, 270L);
        assertThat(rig.nemo.messages).isEmpty();
    }

    /** Leaves what a process leaves that is killed after it has written down that it sends: a message and an open cost. */
    private Conversation killedWhileSending() {
        Conversation conversation = rig.begin();
        rig.journal.save(TurnRecord.of("job_1", conversation.session(), conversation.draft()));
        new Ledger(rig.place("cloud"), conversation.session()).begin("add a title");
        return conversation;
    }
}
