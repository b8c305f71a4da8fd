package reelskill.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.session.SessionRig;
import reelskill.session.Workplace;

/** Previews whose pictures take until a test lets them be done, for callers that wait no time and for one that does. */
@Timeout(60)
class PatienceTest {
    private static final byte[] MOVIE =
            "\0\0\0\u0018ftypisom\0\0\0\0isomiso2\0\0\0\u0008moov".getBytes(StandardCharsets.ISO_8859_1);
    private static final Caller HURRIED = new Hurried();

    @TempDir
    Path folder;

    private final SlowPictures pictures = new SlowPictures();
    private SessionRig service;
    private Workplace place;
    private Toolbox tools;
    private Path clip;

    @BeforeEach
    void open() throws IOException {
        Path real = folder.toRealPath();
        clip = Files.write(real.resolve("clip.mp4"), MOVIE);
        service = new SessionRig(real.resolve("home"));
        place = service.place("cloud");
        tools = new Toolbox(caller -> place, Folders.of(List.of(real)), pictures, Duration.ZERO);
    }

    @AfterEach
    void close() {
        pictures.overview.countDown();
        pictures.sound.countDown();
        tools.close();
        service.close();
    }

    @Test
    void whoWaitsNoLongerIsToldWhatIsNotSeenYet() {
        String session = session("en");
        JsonNode preview = preview(session, HURRIED);
        assertThat(preview.path("message").asText())
                .startsWith("Not seen yet: the overview, the waveform. Call preview_video once more");
        assertThat(preview.path("pending")).hasSize(2);
        assertThat(preview.has("picture_path")).isFalse();
    }

    @Test
    void itIsToldInTheLanguageOfTheConversation() {
        assertThat(preview(session("zh"), HURRIED).path("message").asText()).startsWith("尚未完成：画面概览、波形。");
    }

    @Test
    void lookThatWasBegunIsJoinedAndNotBegunAgain() {
        String session = session("en");
        preview(session, HURRIED);
        preview(session, HURRIED);
        pictures.overview.countDown();
        pictures.sound.countDown();
        JsonNode preview = preview(session, Caller.PROGRAM);
        assertThat(preview.path("picture_path").asText()).endsWith(".jpg");
        assertThat(preview.path("waveform_path").asText()).endsWith(".png");
        assertThat(preview.has("pending")).isFalse();
        assertThat(pictures.begun).hasValue(2);
    }

    @Test
    void whatWasFetchedIsLookedAtAnew() {
        String session = session("en");
        pictures.overview.countDown();
        pictures.sound.countDown();
        preview(session, Caller.PROGRAM);
        preview(session, Caller.PROGRAM);
        assertThat(pictures.begun).hasValue(4);
    }

    @Test
    void fileThatWasWrittenAnewIsLookedAtAnew() throws IOException, InterruptedException {
        String session = session("en");
        preview(session, HURRIED);
        Files.writeString(clip, "more", StandardOpenOption.APPEND);
        preview(session, HURRIED);
        pictures.started.acquire(4);
        assertThat(pictures.begun).hasValue(4);
    }

    @Test
    void partThatIsSeenIsThereWhileAnotherStillLooks() {
        try (Viewings viewings = new Viewings()) {
            Sights sights = viewings.of(
                    "one", threads -> new Looks(visit(), pictures).at(clip, Optional.empty(), true, threads));
            pictures.sound.countDown();
            sights.waveform().join();
            sights.await(Optional.of(Duration.ZERO));
            assertThat(Sights.seen(sights.waveform())).isPresent();
            assertThat(sights.pending(Language.ENGLISH)).containsExactly("the overview");
        }
    }

    @Test
    void refusalIsToldAndNotKept() {
        String session = session("en");
        pictures.broken = true;
        pictures.overview.countDown();
        pictures.sound.countDown();
        assertThatThrownBy(() -> preview(session, Caller.PROGRAM)).isInstanceOf(ToolException.class);
        pictures.broken = false;
        assertThat(preview(session, Caller.PROGRAM).has("picture_path")).isTrue();
    }

    private Visit visit() {
        Office office = new Office(caller -> place, Folders.of(List.of(folder)), new Jobs(), Duration.ZERO);
        return new Visit(
                office, HURRIED, place, place.journal().session(session("en")).orElseThrow());
    }

    private String session(String language) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("language", language);
        return tools.call("start_session", arguments, Caller.PROGRAM)
                .data()
                .path("session_id")
                .asText();
    }

    private JsonNode preview(String session, Caller caller) {
        ObjectNode arguments = JsonNodeFactory.instance
                .objectNode()
                .put("session_id", session)
                .put("file_path", clip.toString())
                .put("waveform", true);
        return tools.call("preview_video", arguments, caller).data();
    }

    private static final class Hurried implements Caller {
        @Override
        public Optional<String> clientName() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> patience() {
            return Optional.of(Duration.ZERO);
        }

        @Override
        public void progress(double share, String words) {
            // Nobody watches.
        }

        @Override
        public Registration onGone(Runnable action) {
            return () -> {};
        }
    }

    /** Pictures that are drawn when a test says so. */
    private final class SlowPictures implements Pictures {
        final CountDownLatch overview = new CountDownLatch(1);
        final CountDownLatch sound = new CountDownLatch(1);
        final AtomicInteger begun = new AtomicInteger();
        final Semaphore started = new Semaphore(0);
        volatile boolean broken;

        @Override
        public boolean contactSheet(Path video, Path target) {
            if (broken) throw new IllegalStateException("no pen");
            return drawn(overview);
        }

        @Override
        public boolean waveform(Path media, Path target) {
            return drawn(sound);
        }

        private boolean drawn(CountDownLatch gate) {
            begun.incrementAndGet();
            started.release();
            try {
                gate.await();
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public boolean sheet(List<SheetRow> rows, Path target) {
            return false;
        }

        @Override
        public Path place(String content, String suffix) {
            return folder.resolve(content + suffix);
        }

        @Override
        public Path place(String suffix) {
            return folder.resolve("picture" + suffix);
        }
    }
}
