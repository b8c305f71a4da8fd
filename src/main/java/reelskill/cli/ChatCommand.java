package reelskill.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reelskill.chat.ChatSettings;
import reelskill.chat.Chats;
import reelskill.language.Language;
import reelskill.session.SessionException;
import reelskill.session.SessionRecord;

/** Talks about a video in the terminal. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Edits video in a conversation: drag files into the line, say what should change, export.",
            "Works by the words alone; REELSKILL_LLM=openai|anthropic|ollama:MODEL lets a language model listen."
        })
final class ChatCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private BackendOptions options = new BackendOptions();

    @Option(
            names = {"-c", "--continue"},
            description = "Go on with the last session.")
    private boolean goesOn;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description =
                    "Say the lines of this file and print a transcript that is the same each time; names of files are"
                            + " looked for beside it.")
    private @Nullable Path script;

    @Option(
            names = "--allow",
            paramLabel = "FOLDER",
            description = "A folder that a language model may read and write in; repeatable.")
    private List<Path> allowed = new ArrayList<>();

    ChatCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Optional<SessionRecord> last = goesOn ? desk.lastSession(options) : Optional.empty();
        String backend = last.map(SessionRecord::backend).orElseGet(() -> desk.backendName(options));
        Language language = last.map(SessionRecord::language)
                .orElseGet(() -> desk.settings().language());
        desk.speak(language);
        if (script != null && !Files.isRegularFile(script)) throw SessionException.noFile(script);
        Path folder = script == null ? Path.of("") : script.toAbsolutePath().resolveSibling("");
        try (ChatTools tools = new ChatTools(desk, options, backend, folder, allowed)) {
            Settings settings = desk.settings();
            ChatSettings chat = new ChatSettings(
                    desk.backends().profile(options),
                    desk.backends().manifest().routes(),
                    backend.equals(BackendOptions.LOCAL),
                    folder,
                    settings.userHome(),
                    language,
                    last.map(SessionRecord::id),
                    settings.studioLlm(),
                    settings.llm(desk.backends()::prompt));
            talk(new Chats(chat, tools.toolbox(), tools.folders()));
        } catch (NoClassDefFoundError e) {
            // JLine and the providers of models are the only classes that a copy may lack.
            throw hasNoChat();
        }
        return ExitCode.OK.value;
    }

    private static SetupException hasNoChat() {
        return new SetupException(
                "This copy comes from a registry of skills and works inside an agent host. For the chat, get the whole program: see README.md, Install.",
                "此副本来自技能仓库，供智能体宿主使用。如需终端聊天，请获取完整程序：见 README.md 的安装部分。");
    }

    private void talk(Chats chats) throws IOException {
        if (script != null) {
            try (BufferedReader lines = Files.newBufferedReader(script)) {
                chats.asScript(lines, desk.out());
            }
        } else if (isAtTerminal()) {
            chats.atTerminal(desk.settings().home().resolve("client/chat-history"));
        } else {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            chats.overStreams(lines, desk.out());
        }
    }

    /** The launcher looked: Java cannot tell whether a stream leads to a terminal. */
    private boolean isAtTerminal() {
        return Boolean.getBoolean("reelskill.person")
                && Boolean.getBoolean("reelskill.terminal")
                && !desk.settings().isDumbTerminal();
    }
}
