package reelskill.cli;

import picocli.CommandLine.Command;
import reelskill.session.Conversation;

/** Says what there is and what is under way. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what the last session has, and which exports are under way.")
final class StatusCommand extends SessionCommand {
    private final Desk desk;

    StatusCommand(Desk desk) {
        super(desk);
        this.desk = desk;
    }

    @Override
    void run(Conversation conversation, Report report) {
        report.line(desk.language()
                .say(
                        "Session %s (%s): %s",
                        "会话 %s（%s）：%s",
                        conversation.session().id(),
                        conversation.session().backend(),
                        String.join(", ", conversation.session().media())));
        report.timeline(conversation.draft()).exports(conversation.exports().open());
    }
}
