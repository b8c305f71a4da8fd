package reelskill.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Fetches what would otherwise be fetched on first use. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = "Fetches the native parts of the video engine now, where this installation came without them.")
final class FetchCommand implements Callable<Integer> {
    private final Desk desk;

    FetchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.speak(desk.settings().language());
        desk.backends().parts().fetch();
        desk.report().line(desk.language().pick("The video engine is complete.", "视频引擎已就绪。"));
        return ExitCode.OK.value;
    }
}
