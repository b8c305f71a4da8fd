package reelskill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reelskill.draft.Draft;
import reelskill.draft.Wanted;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.route.Action;
import reelskill.route.Route;
import reelskill.session.Assignment;
import reelskill.session.Conversation;
import reelskill.session.Receipt;
import reelskill.session.ScreenOffer;
import reelskill.session.SessionRecord;

/** Takes footage and a sentence to a finished file. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        description = {
            "Edits video as a sentence says, and exports it if the sentence or -o asks for that.",
            "With files a new session begins; without, the last one goes on."
        })
final class EditCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private BackendOptions options = new BackendOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "[FILE...] SENTENCE",
            description = "Media files, then what to do with them, in English or Chinese.")
    private List<String> words = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Where the result goes. Without it, a file beside the first clip, if the sentence asks for one.")
    private @Nullable Path output;

    EditCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        String sentence = words.get(words.size() - 1);
        List<Path> files =
                words.subList(0, words.size() - 1).stream().map(Path::of).toList();
        desk.answerInJson(options.json);
        Optional<SessionRecord> last = files.isEmpty() ? desk.lastSession(options) : Optional.empty();
        desk.speak(Language.ofSpoken(sentence)
                .or(() -> last.map(SessionRecord::language))
                .orElse(Language.ENGLISH));
        new Assignment(files, Optional.ofNullable(output)).require(desk.journal(), desk.maxUploadBytes());
        String backend = last.map(SessionRecord::backend).orElseGet(() -> desk.backendName(options));
        try (Bench bench = desk.open(backend, options)) {
            return edit(bench, files, sentence, last).value;
        }
    }

    private ExitCode edit(Bench bench, List<Path> files, String sentence, Optional<SessionRecord> last) {
        Conversation conversation = last.map(
                        session -> Conversation.resume(bench.place(), session, desk.language(), desk.cancel()))
                .orElseGet(() -> Conversation.begin(bench.place(), desk.language(), desk.cancel()));
        Report report = desk.report().session(conversation.session());
        if (!files.isEmpty()) conversation.uploadAndGoOn(files);
        Route route = conversation.route(sentence, !files.isEmpty());
        ExitCode code = route.action() == Action.CHAT
                ? chat(conversation, sentence, files, report)
                : act(conversation, route.action(), files, report);
        if (!files.isEmpty()) {
            conversation.examined().stream()
                    .filter(file ->
                            file.screen().isPresent() && !conversation.draft().replacesBackgroundOf(file.filename()))
                    .flatMap(file -> ScreenOffer.of(file, desk.language()).stream())
                    .forEach(report::line);
        }
        report.end();
        return code;
    }

    private ExitCode chat(Conversation conversation, String sentence, List<Path> files, Report report) {
        Receipt receipt = conversation.say(sentence);
        report.receipt(receipt);
        boolean reached = receipt.outcome() == Receipt.Outcome.CHANGED || receipt.isFulfilled();
        if (!reached && !receipt.wantsExport()) {
            report.nextSteps(receipt);
            return switch (receipt.outcome()) {
                case UNKNOWN -> ExitCode.DISCONNECTED;
                case ANSWERED -> ExitCode.OK;
                default -> ExitCode.QUESTION;
            };
        }
        report.timeline(receipt.after());
        if (output != null || receipt.wantsExport()) {
            export(receipt.after(), conversation, files, report);
        } else {
            report.nextSteps(receipt);
        }
        return ExitCode.OK;
    }

    private ExitCode act(Conversation conversation, Action action, List<Path> files, Report report) {
        switch (action) {
            case CREDITS -> report.credits(conversation.credits());
            case EXPORT -> {
                Draft draft = conversation.draft();
                export(draft, conversation, files, report.timeline(draft));
            }
            default -> report.timeline(conversation.draft());
        }
        return ExitCode.OK;
    }

    private void export(Draft draft, Conversation conversation, List<Path> files, Report report) {
        for (Wanted wanted : draft.wanted())
            report.exported(conversation.export(wanted.draft(), target(files, conversation, wanted)));
    }

    private Path target(List<Path> files, Conversation conversation, Wanted wanted) {
        if (output != null) return ExportCommand.saying(wanted.beside(output), wanted.format());
        ExportFormat format = wanted.format();
        Path name = files.isEmpty()
                ? ExportCommand.freeName(conversation.session(), format)
                : ExportCommand.freeNameBeside(files.get(0), format);
        return wanted.name().isEmpty() ? name : ExportCommand.free(wanted.beside(name));
    }
}
