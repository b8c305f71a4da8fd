package reelskill.nemo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The protocol as checks that run against any service. It works as a new anonymous device with a client id of its own, so
 * neither the user's token nor the user's sessions are touched; what it leaves behind is one session, and with media and
 * costs allowed one upload, one edit and one render.
 */
public final class ContractSuite {
    private ContractSuite() {}

    /**
     * One check and how it went.
     *
     * @param rule where in protocol.md the rule stands
     * @param sentence what was seen, in one English sentence
     */
    public record Result(String name, String rule, Outcome outcome, String sentence) {}

    /** How a check went. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It costs credits, needs media, or needs what an earlier check did not get. */
        NOT_RUN
    }

    /**
     * Runs all checks in their order; blocks, with media and costs allowed until a render is done.
     *
     * @param settings where the service is and who calls; token, client id and folders are not used
     * @param mayCost whether checks may run that cost credits of the new device
     * @param sampleMedia a short video for the checks that need one
     * @param heard takes each result as it comes
     * @return whether no check failed
     */
    public static boolean run(
            NemoSettings settings, boolean mayCost, Optional<Path> sampleMedia, Consumer<Result> heard) {
        Path folder = temporaryFolder();
        try {
            ContractProbe probe = new ContractProbe(ownDevice(settings, folder), folder);
            ContractRun run = new ContractRun(probe, mayCost, sampleMedia, heard);
            new AccountContract(run).checks();
            new SessionContract(run).checks();
            new TurnContract(run).checks();
            new RenderContract(run).checks();
            return run.isClean();
        } finally {
            delete(folder);
        }
    }

    private static NemoSettings ownDevice(NemoSettings settings, Path folder) {
        return new NemoSettings(
                settings.apiUrl(),
                settings.webUrl(),
                settings.attribution(),
                Optional.empty(),
                Optional.of("contract-" + UUID.randomUUID()),
                folder.resolve("client_id"),
                folder,
                "contract",
                settings.timing());
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("reelskill-contract");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
            for (Path file : deepestFirst) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
