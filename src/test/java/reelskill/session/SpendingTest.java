package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.nemo.FakeTime;
import reelskill.session.SessionException.Problem;

/** Nothing is spent that is not there or was not allowed, and what was spent is known. */
@Timeout(60)
class SpendingTest {
    @TempDir
    Path folder;

    private SessionRig rig;
    private final List<Expense> asked = new ArrayList<>();

    @BeforeEach
    void start() {
        rig = new SessionRig(folder);
        rig.nemo.answer("", FakeNemo.text("Hello"));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void shortBalanceAsksFirst() {
        rig.nemo.available = 30;
        rig.allowance = answering(true, Optional.empty());
        rig.say("add a title");
        assertThat(asked)
                .singleElement()
                .extracting(expense -> expense.question(Language.ENGLISH))
                .isEqualTo("This edit costs about 50 credits and 30 are left. Send it all the same?");
        assertThat(rig.nemo.messages).hasSize(1);
    }

    @Test
    void shortBalanceIsAskedAboutInChinese() {
        rig.nemo.available = 30;
        rig.allowance = answering(true, Optional.empty());
        rig.say("加标题");
        assertThat(asked.get(0).question(Language.CHINESE)).isEqualTo("此次编辑约需 50 积分，当前可用 30 积分。仍要发送吗？");
    }

    @Test
    void withoutAnAnswerNothingIsSent() {
        rig.nemo.available = 30;
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.say("add a title"))
                .isInstanceOfSatisfying(SessionException.class, stop -> {
                    assertThat(stop.problem()).isEqualTo(Problem.CREDITS);
                    assertThat(stop.sentence(Language.ENGLISH))
                            .isEqualTo("This edit costs about 50 credits and 30 are left. Nothing was sent."
                                    + " Register to get more: https://nemovideo.com/register?bind=u1");
                    assertThat(stop.sentence(Language.CHINESE)).contains("未发送任何内容", "register?bind=u1");
                });
        assertThat(rig.nemo.messages).isEmpty();
    }

    @Test
    void costAboveTheLimitAsksFirst() {
        rig.allowance = answering(false, Optional.of(BigDecimal.valueOf(60)));
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.say("generate a clip of a beach")).isInstanceOf(SessionException.class);
        assertThat(asked.get(0).reason()).isEqualTo(Expense.Reason.ABOVE_LIMIT);
        assertThat(asked.get(0).question(Language.ENGLISH))
                .isEqualTo(
                        "This edit costs about 100 credits, more than your limit of 60 (100 are left). Send it all the same?");
    }

    @Test
    void sessionsLastTurnTellsWhatTheNextOneCosts() {
        rig.nemo.price = 5;
        rig.allowance = answering(true, Optional.empty());
        Conversation conversation = rig.begin();
        conversation.say("one");
        rig.nemo.available = 10;
        rig.time.pass(Duration.ofSeconds(1));
        conversation.say("two");
        assertThat(asked).isEmpty();
    }

    @Test
    void localTurnIsNotAskedAboutAndNotWrittenDown() {
        rig.nemo.available = 0;
        Conversation conversation = Conversation.begin(rig.place("local"), Language.ENGLISH, rig.cancel);
        Receipt receipt = conversation.say("add a title");
        assertThat(receipt.bill()).isEqualTo(Bill.NONE);
        assertThat(rig.journal.costsOf("s1")).isEmpty();
    }

    @Test
    void costOfATurnIsSaid() {
        assertThat(rig.say("add a title").notes()).contains("This edit cost 50 credits; 50 left.");
    }

    @Test
    void costOfATurnIsSaidInChinese() {
        rig.language = Language.CHINESE;
        assertThat(rig.say("加标题").notes()).contains("此次编辑消耗 50 积分，剩余 50。");
    }

    @Test
    void frozenCreditsAreExplained() {
        rig.nemo.frozen = 20;
        assertThat(rig.say("add a title").notes())
                .contains(
                        "This edit cost 50 credits; 50 left. 20 more are frozen: held for work that is still running, not to be spent until it ends.");
    }

    @Test
    void lowBalanceSaysHowToGetMore() {
        rig.nemo.available = 60;
        assertThat(rig.say("add a title").nextSteps())
                .contains(
                        "The next edit may cost about 50 credits and only 10 are left. Register to get more: https://nemovideo.com/register?bind=u1");
    }

    @Test
    void ledgerKeepsWhatEachTurnCost() {
        Conversation conversation = rig.begin();
        conversation.say("one");
        rig.time.pass(Duration.ofSeconds(1));
        rig.nemo.price = 20;
        rig.allowance = answering(true, Optional.empty());
        Conversation.resume(rig.place("cloud"), conversation.session(), Language.ENGLISH, rig.cancel)
                .say("two");
        assertThat(rig.journal.costsOf("s1")).extracting(CostRecord::words).containsExactly("one", "two");
        assertThat(rig.journal.costsOf("s1"))
                .extracting(cost -> cost.spent().orElseThrow().intValue())
                .containsExactly(50, 20);
        assertThat(rig.journal.costsOf("s1").get(1).startedMillis())
                .isEqualTo(FakeTime.START.plusSeconds(1).toEpochMilli());
    }

    @Test
    void turnThatWasRefusedIsInTheLedgerToo() {
        rig.nemo.answer("", "{'error':'boom'}");
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.say("one")).isInstanceOf(RuntimeException.class);
        assertThat(rig.journal.costsOf("s1").get(0).spent()).contains(BigDecimal.valueOf(50));
    }

    @Test
    void newSessionSaysWhereItIsAndWhatItCosts() {
        rig.begin();
        assertThat(rig.heard.get(0)).startsWith("New session in the NemoVideo cloud:");
        assertThat(rig.heard.get(1))
                .isEqualTo(
                        "Editing costs about 50 credits, a generated clip about 100, an export nothing. 100 credits left.");
    }

    @Test
    void localSessionSaysThatNothingLeavesTheMachine() {
        Conversation.begin(rig.place("local"), Language.CHINESE, rig.cancel);
        assertThat(rig.heard).containsExactly("已在本机新建会话：素材不会离开本机，也不消耗积分。");
    }

    @Test
    void localSessionSaysWhoIsAskedAboutWordsItDoesNotUnderstand() {
        rig.adviser = Optional.of("ollama:small");
        Conversation.begin(rig.place("local"), Language.ENGLISH, rig.cancel);
        assertThat(rig.heard)
                .singleElement()
                .asString()
                .contains("your media stay here", "go to ollama:small")
                .doesNotContain("nothing leaves");
    }

    private Allowance answering(boolean answer, Optional<BigDecimal> limit) {
        return new Allowance(limit, expense -> {
            asked.add(expense);
            return answer;
        });
    }
}
