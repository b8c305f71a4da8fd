package reelskill.cli;

import picocli.CommandLine.Command;
import reelskill.session.Conversation;

/** Says how many credits are left. */
@Command(name = "credits", mixinStandardHelpOptions = true, description = "Says how many credits are left.")
final class CreditsCommand extends SessionCommand {
    CreditsCommand(Desk desk) {
        super(desk);
    }

    @Override
    void run(Conversation conversation, Report report) {
        report.credits(conversation.credits());
    }
}
