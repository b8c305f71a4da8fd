package reelskill.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.FakeTime;
import reelskill.nemo.NemoClient;
import reelskill.nemo.NemoSettings;
import reelskill.skill.Attribution;
import reelskill.skill.SkillManifest;

/** A conversation with a fake service on a real socket, and all that a person hears of it. */
public final class SessionRig implements AutoCloseable {
    private static final OkHttpClient SHARED = new OkHttpClient();
    private static final SkillManifest MANIFEST = SkillManifest.packed();

    final FakeTime time = new FakeTime();
    public final FakeNemo nemo = new FakeNemo(time);
    final List<String> heard = new ArrayList<>();
    final CancelSignal cancel = new CancelSignal();
    final Path folder;
    final Journal journal;
    Allowance allowance = new Allowance(Optional.empty(), expense -> false);
    Language language = Language.ENGLISH;
    Optional<Narrator.Step> killedAt = Optional.empty();
    Optional<String> adviser = Optional.empty();

    /** What a process that is killed leaves behind is what a test finds after this was thrown. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    public SessionRig(Path folder) {
        this.folder = folder;
        this.journal = new Journal(folder.resolve("client"));
    }

    public Workplace place(String backend) {
        NemoSettings settings = new NemoSettings(
                nemo.url("/"),
                URI.create("https://nemovideo.com"),
                new Attribution("video-editing-ai-background", "1.0", "unknown"),
                Optional.empty(),
                Optional.empty(),
                folder.resolve("id/client_id"),
                folder.resolve("token"),
                "test",
                time.timing());
        Backend.Pace pace = Backend.Pace.cloud(MANIFEST.timings());
        return new Workplace(
                new Backend(backend, new NemoClient(settings, SHARED), time.timing(), pace, adviser),
                journal,
                new Listener(),
                MANIFEST,
                allowance);
    }

    Conversation begin() {
        return Conversation.begin(place("cloud"), language, cancel);
    }

    Receipt say(String words) {
        return begin().say(words);
    }

    @Override
    public void close() {
        nemo.close();
    }

    private final class Listener implements Narrator {
        @Override
        public void say(String sentence) {
            heard.add(sentence);
        }

        @Override
        public void progress(Step step, double share) {
            if (killedAt.filter(step::equals).isPresent()) throw new Killed();
        }
    }
}
