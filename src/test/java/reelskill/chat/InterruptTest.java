package reelskill.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.session.Workplace;
import reelskill.tools.Caller;
import reelskill.tools.Folders;
import reelskill.tools.NoPictures;
import reelskill.tools.Toolbox;

/** Ctrl-C while a job runs: the person leaves, the job does not. */
@Timeout(60)
class InterruptTest {
    @TempDir
    Path folder;

    private final FakeScreen screen = new FakeScreen();
    private SlowCloud cloud;
    private Toolbox toolbox;
    private Work work;
    private Talk talk;

    @BeforeEach
    void open() throws IOException {
        cloud = new SlowCloud();
        Workplace place = cloud.place(folder);
        toolbox = new Toolbox(caller -> place, Folders.of(List.of(folder)), NoPictures.HERE, Duration.ZERO);
        talk = new Talk(Language.ENGLISH, Optional.empty());
        work = new Work(toolbox, screen, talk, new Places(folder, folder));
        work.run("start_session", Work.arguments());
        cloud.whileTurnRuns(screen::interrupt);
    }

    /** A job that still ran would write to the folder while that is deleted. */
    @AfterEach
    void close() {
        cloud.endTurn();
        for (String job : List.copyOf(talk.kept().keySet()))
            toolbox.call("wait_for", Work.arguments().put("job_id", job), Caller.PROGRAM);
        cloud.close();
        toolbox.close();
    }

    @Test
    void jobThatIsKeptRunsOnAndIsToldWhenItEnds() throws InterruptedException {
        screen.answers.add("k");
        Toolbox.Told told = edit();
        assertThat(Work.isRunning(told)).isTrue();
        assertThat(talk.kept()).hasSize(1);
        cloud.endTurn();
        assertThat(screen.shown.poll(30, TimeUnit.SECONDS)).contains("Which colour?");
        assertThat(cloud.turns).hasValue(1);
    }

    @Test
    void whoGoesOnWaitingGetsTheAnswerOfTheSameTurn() {
        screen.answers.add("w");
        cloud.whileTurnRuns(() -> {
            screen.interrupt();
            cloud.endTurn();
        });
        assertThat(edit().data().at("/edit/said").asText()).isEqualTo("Which colour?");
        assertThat(screen.asked).hasSize(1).first().asString().contains("/undo").doesNotContain("(c)ancel");
        assertThat(cloud.turns).hasValue(1);
    }

    @Test
    void whoDoesNotAnswerKeepsTheJob() {
        assertThat(Work.isRunning(edit())).isTrue();
        assertThat(talk.kept()).containsValue("edit");
    }

    @Test
    void keptJobIsWaitedForAgainAndItsEndIsToldOnce() throws InterruptedException {
        screen.answers.add("k");
        String job = edit().data().path("job_id").asText();
        cloud.endTurn();
        work.waitAgain(job);
        // By whoever was first: the one who waits again, or the one who watches.
        assertThat(screen.shown.poll(30, TimeUnit.SECONDS)).contains("Which colour?");
        assertThat(screen.shown).noneMatch(passage -> passage.contains("Which colour?"));
        assertThat(talk.kept()).isEmpty();
    }

    private Toolbox.Told edit() {
        return work.run("edit_video", work.inSession().put("instruction", "make it blue"));
    }
}
