package reelskill.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import reelskill.language.Language;

/** Tells a person what a tool told: the same facts, in few lines. */
final class Telling {
    private final Language language;
    private final Places places;
    private final List<Passage> passages = new ArrayList<>();

    private Telling(Language language, Places places) {
        this.language = language;
        this.places = places;
    }

    /** Returns the passages for a tool's data, with its hints last. */
    static List<Passage> of(ObjectNode data, Language language, Places places) {
        Telling telling = new Telling(language, places);
        telling.tell(data);
        return telling.passages;
    }

    private void tell(ObjectNode data) {
        if (data.path("status").asText().equals("running")) running(data);
        else if (data.has("files")) data.path("files").forEach(this::file);
        else if (data.has("edit")) edit(data.path("edit"));
        else if (data.has("export")) exported(data.path("export"));
        else if (data.has("picture_path")) preview(data);
        else if (data.has("changes")) compared(data);
        else if (data.has("versions")) versions(data.path("versions"));
        else if (data.has("exports")) exports(data.path("exports"));
        else if (data.has("available")) credits(data);
        else if (data.has("timeline")) timeline(data);
        else passages.add(Passage.quiet(data.path("message").asText()));
    }

    private void running(JsonNode report) {
        passages.add(Passage.quiet(language.say(
                "It goes on (%d%%). /wait waits for it again.",
                "任务仍在进行（%d%%）。/wait 可继续等待。", report.path("progress_percent").asInt())));
    }

    private void file(JsonNode file) {
        passages.add(Passage.done(file.path("name").asText() + measures(file)));
        if (file.has("offer")) passages.add(Passage.hint(file.path("offer").asText()));
    }

    private void edit(JsonNode edit) {
        boolean changed = edit.path("outcome").asText().equals("changed");
        String said = edit.path("said").asText().strip();
        String what = said.isEmpty() ? lines(edit.path("changes")) : said;
        if (!what.isEmpty()) passages.add(changed ? Passage.done(what) : Passage.plain(what));
        if (changed) passages.add(Passage.quiet(edit.path("timeline").asText()));
        edit.path("notes").forEach(note -> passages.add(Passage.quiet(note.asText())));
        edit.path("next_steps").forEach(step -> passages.add(Passage.hint(step.asText())));
    }

    private void exported(JsonNode export) {
        String size = String.format(
                java.util.Locale.ROOT, "  %.1f MB", export.path("bytes").asLong() / 1e6);
        passages.add(Passage.done(places.shorter(export.path("path").asText()) + measures(export) + size));
        if (export.has("note")) passages.add(Passage.quiet(export.path("note").asText()));
        if (export.has("link"))
            passages.add(Passage.quiet(link(export.path("link").asText())));
    }

    private String link(String address) {
        return language.say(
                "Open the project in a browser (a week, for whoever has this link): %s",
                "在浏览器中打开项目（一周内有效，持有链接者均可打开）：%s", address);
    }

    private void versions(JsonNode versions) {
        if (versions.isEmpty()) passages.add(Passage.quiet(language.pick("No version was seen yet.", "还没有版本。")));
        versions.forEach(this::version);
    }

    private void compared(JsonNode compared) {
        passages.add(Passage.plain(compared.path("message").asText()));
        compared.path("changes").forEach(change -> passages.add(Passage.plain("- " + change.asText())));
    }

    private void version(JsonNode version) {
        boolean current = version.path("current").asBoolean();
        StringBuilder line = new StringBuilder(version.path("version").asText());
        version.path("names")
                .forEach(name -> line.append("  “").append(name.asText()).append('”'));
        if (version.has("made_by"))
            line.append("  ").append(version.path("made_by").asText());
        line.append(language.say(
                "  %.1f s", "  %.1f 秒", version.path("duration_seconds").asDouble()));
        if (!version.has("made_by"))
            line.append("  ").append(version.path("timeline").asText());
        passages.add(current ? new Passage(Passage.Tone.STRONG, "•", line.toString()) : Passage.plain(line.toString()));
    }

    private void exports(JsonNode exports) {
        for (JsonNode export : exports) {
            String percent = export.has("progress_percent")
                    ? " " + export.path("progress_percent").asInt() + "%"
                    : "";
            String problem =
                    export.has("problem") ? "  " + export.path("problem").asText() : "";
            passages.add(Passage.plain(places.shorter(export.path("path").asText()) + "  "
                    + status(export.path("status").asText()) + percent + problem));
        }
        if (exports.isEmpty()) {
            passages.add(Passage.quiet(language.pick("Nothing was exported in this session yet.", "本会话还没有导出。")));
        }
    }

    private String status(String status) {
        return switch (status) {
            case "done" -> language.pick("done", "已完成");
            case "failed" -> language.pick("failed", "失败");
            case "cancelled" -> language.pick("cancelled", "已取消");
            default -> language.pick("under way", "进行中");
        };
    }

    private void credits(JsonNode credits) {
        String frozen = credits.path("frozen").asText();
        String held = frozen.equals("0") ? "" : language.say(", %s held for running work", "，%s 冻结（用于进行中的任务）", frozen);
        passages.add(Passage.plain(language.say(
                "%s credits available%s", "可用积分 %s%s", credits.path("available").asText(), held)));
    }

    private void preview(JsonNode preview) {
        for (String picture : List.of("picture_path", "changes_path", "waveform_path")) {
            if (preview.has(picture))
                passages.add(Passage.done(places.shorter(preview.path(picture).asText())));
        }
        if (preview.has("doubts_path")) {
            passages.add(Passage.hint(language.say(
                    "Where the edge of the person is a guess, it glows in %s",
                    "人物边缘难以分辨之处，在此图中发亮：%s",
                    places.shorter(preview.path("doubts_path").asText()))));
        }
        if (preview.has("changes")) {
            compared(preview);
            return;
        }
        String of = places.shorter(preview.path("of_file").asText());
        passages.add(Passage.quiet(
                preview.has("changes_path")
                        ? language.say(
                                "Frames of %s, first to last, and around its cuts and titles",
                                "%s 的画面：全片，以及剪切处和文字前后", of)
                        : language.say("Frames of %s, first to last", "%s 的画面，从头到尾", of)));
        check(preview.path("check"));
        if (preview.path("stale").asBoolean()) {
            passages.add(Passage.hint(language.pick(
                    "The timeline has changed since; /export again to see the newest edit.",
                    "此后时间线有改动；再次 /export 可查看最新版本。")));
        }
    }

    private void check(JsonNode check) {
        if (check.isMissingNode()) return;
        check.path("findings")
                .forEach(finding ->
                        passages.add(Passage.failed(finding.path("words").asText())));
        if (check.path("findings").isEmpty()) {
            passages.add(Passage.quiet(language.pick("Checked: nothing to look at", "检查完毕：没有发现问题")));
        }
        if (!check.has("loudness_lufs")) return;
        String before = check.has("loudness_before_lufs")
                ? check.path("loudness_before_lufs").asText() + " → "
                : "";
        passages.add(Passage.quiet(language.say(
                "Loudness %s%s LUFS, peaks at %s dBTP",
                "响度 %s%s LUFS，峰值 %s dBTP",
                before,
                check.path("loudness_lufs").asText(),
                check.path("peak_dbtp").asText())));
    }

    private void timeline(JsonNode now) {
        boolean ready = now.path("ready").asBoolean();
        passages.add(
                ready
                        ? Passage.plain(now.path("timeline").asText())
                        : Passage.quiet(language.pick("The timeline is empty.", "时间线为空。")));
    }

    /** Returns length and picture size, as far as they are known. */
    private String measures(JsonNode of) {
        StringBuilder text = new StringBuilder();
        if (of.path("duration_seconds").asDouble() > 0) {
            text.append(language.say(
                    "  %.1f s", "  %.1f 秒", of.path("duration_seconds").asDouble()));
        }
        if (of.has("width")) {
            text.append("  ")
                    .append(of.path("width").asInt())
                    .append('×')
                    .append(of.path("height").asInt());
        }
        return text.toString();
    }

    private static String lines(JsonNode texts) {
        List<String> lines = new ArrayList<>();
        texts.forEach(text -> lines.add(text.asText()));
        return String.join("\n", lines);
    }
}
