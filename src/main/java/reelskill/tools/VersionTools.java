package reelskill.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reelskill.draft.Draft;
import reelskill.draft.DraftDiff;
import reelskill.language.Language;
import reelskill.session.Conversation;
import reelskill.session.History;
import reelskill.session.Version;

/** Looks back at what the timeline was. */
final class VersionTools {
    private static final int LONGEST_NAME = 100;

    private final Office office;

    VersionTools(Office office) {
        this.office = office;
    }

    @Tool(
            name = "list_versions",
            value =
                    "Lists every version of the timeline, oldest first: history, earlier versions, their names, what was"
                            + " changed when; and tells how two differ. 查看历史版本、对比版本。 Costs nothing; undo_edit goes back,"
                            + " preview_video shows two side by side.")
    @Hints(title = "List and compare versions", readOnly = true, idempotent = true)
    Answer.Versions listVersions(
            @P(name = "session_id", value = "The session whose history is wanted") String sessionId,
            @P(
                            name = "compare",
                            value = "A version to compare: its number, its name, or first; left out, none are compared",
                            required = false)
                    @Nullable
                    String compare,
            @P(
                            name = "compare_with",
                            value = "The version to compare it with; the current one if left out",
                            required = false)
                    @Nullable
                    String compareWith,
            InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        History history = visit.now(Conversation::history);
        List<Answer.Version> versions = visit.now(conversation -> history.versions()).stream()
                .map(VersionTools::told)
                .toList();
        Language language = visit.language();
        if (compare == null || compare.isBlank()) {
            return new Answer.Versions(
                    language.say("Versions: %d.", "共 %d 个版本。", versions.size()), visit.id(), versions, null);
        }
        Compared compared = compared(visit, history, compare, compareWith);
        return new Answer.Versions(compared.sentence(language), visit.id(), versions, compared.changes(language));
    }

    /** Two versions, the older one first. */
    record Compared(Version one, Version other, Draft before, Draft after) {
        String sentence(Language language) {
            return before.json().equals(after.json())
                    ? language.say(
                            "Version %d and version %d are the same.",
                            "版本 %d 与版本 %d 完全相同。", one.number(), other.number())
                    : language.say(
                            "From version %d to version %d: %s → %s s.",
                            "从版本 %d 到版本 %d：%s → %s 秒。", one.number(), other.number(), seconds(before), seconds(after));
        }

        List<String> changes(Language language) {
            return DraftDiff.between(before, after).stream()
                    .map(change -> Plain.line(change.in(language)))
                    .toList();
        }

        private static String seconds(Draft draft) {
            return java.math.BigDecimal.valueOf(draft.durationMillis(), 3)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /** Finds both, in whatever order they were named. */
    static Compared compared(Visit visit, History history, String compare, @Nullable String with) {
        Version one = version(visit, history, compare);
        Version other = version(visit, history, with == null || with.isBlank() ? "current" : with);
        boolean inOrder = one.number() <= other.number();
        Version older = inOrder ? one : other;
        Version newer = inOrder ? other : one;
        return new Compared(older, newer, draft(visit, history, older), draft(visit, history, newer));
    }

    static Version version(Visit visit, History history, String wanted) {
        String said = Arguments.text("version", wanted, LONGEST_NAME, visit.language());
        return visit.now(conversation -> history.find(said))
                .orElseThrow(() -> ToolException.of(
                        visit.language(),
                        "There is no version '%s'. Call list_versions for their numbers and names.",
                        "没有版本“%s”。请用 list_versions 查看编号和名称。",
                        Plain.line(said)));
    }

    static Draft draft(Visit visit, History history, Version version) {
        return visit.now(conversation -> history.draft(Integer.toString(version.number())))
                .orElseThrow();
    }

    private static Answer.Version told(Version version) {
        return new Answer.Version(
                version.number(),
                version.names().isEmpty()
                        ? null
                        : version.names().stream().map(Plain::line).toList(),
                version.sentence().isEmpty() ? null : Plain.line(version.sentence()),
                Plain.line(version.timeline()),
                version.durationMillis() / 1000.0,
                version.current());
    }
}
