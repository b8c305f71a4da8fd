package reelskill.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reelskill.studio.server.Studio;

/** Runs the studio alone, for any client of the protocol. */
@Command(
        name = "studio",
        mixinStandardHelpOptions = true,
        description = "Runs the studio on this machine until it is interrupted, and prints its address.")
final class StudioCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--port", paramLabel = "PORT", description = "The port on 127.0.0.1. Default: any free one.")
    private int port;

    StudioCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (Studio studio = desk.backends().studio(port)) {
            desk.out().println(studio.baseUrl());
            desk.terminal()
                    .say("The studio runs. NEMO_API_URL=" + studio.baseUrl()
                            + " points any client at it. Ctrl-C ends it.");
            CountDownLatch interrupted = new CountDownLatch(1);
            desk.onInterrupt(interrupted::countDown);
            interrupted.await();
        }
        return ExitCode.OK.value;
    }
}
