package reelskill.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {
    private static final String FOR_A_MODEL = "Call wait_for first, or edit_video again.";

    @Test
    void toolsAreCalledByWhatIsTypedThere() {
        assertThat(Command.inWords(FOR_A_MODEL)).isEqualTo("Call /wait first, or /edit again.");
        assertThat(Command.forCommandLine(FOR_A_MODEL))
                .isEqualTo("Call 'reelskill exports resume' first, or 'reelskill edit' again.");
    }
}
