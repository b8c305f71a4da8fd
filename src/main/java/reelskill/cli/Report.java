package reelskill.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.nemo.Credits;
import reelskill.session.ExportRecord;
import reelskill.session.Exported;
import reelskill.session.Measures;
import reelskill.session.Narrator;
import reelskill.session.Receipt;
import reelskill.session.SessionRecord;

/** What a command answers on standard output: lines for a person, or one JSON object at the end for a program. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final boolean json;
    private final Language language;
    private final ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);

    Report(PrintStream out, boolean json, Language language) {
        this.out = out;
        this.json = json;
        this.language = language;
    }

    Report session(SessionRecord session) {
        answer.put("session_id", session.id()).put("backend", session.backend());
        return this;
    }

    Report receipt(Receipt receipt) {
        answer.put("outcome", receipt.outcome().name().toLowerCase(Locale.ROOT));
        answer.put("said", receipt.said());
        ObjectNode read = answer.putObject("read");
        receipt.told().understood().forEach(read.putArray("understood")::add);
        receipt.told().done().forEach(read.putArray("done")::add);
        receipt.told().notDone().forEach(read.putArray("not_done")::add);
        receipt.told().notUnderstood().forEach(read.putArray("not_understood")::add);
        receipt.told().checks().forEach(read.putArray("checks")::add);
        answer.putObject("before")
                .put("timeline", receipt.before().summary(language))
                .put("duration_seconds", receipt.before().durationMillis() / 1000.0);
        receipt.told().measures().ifPresent(measures -> {
            ObjectNode measured = answer.putObject("measured");
            put(measured.putObject("before"), measures.before());
            put(measured.putObject("after"), measures.after());
        });
        ArrayNode changes = answer.putArray("changes");
        receipt.changes().forEach(change -> changes.add(change.in(language)));
        if (!receipt.said().isBlank()) {
            line(receipt.said());
        } else if (!receipt.changes().isEmpty()) {
            receipt.changes().forEach(change -> line(change.in(language)));
        }
        if (receipt.showsTimeline() && receipt.outcome() != Receipt.Outcome.CHANGED) {
            timeline(receipt.after());
        }
        receipt.credits().ifPresent(this::balance);
        receipt.bill().cost().ifPresent(cost -> answer.put("cost", cost));
        receipt.notes().forEach(answer.putArray("notes")::add);
        receipt.notes().forEach(this::line);
        return this;
    }

    private static void put(ObjectNode json, Measures.Side side) {
        json.put("picture_seconds", side.pictureMillis() / 1000.0).put("sound_seconds", side.soundMillis() / 1000.0);
        side.loudness().ifPresent(lufs -> json.put("loudness_lufs", lufs));
    }

    /** Says what can be done now; not before something that follows at once. */
    Report nextSteps(Receipt receipt) {
        receipt.nextSteps().forEach(answer.putArray("next_steps")::add);
        receipt.nextSteps().forEach(step -> line("→ " + step));
        return this;
    }

    Report timeline(Draft draft) {
        answer.put("timeline", draft.summary(language)).put("duration_seconds", draft.durationMillis() / 1000.0);
        answer.put("ready", draft.isReady());
        line(draft.summary(language));
        return this;
    }

    private void balance(Credits credits) {
        answer.putObject("credits")
                .put("available", credits.available())
                .put("frozen", credits.frozen())
                .put("total", credits.total());
    }

    Report credits(Credits credits) {
        balance(credits);
        line(language.say(
                "Credits: %s available, %s held for running work, %s in all",
                "积分：可用 %s，冻结（用于进行中的任务）%s，共 %s",
                credits.available().toPlainString(),
                credits.frozen().toPlainString(),
                credits.total().toPlainString()));
        return this;
    }

    Report exported(Exported exported) {
        ObjectNode output = answer.withArray("outputs").addObject();
        output.put("path", exported.file().toString())
                .put("bytes", exported.bytes())
                .put("duration_seconds", seconds(exported.duration()))
                .put("render_id", exported.renderId());
        exported.size().ifPresent(size -> output.put("width", size.width()).put("height", size.height()));
        line(String.format(
                Locale.ROOT,
                "%s%s  %s%s",
                exported.file(),
                exported.duration().isZero()
                        ? ""
                        : String.format(Locale.ROOT, "  %.1f s", seconds(exported.duration())),
                megabytes(exported.bytes()),
                exported.size().map(size -> "  " + size).orElse("")));
        exported.note(language).ifPresent(note -> {
            output.put("note", note);
            line(note);
        });
        if (!answer.has("output")) answer.set("output", output);
        exported.link().ifPresent(link -> {
            output.put("link", link.toString());
            line(language.say(
                    "Open the project in a browser (a week, for whoever has this link): %s",
                    "在浏览器中打开项目（一周内有效，持有链接者均可打开）：%s", link));
        });
        return this;
    }

    Report exports(List<ExportRecord> exports) {
        ArrayNode all = answer.putArray("exports");
        for (ExportRecord export : exports) {
            String status = export.status().name().toLowerCase(Locale.ROOT);
            all.addObject()
                    .put("render_id", export.renderId())
                    .put("status", status)
                    .put("target", export.target())
                    .put("backend", export.backend());
            line(export.renderId() + "  " + status + "  " + export.target());
        }
        return this;
    }

    /** Adds a field for a program. */
    Report field(String name, JsonNode value) {
        answer.set(name, value);
        return this;
    }

    /** Says a line that a program finds in the other fields. */
    Report line(String words) {
        if (!json) {
            out.println(words);
        }
        return this;
    }

    /** Writes the JSON object; ends the report. */
    void end() {
        if (json) {
            write();
        }
    }

    void failure(Failure failure, Narrator narrator) {
        if (json) {
            answer.put("ok", false)
                    .putObject("error")
                    .put("exit_code", failure.code().value)
                    .put("code", failure.code().name().toLowerCase(Locale.ROOT))
                    .put("message", failure.sentence());
            write();
        } else {
            narrator.say("reelskill: " + failure.sentence());
        }
    }

    private void write() {
        try {
            out.println(JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static String megabytes(long bytes) {
        // A picture is often smaller than what one decimal shows.
        return bytes < 100_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
