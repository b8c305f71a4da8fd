package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reelskill.language.Language;

/** A session that the service lost (1002) is replaced, and a person is told what that means. */
@Timeout(60)
class LostSessionTest extends AgainstSession {
    @Test
    void newSessionIsMadeAndNothingIsSentAgain() {
        SessionReplacedException lost = lose(rig.begin());
        assertThat(lost.replacement().session().id()).isEqualTo("s2");
        assertThat(lost.sentence(Language.ENGLISH)).contains("I made a new one", "not sent again", "upload your media");
        assertThat(lost.sentence(Language.CHINESE)).contains("已新建会话", "没有重发", "重新上传素材");
        assertThat(rig.nemo.messages).isEmpty();
    }

    @Test
    void newSessionKeepsTheLanguageOfTheFirstMessage() {
        rig.language = Language.CHINESE;
        SessionReplacedException lost = lose(rig.begin());
        assertThat(rig.nemo.sessionLanguage).isEqualTo("zh-CN");
        assertThat(lost.replacement().session().language()).isEqualTo(Language.CHINESE);
    }

    @Test
    void newSessionIsTheLastOneFromNowOn() {
        lose(rig.begin());
        assertThat(rig.journal.session("s2")).isPresent();
    }

    @Test
    void sessionThatIsLostBetweenStateAndTurnIsReplacedToo() {
        rig.nemo.turnGone = true;
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.say("add a title")).isInstanceOf(SessionReplacedException.class);
        assertThat(rig.nemo.count("POST /run_sse")).isEqualTo(1);
    }

    private SessionReplacedException lose(Conversation conversation) {
        rig.nemo.gone = true;
        return catchThrowableOfType(SessionReplacedException.class, () -> conversation.say("add a title"));
    }
}
