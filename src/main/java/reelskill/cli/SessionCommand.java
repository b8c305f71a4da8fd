package reelskill.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import reelskill.session.Conversation;
import reelskill.session.SessionException;
import reelskill.session.SessionRecord;

/** A command that works on the last session. */
abstract class SessionCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private BackendOptions options = new BackendOptions();

    SessionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        desk.answerInJson(options.json);
        SessionRecord session = desk.lastSession(options).orElseThrow(SessionException::noSession);
        desk.speak(session.language());
        try (Bench bench = desk.open(session.backend(), options)) {
            Conversation conversation = Conversation.resume(bench.place(), session, session.language(), desk.cancel());
            Report report = desk.report().session(session);
            run(conversation, report);
            report.end();
        }
        return ExitCode.OK.value;
    }

    /** Does the command's work and puts what it found into {@code report}. */
    abstract void run(Conversation conversation, Report report);
}
