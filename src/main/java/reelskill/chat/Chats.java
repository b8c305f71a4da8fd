package reelskill.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.function.Consumer;
import reelskill.route.EmbeddingClassifier;
import reelskill.route.Router;
import reelskill.tools.Folders;
import reelskill.tools.ToolException;
import reelskill.tools.Toolbox;

/** Opens a chat over the tools. The toolbox must not wait for jobs by itself: its patience is zero. */
public record Chats(ChatSettings settings, Toolbox toolbox, Folders folders) {
    /**
     * Talks at the terminal of this process until the person leaves.
     *
     * @param history where typed lines are kept, for their owner alone
     */
    public void atTerminal(Path history) throws IOException {
        try (Screen screen = TerminalScreen.open(history, settings.places())) {
            talk(screen);
        }
    }

    /** Reads lines to the end of {@code in}; answers on {@code out}. */
    public void overStreams(BufferedReader in, PrintStream out) {
        try (Screen screen = new PlainScreen(in, out, PlainScreen.Style.PIPE)) {
            talk(screen);
        }
    }

    /** Like {@link #overStreams}, as a transcript in which what differs from run to run is called by its kind. */
    public void asScript(BufferedReader in, PrintStream out) {
        Transcript transcript = new Transcript(settings.places());
        try (Screen screen = new PlainScreen(in, out, PlainScreen.Style.transcript(transcript::steady))) {
            talk(screen);
        }
    }

    /**
     * Runs one tool to its end and tells on {@code out} what it told; returns that as data.
     *
     * @param fill puts in the arguments beside the session
     * @throws reelskill.tools.ToolException if it could not be done, in words for the command line
     */
    public ObjectNode once(String tool, PrintStream out, Consumer<ObjectNode> fill) {
        BufferedReader nobody = new BufferedReader(Reader.nullReader());
        try (Screen screen = new PlainScreen(nobody, out, PlainScreen.Style.RESULT)) {
            Talk talk = new Talk(settings.language(), settings.session());
            ObjectNode arguments = Work.arguments();
            talk.sessionId().ifPresent(id -> arguments.put("session_id", id));
            fill.accept(arguments);
            return new Work(toolbox, screen, talk, settings.places())
                    .tell(tool, arguments)
                    .data();
        } catch (ToolException e) {
            throw ToolException.of(Command.forCommandLine(e.sentence()));
        }
    }

    private void talk(Screen screen) {
        Talk talk = new Talk(settings.language(), settings.session());
        Work work = new Work(toolbox, screen, talk, settings.places());
        Hands hands = new Hands(work, screen, talk, folders, settings.places(), settings.local());
        new Chat(settings, screen, talk, work, hands, mind(screen, talk, work, hands)).run();
    }

    private Mind mind(Screen screen, Talk talk, Work work, Hands hands) {
        if (settings.llm().isPresent()) {
            return ModelMind.of(settings.llm().get(), toolbox, folders, screen, talk, work);
        }
        Router router = new Router(settings.routes(), new EmbeddingClassifier());
        return new RouterMind(router, hands, screen, talk, settings.profile().texts(), settings.local());
    }
}
