package reelskill.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import reelskill.chat.Passage.Tone;

/** A terminal: a line with history and completion at the bottom, what is shown above it, a bar while something runs. */
final class TerminalScreen implements Screen {
    private static final AttributedStyle PROMPT = AttributedStyle.BOLD.foreground(AttributedStyle.CYAN);
    private static final int WIDEST = 100;

    private final Terminal terminal;
    private final LineReader lines;
    private final LineReader answers;
    private final ProgressBar bar;
    private final Keys keys;
    private final List<Runnable> interrupts = new ArrayList<>();
    private final StringBuilder growing = new StringBuilder();
    private int grown;

    private TerminalScreen(Terminal terminal, LineReader lines, LineReader answers) {
        this.terminal = terminal;
        this.lines = lines;
        this.answers = answers;
        this.bar = new ProgressBar(terminal);
        this.keys = new Keys(terminal, this::interrupt);
    }

    static TerminalScreen open(Path history, Places places) throws IOException {
        // Only what needs no native access where a JDK warns of it; a terminal that can do nothing is still a terminal.
        Terminal terminal =
                TerminalBuilder.builder().system(true).ffm(false).dumb(true).build();
        OwnHistory.prepare(history);
        LineReader lines = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("reelskill")
                .parser(new LineParser())
                .completer(new Completion(places))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_SIZE, 1000)
                .variable(LineReader.HISTORY_FILE_SIZE, 2000)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "  ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .option(LineReader.Option.INSERT_TAB, false)
                .option(LineReader.Option.AUTO_REMOVE_SLASH, false)
                .build();
        LineReader answers = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new LineParser())
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .build();
        return new TerminalScreen(terminal, lines, answers);
    }

    @Override
    public Optional<String> read() {
        endProgress();
        terminal.writer().println();
        String prompt = new AttributedString("› ", PROMPT).toAnsi(terminal);
        String ahead = keys.handOver();
        int end = ahead.indexOf('\n');
        String rest = end < 0 ? "" : ahead.substring(end + 1);
        try {
            if (end < 0) return typed(lines, prompt, ahead);
            String line = ahead.substring(0, end);
            terminal.writer().println(prompt + line);
            return Optional.of(line);
        } finally {
            keys.resume(rest);
        }
    }

    @Override
    public Optional<String> ask(String question) {
        endProgress();
        endText();
        String ahead = keys.handOver();
        try {
            return typed(answers, "  " + question, "");
        } finally {
            keys.resume(ahead);
        }
    }

    private Optional<String> typed(LineReader reader, String prompt, String begun) {
        try {
            return Optional.of(reader.readLine(prompt, null, (Character) null, begun));
        } catch (UserInterruptException e) {
            // The key has been heard; what it interrupted may not interrupt the next line too.
            Thread.interrupted();
            throw new CancellationException();
        } catch (EndOfFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void show(Passage passage) {
        synchronized (this) {
            endText();
        }
        bar.pause(() -> lines.printAbove(styled(passage)));
    }

    private AttributedString styled(Passage passage) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        String margin = passage.mark() + " ";
        for (String line : Wrapped.lines(passage.text().stripTrailing(), width() - 2, passage.hang())) {
            text.style(style(passage.tone())).append(margin);
            text.style(
                    passage.tone() == Tone.GOOD || passage.tone() == Tone.BAD
                            ? AttributedStyle.DEFAULT
                            : style(passage.tone()));
            text.append(line).append("\n");
            margin = "  ";
        }
        // printAbove ends the line itself.
        return text.toAttributedString().subSequence(0, Math.max(0, text.length() - 1));
    }

    private static AttributedStyle style(Tone tone) {
        return switch (tone) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case STRONG -> AttributedStyle.BOLD;
            case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case QUIET -> AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
            case BAD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
        };
    }

    private int width() {
        int columns = terminal.getColumns();
        return columns <= 0 ? 80 : Math.min(columns, WIDEST);
    }

    /** Draws the text's last, unfinished line again with each piece: where it breaks is known only then. */
    @Override
    public synchronized void stream(String piece) {
        bar.end();
        growing.append(piece);
        List<String> all = Wrapped.lines(growing.toString().stripLeading(), width() - 2, 0);
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, grown - 1); i < all.size(); i++) {
            text.append(i == grown - 1 ? "\r  " : (i == 0 ? "  " : "\n  ")).append(all.get(i));
        }
        grown = all.size();
        terminal.writer().print(text.append("\u001b[K"));
        terminal.flush();
    }

    @Override
    public synchronized void endText() {
        if (grown > 0) terminal.writer().println();
        growing.setLength(0);
        grown = 0;
    }

    @Override
    public void progress(String words, double share) {
        bar.show(words, share);
    }

    @Override
    public void endProgress() {
        bar.end();
    }

    private void interrupt() {
        List<Runnable> actions;
        synchronized (interrupts) {
            actions = List.copyOf(interrupts);
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public Watch onInterrupt(Runnable action) {
        synchronized (interrupts) {
            interrupts.add(action);
        }
        return () -> {
            synchronized (interrupts) {
                interrupts.remove(action);
            }
        };
    }

    @Override
    public void close() {
        bar.close();
        keys.close();
        try {
            terminal.close();
        } catch (IOException e) {
            // It is gone already: then nothing is left to restore.
        }
    }
}
