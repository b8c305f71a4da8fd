package reelskill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
        if (arguments.length > 0 && arguments[0].equals("edit")) desk.readAhead();
        int code = commandLine(wanted(commands(desk), arguments), desk, err).execute(arguments);
        desk.done();
        StartArchive.afterCommand(code);
        return code;
    }

    /** Returns the commands over {@code desk}; what is wrong with a command line itself is told on {@code err}. */
    static CommandLine commandLine(Desk desk, PrintStream err) {
        return commandLine(commands(desk).values(), desk, err);
    }

    private static CommandLine commandLine(Collection<Supplier<Object>> commands, Desk desk, PrintStream err) {
        CommandLine all = new CommandLine(new Main());
        commands.forEach(command -> all.addSubcommand(command.get()));
        return all.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(desk.out(), true, UTF_8))
                .setErr(new PrintWriter(err, true, UTF_8))
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> desk.tell(failure));
    }

    /** Returns all commands in the order of the help, by their names. */
    static Map<String, Supplier<Object>> commands(Desk desk) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("chat", () -> new ChatCommand(desk));
        commands.put("edit", () -> new EditCommand(desk));
        commands.put("upload", () -> new UploadCommand(desk));
        commands.put("undo", () -> new UndoCommand(desk));
        commands.put("versions", () -> new VersionsCommand(desk));
        commands.put("preview", () -> new PreviewCommand(desk));
        commands.put("timeline", () -> new TimelineCommand(desk));
        commands.put("status", () -> new StatusCommand(desk));
        commands.put("credits", () -> new CreditsCommand(desk));
        commands.put("export", () -> new ExportCommand(desk));
        commands.put("exports", () -> new ExportsCommand(desk));
        commands.put("studio", () -> new StudioCommand(desk));
        commands.put("mcp", () -> new McpCommand(desk));
        commands.put("skill", () -> new SkillCommand(desk));
        commands.put("contract", () -> new ContractCommand(desk));
        commands.put("install", () -> new InstallCommand(desk));
        commands.put("uninstall", () -> new UninstallCommand(desk));
        commands.put("plugin", () -> new PluginCommand(desk));
        commands.put("fetch", () -> new FetchCommand(desk));
        commands.put("doctor", () -> new DoctorCommand(desk));
        return commands;
    }

    /** Picocli takes every command apart that it is given, so it is given the one that is named, where one is. */
    private static Collection<Supplier<Object>> wanted(Map<String, Supplier<Object>> commands, String... arguments) {
        Supplier<Object> named = arguments.length == 0 ? null : commands.get(arguments[0]);
        return named == null ? commands.values() : List.of(named);
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
