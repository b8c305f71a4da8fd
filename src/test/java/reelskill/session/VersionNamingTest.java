package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.language.Language;

/** Names of versions where the backend keeps none. */
@Timeout(60)
class VersionNamingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "call this version \"rough cut\"             | rough cut | -",
                "Please name this version final            | final     | -",
                "save this as a version called 'v two'     | v two     | -",
                "label version 2 as draft                  | draft     | 2",
                "把这个版本命名为“粗剪”                        | 粗剪       | -",
                "将版本2保存为终稿。                           | 终稿       | 2",
                "call this version rough cut and add a title | -       | -",
                "add a title \"final version\"             | -         | -",
                "call the title Final                      | -         | -",
                "compare this version with version 1       | -         | -",
            })
    void onlyAMessageThatNamesAVersionIsTaken(String message, String name, Integer number) {
        var naming = VersionNaming.of(message);
        assertThat(naming.map(VersionNaming::name).orElse(null)).isEqualTo(name);
        if (number != null) assertThat(naming.orElseThrow().number()).isEqualTo(OptionalInt.of(number));
    }

    @Test
    void nameIsKeptHereAndNothingIsSentOrPaid() throws Exception {
        try (SessionRig rig = new SessionRig(folder)) {
            Conversation conversation = rig.begin();
            rig.nemo.answer("{'t':[{'tt':0,'sg':[{'id':'1','name':'talk','d':7000}]}]}", FakeNemo.text("Cut."));
            conversation.say("cut it");
            long sent = rig.nemo.messages.size();
            assertThat(conversation.objection("call this version 'short'")).isEmpty();
            Receipt receipt = conversation.say("call this version 'short'");
            assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.ANSWERED);
            assertThat(receipt.said()).contains("Version 2", "\"short\"", "on this machine", "nothing was paid");
            assertThat(rig.nemo.messages).hasSize((int) sent);
            assertThat(rig.journal.costsOf("s1")).hasSize(1);
            conversation.say("call version 1 'SHORT'");
            Conversation chinese =
                    Conversation.resume(rig.place("cloud"), conversation.session(), Language.CHINESE, rig.cancel);
            assertThat(chinese.say("把版本1命名为“原始”").said()).contains("版本 1", "本机");
        }
        try (SessionRig later = new SessionRig(folder)) {
            History history = new History(later.place("cloud"), "s1");
            assertThat(history.versions())
                    .extracting(Version::names)
                    .containsExactly(List.of("SHORT", "原始"), List.of());
            assertThat(history.require("short").durationMillis()).isEqualTo(10_000);
        }
    }

    @Test
    void versionThatIsNotThereIsNotNamed() throws Exception {
        try (SessionRig rig = new SessionRig(folder)) {
            assertThat(rig.say("call version 9 'late'").said()).contains("no version 9");
            assertThat(rig.journal.namesOf("s1")).isEmpty();
        }
    }
}
