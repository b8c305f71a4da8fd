package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Done!",
                "✅ Added the title.",
                "I've added a title at the start.",
                "The first 8 seconds have been removed. Anything else?",
                "The clip was trimmed to 5 s.",
                "I cut the pauses.",
                "Okay, done.",
                "All changes are complete.",
                "已完成。",
                "已为您添加标题。",
                "标题添加好了！",
                "已经把前 8 秒剪掉了。",
                "音量调整完成",
            })
    void answerThatSaysItIsDoneClaimsIt(String answer) {
        assertThat(Claim.isMadeBy(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Which clip should I trim?",
                "Your video has one title and is 10 s long.",
                "I have not added anything yet.",
                "I couldn't find a title, so nothing was removed.",
                "If you want, I can add a title.",
                "When you're done, tell me.",
                "I'll add the title now.",
                "Would you like the title removed?",
                "A crossfade blends two clips.",
                "要添加什么标题？",
                "我无法添加标题。",
                "尚未添加任何内容，没有修改。",
                "视频长 10 秒，共一条轨道。",
                "如果已完成上传，请告诉我。",
            })
    void plainAnswerOrQuestionIsNotAccused(String answer) {
        assertThat(Claim.isMadeBy(answer)).isFalse();
    }
}
