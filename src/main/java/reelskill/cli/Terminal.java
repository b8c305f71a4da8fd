package reelskill.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.session.Expense;
import reelskill.session.Narrator;

/**
 * What a person sees while a command works, on standard error: a bar that redraws itself on a terminal, a line at each
 * quarter where there is none.
 */
final class Terminal implements Narrator {
    private static final int CELLS = 30;
    private final PrintStream out;
    private final boolean redraws;
    private final BufferedReader answers;
    private Language language = Language.ENGLISH;
    private String drawn = "";
    private int quarter = -1;
    private @Nullable Step finished;

    /** A terminal at which nobody answers questions. */
    Terminal(PrintStream out, boolean redraws) {
        this(out, redraws, new BufferedReader(Reader.nullReader()));
    }

    /**
     * @param redraws whether what is written can be drawn over: there is a terminal
     * @param answers where a person answers questions; at its end at once where nobody does
     */
    Terminal(PrintStream out, boolean redraws, BufferedReader answers) {
        this.out = out;
        this.redraws = redraws;
        this.answers = answers;
    }

    void speak(Language of) {
        language = of;
    }

    Language language() {
        return language;
    }

    @Override
    public void say(String sentence) {
        endBar();
        out.println(sentence);
    }

    @Override
    public void progress(Step step, double share) {
        int percent = (int) Math.floor(share * 100);
        if (percent >= 100 && step == finished) {
            return;
        }
        String name = name(step);
        if (redraws) {
            draw(name, percent);
        } else if (percent / 25 != quarter) {
            quarter = percent / 25;
            out.println(name + " " + percent + "%");
        }
        finished = percent >= 100 ? step : null;
        if (percent >= 100) {
            endBar();
        }
    }

    /** Asks a person whether to spend; without a person there, nobody agreed. */
    boolean agrees(Expense expense) {
        endBar();
        out.print(expense.question(language) + " [y/N] ");
        String answer = answer();
        return answer != null && answer.strip().matches("(?i)y|yes|是|好|好的");
    }

    private @Nullable String answer() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /** Shows where a failure comes from, to somebody who asked for it. */
    void trace(Exception failure) {
        failure.printStackTrace(out);
    }

    private String name(Step step) {
        return switch (step) {
            case UPLOAD -> language.pick("Uploading", "正在上传");
            case TURN -> language.pick("Editing", "正在编辑");
            case RENDER -> language.pick("Rendering", "正在渲染");
            case DOWNLOAD -> language.pick("Saving", "正在保存");
        };
    }

    private void draw(String name, int percent) {
        int full = CELLS * percent / 100;
        String bar = "\r" + name + " [" + "█".repeat(full) + "░".repeat(CELLS - full) + "] " + percent + "%";
        if (!bar.equals(drawn)) {
            drawn = bar;
            out.print(bar);
            out.flush();
        }
    }

    /** Leaves a finished or broken bar on its line, so that the next words do not overwrite it. */
    void endBar() {
        if (!drawn.isEmpty()) {
            out.println();
        }
        drawn = "";
        quarter = -1;
    }
}
