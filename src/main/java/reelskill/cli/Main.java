package reelskill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Results go to standard output, talk to standard error. */
@Command(
        name = "reelskill",
        description = "Edit video by chat: words in, a clean MP4 out.",
        mixinStandardHelpOptions = true,
        version = "reelskill 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        McpStart server = McpStart.of(arguments);
        System.exit(server == null ? command(arguments) : server.serve());
    }

    private static int command(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        Terminal terminal = new Terminal(err, Boolean.getBoolean("reelskill.terminal"), answers());
        Desk desk = new Desk(Settings.of(System.getenv()), out, terminal);
        desk.showLogs();
        Runtime.getRuntime().addShutdownHook(new Thread(desk::interrupt, "reelskill-interrupt"));
        int code = commandLine(desk, err).execute(arguments);
        desk.done();
        return code;
    }

    /** Returns the commands over {@code desk}; what is wrong with a command line itself is told on {@code err}. */
    static CommandLine commandLine(Desk desk, PrintStream err) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .addSubcommand(new ChatCommand(desk))
                .addSubcommand(new EditCommand(desk))
                .addSubcommand(new UploadCommand(desk))
                .addSubcommand(new UndoCommand(desk))
                .addSubcommand(new VersionsCommand(desk))
                .addSubcommand(new PreviewCommand(desk))
                .addSubcommand(new TimelineCommand(desk))
                .addSubcommand(new StatusCommand(desk))
                .addSubcommand(new CreditsCommand(desk))
                .addSubcommand(new ExportCommand(desk))
                .addSubcommand(new ExportsCommand(desk))
                .addSubcommand(new StudioCommand(desk))
                .addSubcommand(new McpCommand(desk))
                .addSubcommand(new SkillCommand(desk))
                .addSubcommand(new ContractCommand(desk))
                .addSubcommand(new InstallCommand(desk))
                .addSubcommand(new UninstallCommand(desk))
                .addSubcommand(new PluginCommand(desk))
                .addSubcommand(new FetchCommand(desk))
                .addSubcommand(new DoctorCommand(desk))
                .setOut(new PrintWriter(desk.out(), true, UTF_8))
                .setErr(new PrintWriter(err, true, UTF_8))
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> desk.tell(failure));
    }

    /** Standard input answers questions only where a person sits at it: a pipe of a host is not ours to read. */
    private static BufferedReader answers() {
        return new BufferedReader(
                Boolean.getBoolean("reelskill.person") ? new InputStreamReader(System.in, UTF_8) : Reader.nullReader());
    }

    /** Names and titles may be in any script, whatever the locale of the terminal's starter says. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, UTF_8);
    }
}
