package reelskill.cli;

import picocli.CommandLine.Command;
import reelskill.session.Conversation;

/** Says what is on the timeline. */
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = "Says what is on the timeline of the last session.")
final class TimelineCommand extends SessionCommand {
    TimelineCommand(Desk desk) {
        super(desk);
    }

    @Override
    void run(Conversation conversation, Report report) {
        report.timeline(conversation.draft());
    }
}
