package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reelskill.draft.Wish;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.nemo.NemoException;
import reelskill.nemo.PollPlan;
import reelskill.session.ExportRecord.Status;
import reelskill.session.SessionException.Problem;
import reelskill.skill.ManifestLimits;

/** An export ends in one whole file, is rendered once, and survives the process that began it. */
@Timeout(60)
class ExportRulesTest {
    @TempDir
    Path folder;

    private SessionRig rig;
    private Path target;

    @BeforeEach
    void start() {
        rig = new SessionRig(folder);
        target = folder.resolve("out.mp4");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void exportIsRenderedOnceAndPutInPlace() {
        Exported exported = rig.begin().export(target);
        assertThat(exported.duration()).isEqualTo(Duration.ofSeconds(3));
        assertThat(target).exists();
        assertThat(rig.nemo.rendered).hasSize(1);
        assertThat(only().status()).isEqualTo(Status.DONE);
    }

    @Test
    void exportOfTheCloudOffersALinkWithoutTheBearer() {
        assertThat(rig.begin().export(target).link().orElseThrow())
                .hasToString("https://nemovideo.com/workspace/claim?ct=clm_1");
    }

    @Test
    void exportOfThisMachineOffersNoLink() {
        Conversation local = Conversation.begin(rig.place("local"), Language.ENGLISH, rig.cancel);
        assertThat(local.export(target).link()).isEmpty();
        assertThat(rig.nemo.count("POST /api/auth/claim-token")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, true", "900000000, false", "0, false"})
    void fileThatIsLargerThanItsPlatformTakesIsWarnedOf(long takes, boolean warned) {
        rig.nemo.draft = rig.nemo.draft.replaceFirst("\\{", "{'m':{'output':{'format':'mp4','takes':" + takes + "}},");
        String note = rig.begin().export(target).note(Language.ENGLISH).orElse("");
        assertThat(note.contains("the platform takes at most")).as(note).isEqualTo(warned);
    }

    @Test
    void pictureWhoseKindWasNotNamedMayBeOfAnother() {
        assertThat(new Wish(ExportFormat.PNG).isMetBy(ExportFormat.JPG)).isTrue();
        assertThat(new Wish(ExportFormat.JPG).isMetBy(ExportFormat.PNG)).isFalse();
        assertThat(new Wish(ExportFormat.PNG).isMetBy(ExportFormat.MP4)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mov, prores, 0, out.mp4, 'this is MP4, not MOV (ProRes) as asked. For that, ask again with a name that ends in .mov'",
        "mp4, h265, 25000000, out.mov, 'this is MOV, not MP4 (H.265) as asked'",
        "webm, h264, 0, out.mp4, 'this is MP4, not WEBM as asked'",
        "gif, prores, 0, out.mp4, 'this is MP4, not GIF as asked'",
        "mp4, h264, 0, out.m4a, 'this is M4A, not MP4 as asked'",
        "mp4, h264, 25000000, out.m4a, ''",
        "mp4, h265, 0, out.mp4, ''",
        "png, h264, 0, out.mp4, 'this is MP4, not PNG as asked'",
    })
    void fileThatIsOfAnotherKindThanTheWordsAskedForSaysSo(
            String format, String codec, long most, String name, String told) {
        String output = "{'format':'%s','codec':'%s','maxBytes':%d}".formatted(format, codec, most);
        rig.nemo.draft = rig.nemo.draft.replaceFirst("\\{", "{'m':{'output':" + output + "},");
        Optional<String> note = rig.begin().export(folder.resolve(name)).note(Language.ENGLISH);
        if (told.isEmpty()) assertThat(note).isEmpty();
        else assertThat(note).hasValueSatisfying(said -> assertThat(said).contains(told));
    }

    @Test
    void emptyDraftIsNotExported() {
        rig.nemo.draft = "{'t':[{'tt':0,'sg':[]}]}";
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.export(target)).hasMessageContaining("nothing on the timeline");
        assertThat(rig.nemo.count("POST /api/render")).isZero();
    }

    @Test
    void duplicateIdIsReplacedOnceAndForgotten() {
        rig.nemo.duplicate = true;
        rig.begin().export(target);
        assertThat(rig.nemo.count("POST /api/render/proxy/lambda")).isEqualTo(2);
        assertThat(only().renderId()).isEqualTo(rig.nemo.rendered.get(0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Narrator.Step.class,
            names = {"RENDER", "DOWNLOAD"})
    void exportKilledOnItsWayIsResumedWithoutASecondRender(Narrator.Step step) {
        Conversation conversation = rig.begin();
        rig.killedAt = Optional.of(step);
        assertThatThrownBy(() -> conversation.export(target)).isInstanceOf(SessionRig.Killed.class);
        assertThat(target).doesNotExist();
        rig.killedAt = Optional.empty();
        assertThat(conversation.exports().resume(only()).file()).exists();
        assertThat(rig.nemo.rendered).hasSize(1);
    }

    @Test
    void exportKilledAfterItWasTakenIsResumedWithoutASecondRender() {
        rig.nemo.answersSubmit = false;
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.export(target)).isInstanceOf(NemoException.class);
        assertThat(only().status()).isEqualTo(Status.SUBMITTING);
        conversation.exports().resume(only());
        assertThat(rig.nemo.rendered).hasSize(1);
        assertThat(rig.nemo.count("POST /api/render")).isEqualTo(1);
    }

    @Test
    void exportKilledBeforeItWasTakenIsSubmittedOnce() {
        rig.nemo.answersSubmit = false;
        rig.nemo.hearsSubmit = false;
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.export(target)).isInstanceOf(NemoException.class);
        rig.nemo.answersSubmit = true;
        rig.nemo.hearsSubmit = true;
        conversation.exports().resume(only());
        assertThat(rig.nemo.rendered).hasSize(1);
        assertThat(only().status()).isEqualTo(Status.DONE);
    }

    @Test
    void exportKilledAfterTheRenameIsOnlyToldAgain() {
        Conversation conversation = rig.begin();
        conversation.export(target);
        rig.journal.save(only().withStatus(Status.DOWNLOADING));
        assertThat(conversation.exports().resume(only()).file()).isEqualTo(target);
        assertThat(rig.nemo.count("GET /files")).isEqualTo(1);
        assertThat(only().status()).isEqualTo(Status.DONE);
    }

    @Test
    void sameExportAgainFinishesTheOneThatIsOpen() {
        Conversation conversation = rig.begin();
        rig.killedAt = Optional.of(Narrator.Step.RENDER);
        assertThatThrownBy(() -> conversation.export(target)).isInstanceOf(SessionRig.Killed.class);
        rig.killedAt = Optional.empty();
        conversation.export(target);
        assertThat(rig.nemo.rendered).hasSize(1);
    }

    @Test
    void renderThatTheServiceLostIsNotRenderedAgainUnasked() {
        Conversation conversation = rig.begin();
        rig.killedAt = Optional.of(Narrator.Step.RENDER);
        assertThatThrownBy(() -> conversation.export(target)).isInstanceOf(SessionRig.Killed.class);
        rig.nemo.rendered.clear();
        assertThatThrownBy(() -> conversation.exports().resume(only())).hasMessageContaining("no longer has it");
        assertThat(only().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void failedRenderSaysWhyInOneLine() {
        rig.nemo.polls.clear();
        rig.nemo.polls.add("{'status':'failed','error':'codec\\nnmv_usr_secret'}");
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.export(target))
                .hasMessage(
                        "The export failed: codec ***. Your timeline is unchanged; export it again, or undo the last edit.");
        assertThat(only().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void spentBudgetSaysThatTheExportIsStillRunning() {
        rig.nemo.polls.clear();
        rig.nemo.polls.add("{'status':'processing','progress':0.5}");
        Conversation conversation = rig.begin();
        Throwable stop = catchThrowable(() -> conversation.export(target));
        assertThat(stop).isInstanceOfSatisfying(SessionException.class, told -> {
            assertThat(told.problem()).isEqualTo(Problem.STILL_RUNNING);
            assertThat(told.sentence(Language.CHINESE)).startsWith("导出仍在进行");
        });
        assertThat(rig.time.seconds()).isEqualTo(300);
        assertThat(only().status()).isEqualTo(Status.RENDERING);
    }

    @Test
    void fileThatTookThePlaceOfAnExportIsLeftAlone() throws Exception {
        Conversation conversation = rig.begin();
        conversation.export(target);
        conversation.export(target);
        Files.writeString(target, "another film");
        assertThatThrownBy(() -> conversation.export(target)).hasMessageContaining("not an export of mine");
        assertThat(target).hasContent("another film");
    }

    @Test
    void manifestSaysHowTheCloudIsWaitedFor() {
        Duration minute = Duration.ofMinutes(1);
        Duration second = Duration.ofSeconds(1);
        Backend.Pace pace = Backend.Pace.cloud(new ManifestLimits.Timings(
                minute, minute, minute, second.multipliedBy(2), second.multipliedBy(3), 4, second, minute));
        assertThat(pace.renders()).isEqualTo(PollPlan.steady(second, minute));
        assertThat(pace.recoveryFirst()).hasSeconds(2);
        assertThat(pace.recoveryEvery()).hasSeconds(3);
        assertThat(pace.recoveryReads()).isEqualTo(4);
    }

    @Test
    void refusedExportLeavesNothingOpen() {
        rig.nemo.refusesRender = true;
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.export(target)).isInstanceOf(NemoException.class);
        assertThat(rig.journal.exports()).isEmpty();
    }

    @Test
    void downloadThatIsNoVideoIsNotPutInPlace() throws Exception {
        rig.nemo.sendsRubbish = true;
        Conversation conversation = rig.begin();
        assertThatThrownBy(() -> conversation.export(target)).hasMessageContaining("not a whole mp4 file");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(only().status().isOpen()).isTrue();
    }

    private ExportRecord only() {
        assertThat(rig.journal.exports()).hasSize(1);
        return rig.journal.exports().get(0);
    }
}
