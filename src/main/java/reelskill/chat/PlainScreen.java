package reelskill.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A screen without a terminal: lines from a pipe or a script, lines to a file. */
final class PlainScreen implements Screen {
    private final BufferedReader in;
    private final PrintStream out;
    private final Style style;
    private final StringBuilder streamed = new StringBuilder();
    private String shown = "";

    PlainScreen(BufferedReader in, PrintStream out, Style style) {
        this.in = in;
        this.out = out;
        this.style = style;
    }

    /**
     * How it is written.
     *
     * @param repeats whether what was read is shown too, as a terminal would have it
     * @param progresses whether each quarter of what takes long is a line
     * @param wording is applied to each passage
     */
    record Style(boolean repeats, boolean progresses, UnaryOperator<String> wording) {
        static final Style PIPE = new Style(false, true, UnaryOperator.identity());

        /** For a program's output: what came of it, and nothing on the way. */
        static final Style RESULT = new Style(false, false, UnaryOperator.identity());

        static Style transcript(UnaryOperator<String> wording) {
            return new Style(true, false, wording);
        }
    }

    @Override
    public Optional<String> read() {
        try {
            Optional<String> line = Optional.ofNullable(in.readLine());
            if (style.repeats) line.ifPresent(this::repeat);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void repeat(String line) {
        out.println();
        out.println("› " + line);
    }

    @Override
    public Optional<String> ask(String question) {
        show(Passage.plain(question));
        return read();
    }

    @Override
    public synchronized void show(Passage passage) {
        endText();
        String text = style.wording.apply(passage.text().stripTrailing()).replace("\n", "\n  ");
        out.println((passage.mark() + " " + text).stripTrailing());
    }

    @Override
    public synchronized void stream(String piece) {
        streamed.append(piece);
    }

    /** A text is written at its end: nobody watches it grow. */
    @Override
    public synchronized void endText() {
        String text = streamed.toString().strip();
        streamed.setLength(0);
        if (!text.isEmpty()) show(Passage.plain(text));
    }

    @Override
    public synchronized void progress(String words, double share) {
        if (!style.progresses || share < 0) return;
        int quarter = (int) (share * 4);
        String line = words + " " + quarter * 25 + "%";
        if (!line.equals(shown)) show(Passage.quiet(line));
        shown = line;
    }

    @Override
    public synchronized void endProgress() {
        shown = "";
    }

    @Override
    public Watch onInterrupt(Runnable action) {
        return () -> {};
    }

    @Override
    public void close() {
        out.flush();
    }
}
