package reelskill.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import reelskill.install.ConfigChange;
import reelskill.install.FolderChange;
import reelskill.install.Plan;
import reelskill.language.Language;

/** Says what an installation or a removal does or would do, file by file and line by line. */
final class PlanReport {
    private static final int SHOWN = 8;

    private final SkillDesk skills;
    private final Language language;
    private final Report report;
    private final boolean dry;
    private final ArrayNode all = JsonNodeFactory.instance.arrayNode();

    PlanReport(SkillDesk skills, boolean dry) {
        this.skills = skills;
        this.language = skills.desk().language();
        this.report = skills.desk().report();
        this.dry = dry;
    }

    void add(Plan plan) {
        ObjectNode told = all.addObject()
                .put("host", plan.host().id())
                .put("skill", plan.entry())
                .put("folder", plan.folder().folder().toString())
                .put("changed", !plan.isEmpty())
                .put("dry_run", dry);
        if (plan.isEmpty()) {
            report.line(language.say(
                    "%s: everything is as it should be; nothing changes.",
                    "%s：一切就绪，无需更改。", plan.host().title()));
        }
        folder(plan.folder(), told);
        plan.config().ifPresent(config -> config(config, told));
    }

    private void folder(FolderChange change, ObjectNode told) {
        change.paths().forEach(told.putArray("written")::add);
        change.removed().forEach(told.putArray("removed")::add);
        if (!change.written().isEmpty()) {
            report.line(language.say(
                    "%s: %d files, %s",
                    "%s：%d 个文件，%s",
                    skills.shown(change.folder()),
                    change.written().size(),
                    NativeParts.megabytes(change.bytes())));
            list("+ ", change.paths());
        }
        if (!change.removed().isEmpty()) {
            report.line(language.say(
                    "%s: %d files go",
                    "%s：移除 %d 个文件",
                    skills.shown(change.folder()),
                    change.removed().size()));
            list("- ", change.removed());
        }
    }

    private void list(String sign, List<String> paths) {
        paths.stream().limit(SHOWN).forEach(path -> report.line("  " + sign + path));
        if (paths.size() > SHOWN) {
            report.line(language.say("  … and %d more", "  …… 另有 %d 个", paths.size() - SHOWN));
        }
    }

    private void config(ConfigChange change, ObjectNode told) {
        List<String> diff = change.diff(skills.shown(change.path()));
        told.put("config", change.path().toString()).put("diff", String.join("\n", diff));
        diff.forEach(report::line);
        if (diff.isEmpty()) return;
        change.backup()
                .ifPresent(copy -> report.line(
                        language.say("The file as it was is kept as %s.", "原文件备份为 %s。", skills.shown(copy))));
    }

    /** Ends with what to do now. */
    void end(String next) {
        report.field("hosts", all);
        report.line(dry ? language.pick("Nothing was written: this was a dry run.", "未写入任何内容：这是试运行。") : next);
        report.end();
    }
}
