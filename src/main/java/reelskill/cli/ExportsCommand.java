package reelskill.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import reelskill.session.ExportRecord;
import reelskill.session.Exports;
import reelskill.session.SessionException;

/** The exports that were begun, also by processes that are gone. */
@Command(
        name = "exports",
        mixinStandardHelpOptions = true,
        description = "Lists the exports that were begun; resumes or cancels those that were interrupted.")
final class ExportsCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private BackendOptions options = new BackendOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DEED",
            defaultValue = "list",
            description = "What to do: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Deed deed = Deed.list;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID",
            description = "One export; without it, all that are open.")
    private @Nullable String id;

    /** What can be done with exports; spelled as it is typed. */
    enum Deed {
        list,
        resume,
        cancel
    }

    ExportsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        desk.answerInJson(options.json);
        desk.lastSession(options).ifPresent(session -> desk.speak(session.language()));
        Report report = desk.report();
        if (deed == Deed.list) {
            report.exports(desk.journal().exports());
        } else {
            for (ExportRecord export : chosen()) {
                act(export, report);
            }
        }
        report.end();
        return ExitCode.OK.value;
    }

    private void act(ExportRecord export, Report report) throws IOException {
        try (Bench bench = desk.open(export.backend(), options)) {
            Exports exports = new Exports(
                    bench.place().backend(), desk.journal(), desk.terminal(), desk.language(), desk.cancel());
            if (deed == Deed.resume) {
                report.exported(exports.resume(export));
            } else {
                exports.cancel(export);
                report.line(desk.language().say("Cancelled: %s", "已取消：%s", export.target()));
            }
        }
    }

    private List<ExportRecord> chosen() {
        // What has ended can be told once more, and no longer be cancelled.
        boolean told = deed == Deed.resume && id != null;
        List<ExportRecord> found = desk.journal().exports().stream()
                .filter(export -> id == null || export.renderId().equals(id))
                .filter(export -> told || export.status().isOpen())
                .toList();
        if (found.isEmpty()) {
            throw SessionException.noExport();
        }
        return found;
    }
}
