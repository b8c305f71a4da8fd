package reelskill.session;

import java.nio.file.Path;

/** A receipt as a host gets it, for the tests of hosts. */
public final class SpokenReceipt {
    private SpokenReceipt() {}

    /** Returns the receipt of a real turn whose answer has the bearer in it; {@code folder} takes the journal. */
    public static Receipt ofAServiceThatEchoesTheBearer(Path folder) {
        try (SessionRig rig = new SessionRig(folder)) {
            rig.nemo.answer("", FakeNemo.text("Your key is " + FakeNemo.TOKEN + "."));
            return rig.say("hello");
        }
    }
}
