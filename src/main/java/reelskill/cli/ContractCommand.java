package reelskill.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reelskill.nemo.ContractSuite;

/** Checks that a service speaks the protocol. */
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        description = "Checks that the service at an address keeps the rules of the protocol, one line a rule.")
final class ContractCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private BackendOptions options = new BackendOptions();

    @Parameters(
            paramLabel = "URL",
            converter = WebAddress.class,
            description = "The base address, like http://127.0.0.1:8080.")
    private URI url = URI.create("");

    @Option(
            names = "--media",
            paramLabel = "FILE",
            description = "A small clip to upload; without it, uploads are not checked.")
    private @Nullable Path media;

    @Option(names = "--may-cost", description = "Also run the checks that take credits.")
    private boolean mayCost;

    ContractCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        boolean kept = ContractSuite.run(
                desk.backends().stranger(url, options), mayCost, Optional.ofNullable(media), result -> desk.out()
                        .println(result.outcome() + "  " + result.name() + " (" + result.rule() + "): "
                                + result.sentence()));
        return (kept ? ExitCode.OK : ExitCode.REFUSED).value;
    }
}
