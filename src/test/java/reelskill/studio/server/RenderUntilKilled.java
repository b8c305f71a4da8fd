package reelskill.studio.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import reelskill.studio.store.Account;
import reelskill.studio.store.IdSource;
import reelskill.studio.store.RenderJobs;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;

/** A process that takes a render and never ends it: it waits to be killed. Arguments: folder, token, session, draft. */
final class RenderUntilKilled {
    private RenderUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        Store store = Store.open(Path.of(arguments[0]), Clock.systemUTC(), IdSource.secure(), Duration.ofSeconds(2));
        Account account = store.accounts().findByToken(arguments[1]).orElseThrow();
        Session session = store.sessions().find(account, arguments[2]).orElseThrow();
        RenderJobs jobs = store.renderJobs();
        jobs.submit("render_killed", session, arguments[3], "mp4", "draft");
        jobs.claim("a process that will be killed").orElseThrow();
        System.out.println("processing");
        Thread.sleep(Long.MAX_VALUE);
    }
}
