package reelskill.studio.server;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reelskill.draft.Draft;
import reelskill.draft.DraftChange;
import reelskill.draft.DraftDiff;
import reelskill.language.Language;
import reelskill.studio.plan.VersionRef;
import reelskill.studio.plan.VersionRequest;
import reelskill.studio.store.DraftVersion;
import reelskill.studio.store.Session;
import reelskill.studio.store.Versions;

/** Answers what is asked about the versions of one session, in words. Who uses it holds the session. */
record VersionDesk(Versions versions, Session session, Language language) {
    private static final int LONGEST_SENTENCE = 80;

    /** Returns what the request is called where tools are told: clients know an answer by it from a refusal. */
    static String toolName(VersionRequest request) {
        if (request instanceof VersionRequest.Name) return "name_version";
        if (request instanceof VersionRequest.Restore) return "restore_version";
        if (request instanceof VersionRequest.Compare) return "compare_versions";
        return request instanceof VersionRequest.Changes ? "tell_changes" : "list_versions";
    }

    /** Returns what the versions are called. */
    Set<String> names() {
        return versions.list(session).stream()
                .flatMap(version -> version.names().stream())
                .collect(Collectors.toSet());
    }

    /** Goes back or forward by {@code steps} and returns the sentence that tells it. */
    List<String> step(int steps) {
        if (steps == 0) return List.of();
        boolean back = steps < 0;
        Optional<DraftVersion> reached = Optional.empty();
        for (int i = 0; i < Math.abs(steps); i++) {
            Optional<DraftVersion> next = back ? versions.undo(session) : versions.redo(session);
            if (next.isEmpty()) break;
            reached = next;
        }
        return List.of(reached.map(version -> moved(back, version))
                .orElseGet(() -> back
                        ? language.say("There is nothing more to undo.", "没有更多可以撤销的操作。")
                        : language.say(
                                "There is nothing more to redo; to take the last change back say \"undo\".",
                                "没有更多可以重做的操作；要取消上一步，请说“撤销”。")));
    }

    private String moved(boolean back, DraftVersion version) {
        return back
                ? language.say(
                        "Undone: the timeline is as it was after \"%2$s\" (version %1$d).",
                        "已撤销：时间线回到“%2$s”之后的状态（版本 %1$d）。", version.number(), version.sentence())
                : language.say(
                        "Done again: \"%2$s\" (version %1$d).",
                        "已重做：“%2$s”（版本 %1$d）。", version.number(), version.sentence());
    }

    /** Returns why nothing of a message can be done: it wants to go back to a version that is not there. */
    Optional<String> objection(List<VersionRequest> requests) {
        List<DraftVersion> all = versions.list(session);
        return requests.stream()
                .filter(VersionRequest.Restore.class::isInstance)
                .map(request -> ((VersionRequest.Restore) request).version())
                .filter(ref -> all.isEmpty() || find(all, ref).isEmpty())
                .map(ref -> unknown(ref, all))
                .findFirst();
    }

    /** Returns the version that a message wants to go on from; empty where it is the current one. */
    Optional<DraftVersion> base(List<VersionRequest> requests) {
        List<DraftVersion> all = versions.list(session);
        return requests.stream()
                .filter(VersionRequest.Restore.class::isInstance)
                .flatMap(request -> find(all, ((VersionRequest.Restore) request).version()).stream())
                .findFirst();
    }

    /** Returns the sentence that tells that the timeline is as in an earlier version. */
    String restored(DraftVersion version) {
        boolean shown = versions.head(session)
                .filter(head -> head.draft().equals(version.draft()))
                .isPresent();
        return shown
                ? language.say("The timeline is as in version %s already.", "时间线已经与版本 %s 相同。", called(version))
                : language.say(
                        "The timeline is as in version %s again; undo leads back.",
                        "时间线已恢复到版本 %s；可撤销。", called(version));
    }

    /** Returns the answer, and nothing for going back, which is told by {@link #restored}. */
    Optional<String> answer(VersionRequest request) {
        List<DraftVersion> all = versions.list(session);
        if (all.isEmpty()) {
            return Optional.of(language.say("There is no version yet: upload a video first.", "还没有版本，请先上传视频。"));
        }
        if (request instanceof VersionRequest.Name it) {
            return Optional.of(with(all, it.version(), version -> name(version, it.name(), all)));
        }
        if (request instanceof VersionRequest.Restore) return Optional.empty();
        if (request instanceof VersionRequest.Compare it) {
            return Optional.of(with(all, it.one(), one -> with(all, it.other(), other -> compare(one, other))));
        }
        return Optional.of(request instanceof VersionRequest.Changes ? changes(all) : list(all));
    }

    private String with(List<DraftVersion> all, VersionRef ref, Function<DraftVersion, String> deed) {
        return find(all, ref).map(deed).orElseGet(() -> unknown(ref, all));
    }

    private String name(DraftVersion version, String name, List<DraftVersion> all) {
        versions.name(version, name);
        String told = language.say(
                "Version %d is now called \"%s\". Say \"go back to %s\" to have it again.",
                "版本 %1$d 现在叫“%2$s”。说“回到%2$s”即可恢复。", version.number(), name, name);
        return all.stream()
                .filter(other ->
                        other.id() != version.id() && other.names().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .map(other -> told + " "
                        + language.say("Version %d was called so before.", "此前叫这个名字的是版本 %d。", other.number()))
                .orElse(told);
    }

    private String compare(DraftVersion one, DraftVersion other) {
        boolean inOrder = one.number() <= other.number();
        DraftVersion older = inOrder ? one : other;
        DraftVersion newer = inOrder ? other : one;
        List<DraftChange> changes = DraftDiff.between(draft(older), draft(newer));
        if (changes.isEmpty()) {
            return language.say(
                    "Version %s and version %s are the same.", "版本 %s 与版本 %s 完全相同。", called(older), called(newer));
        }
        String heading = language.say("From version %s to version %s:", "从版本 %s 到版本 %s：", called(older), called(newer));
        return heading + lines(changes);
    }

    private String changes(List<DraftVersion> all) {
        DraftVersion current = current(all);
        Optional<DraftVersion> parent = all.stream()
                .filter(version -> current.parent().isPresent()
                        && version.id() == current.parent().getAsLong())
                .findFirst();
        if (parent.isEmpty()) {
            return language.say("Nothing yet: the timeline is as uploaded.", "还没有改动：时间线与上传时一样。");
        }
        List<DraftChange> changes = DraftDiff.between(draft(parent.get()), draft(current));
        String said =
                language.say("Version %d, \"%s\":", "版本 %d，“%s”：", current.number(), shortened(current.sentence()));
        return changes.isEmpty() ? said + " " + language.say("nothing.", "没有改动。") : said + lines(changes);
    }

    private String lines(List<DraftChange> changes) {
        return changes.stream().map(change -> "\n- " + change.in(language)).collect(Collectors.joining());
    }

    private String list(List<DraftVersion> all) {
        return all.stream()
                .map(version -> language.say(
                        "%s%s: \"%s\", %s s",
                        "%s%s：“%s”，%s 秒",
                        version.isCurrent() ? "• " : "",
                        called(version),
                        shortened(version.sentence()),
                        seconds(draft(version))))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the number, and the name where it has one. */
    private String called(DraftVersion version) {
        return version.names().isEmpty()
                ? Integer.toString(version.number())
                : language.say(
                        "%d (\"%s\")",
                        "%d（“%s”）", version.number(), String.join(language.say("\", \"", "”、“"), version.names()));
    }

    private static Optional<DraftVersion> find(List<DraftVersion> all, VersionRef ref) {
        DraftVersion current = current(all);
        return all.stream().filter(version -> matches(version, ref, current)).findFirst();
    }

    private static DraftVersion current(List<DraftVersion> all) {
        return all.stream().filter(DraftVersion::isCurrent).findFirst().orElseThrow();
    }

    private static boolean matches(DraftVersion version, VersionRef ref, DraftVersion current) {
        if (ref instanceof VersionRef.Numbered it) return version.number() == it.number();
        if (ref instanceof VersionRef.Named it) return version.names().stream().anyMatch(it.name()::equalsIgnoreCase);
        if (ref instanceof VersionRef.Current) return version.id() == current.id();
        return current.parent().isPresent() && version.id() == current.parent().getAsLong();
    }

    private String unknown(VersionRef ref, List<DraftVersion> all) {
        if (ref instanceof VersionRef.Named it) {
            Set<String> names = names();
            String known = names.isEmpty()
                    ? language.say("No version has a name yet.", "还没有命名的版本。")
                    : language.say("Names: %s.", "已有名称：%s。", language.list(names));
            return language.say(
                    "No version is called \"%s\"; nothing was changed. %s", "没有叫“%s”的版本，没有做任何改动。%s", it.name(), known);
        }
        return ref instanceof VersionRef.Previous
                ? language.say("There is no version before this one; nothing was changed.", "这之前没有别的版本，没有做任何改动。")
                : language.say(
                        "There is no such version (there are %d); nothing was changed.",
                        "没有这个版本（共有 %d 个），没有做任何改动。", all.size());
    }

    private static String shortened(String sentence) {
        String line = sentence.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SENTENCE ? line : line.substring(0, LONGEST_SENTENCE - 1) + "…";
    }

    private static String seconds(Draft draft) {
        return BigDecimal.valueOf(draft.durationMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Draft draft(DraftVersion version) {
        return new Draft(Editing.json(version));
    }
}
