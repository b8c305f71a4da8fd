package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.language.Language;

/**
 * A message with known sentences in place of what was not understood.
 *
 * @param message the whole of it, as the planner understands it
 * @param parts what was not understood
 * @param sentences what stands in place of it
 */
public record Reworded(String message, EditPlan plan, List<String> parts, List<String> sentences) {
    public Reworded {
        parts = List.copyOf(parts);
        sentences = List.copyOf(sentences);
    }

    /**
     * Returns what {@code rewording} makes of the parts of {@code message} that {@code plan} did not understand. Only edits of
     * this timeline come of it, never a step back, a version or an export; empty where nothing of it can be done.
     */
    public static Optional<Reworded> of(
            String message, EditPlan plan, Rewording rewording, Planner planner, Situation now, Supplies supplies) {
        List<String> parts = plan.notUnderstood();
        if (parts.isEmpty() || !plan.questions().isEmpty()) return Optional.empty();
        List<String> sentences = tried(rewording.of(String.join("; ", parts), now), planner, now, supplies);
        if (sentences.isEmpty()) return Optional.empty();
        String whole = replaced(message, parts, sentences, now.language());
        EditPlan read = planner.plan(whole, now.now(), now.library(), now.past());
        boolean clean = read.questions().isEmpty()
                && read.notUnderstood().isEmpty()
                && read.history() == plan.history()
                && read.versions().equals(plan.versions())
                && read.wantsExport() == plan.wantsExport();
        return clean ? Optional.of(new Reworded(whole, read, parts, sentences)) : Optional.empty();
    }

    /** Returns {@code sentences} if all are edits that would do something, each after those before it; else none: half a wish is another. */
    private static List<String> tried(List<String> sentences, Planner planner, Situation now, Supplies supplies) {
        List<String> done = new ArrayList<>();
        Situation situation = now;
        for (String sentence : sentences) {
            DryRun trial = new DryRun(planner, situation, supplies);
            Optional<EditPlan> plan = trial.of(sentence).filter(Reworded::isEdit);
            if (plan.isEmpty()) return List.of();
            done.add(sentence);
            situation = situation.at(trial.after(plan.get()));
        }
        return done;
    }

    private static boolean isEdit(EditPlan plan) {
        return plan.history() == 0 && !plan.wantsExport() && !plan.isTrial();
    }

    private static String replaced(String message, List<String> parts, List<String> sentences, Language language) {
        String stop = language.pick("; ", "；");
        String whole = message;
        for (int i = 0; i < parts.size(); i++) {
            int at = whole.indexOf(parts.get(i));
            String instead = i == 0 ? String.join(stop, sentences) : "";
            whole = whole.substring(0, at)
                    + stop
                    + instead
                    + stop
                    + whole.substring(at + parts.get(i).length());
        }
        return whole;
    }

    /** Returns the sentence that says openly how the message was taken. */
    public String words(Language language) {
        return language.say(
                "Understood \"%s\" as: %s",
                "“%s”理解为：%s",
                String.join(language.pick("\", \"", "”、“"), parts),
                String.join(language.pick("; ", "；"), sentences));
    }
}
