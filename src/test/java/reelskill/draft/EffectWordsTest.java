package reelskill.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.language.Language;

class EffectWordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pace | {\"speed\":2} | speed 2× | 速度2倍",
                "pace | {\"speed\":0.5,\"backwards\":4000} | speed 0.5×, backwards | 速度0.5倍，倒放",
                "pace | {\"freeze\":4000} | speed 0 (a still frame) | 速度0（定格）",
                "framing | {\"turns\":1,\"mirrored\":true,\"window\":{\"left\":0,\"top\":0,\"width\":0.5,\"height\":1}}"
                        + " | framing 50%×100%, turned 90°, mirrored | 画面50%×100%，旋转90度，镜像",
                "zoom | {\"from\":1,\"to\":1.2} | zoom 1× → 1.2× | 缩放1× → 1.2×",
                "grade | {\"brightness\":0,\"contrast\":0.3,\"saturation\":0,\"warmth\":-0.15}"
                        + " | colours contrast +30%, warmth −15% | 颜色对比度 +30%，色温 −15%",
                "look | {\"style\":\"sepia\",\"strength\":0.5} | look sepia 50% | 风格sepia 50%",
            })
    void changedEffectIsNamed(String key, String effect, String english, String chinese) throws Exception {
        ObjectNode after = segment();
        after.set(key, JSON.readTree(effect));
        assertThat(change(segment(), after, Language.ENGLISH)).isEqualTo("Video changed: 'a.mp4' (0-4s) " + english);
        assertThat(change(segment(), after, Language.CHINESE)).isEqualTo("视频已更改：'a.mp4' (0-4s) " + chinese);
    }

    @Test
    void removedEffectIsNamed() {
        ObjectNode before = segment();
        before.putObject("pace").put("speed", 2);
        assertThat(change(before, segment(), Language.ENGLISH)).endsWith("speed as filmed");
    }

    @Test
    void effectOfAnUnknownFormIsAdmittedByItsKey() {
        ObjectNode after = segment();
        after.putObject("pace").put("warp", 9);
        assertThat(change(segment(), after, Language.ENGLISH)).endsWith("[pace]");
    }

    private static ObjectNode segment() {
        return JSON.createObjectNode()
                .put("id", "s1")
                .put("name", "a.mp4")
                .put("start", 0)
                .put("d", 4000);
    }

    private static String change(ObjectNode before, ObjectNode after, Language language) {
        return DraftDiff.between(draft(before), draft(after)).get(0).in(language);
    }

    private static Draft draft(ObjectNode segment) {
        ObjectNode draft = JSON.createObjectNode();
        draft.putArray("t").addObject().put("tt", 0).putArray("sg").add(segment);
        return new Draft(draft);
    }
}
