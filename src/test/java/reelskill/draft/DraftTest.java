package reelskill.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import reelskill.language.Language;

class DraftTest {
    private static final String DOCUMENTED = """
            {"m":{"title":"p","width":1920,"height":1080},"d":10000,"t":[
             {"tt":0,"sg":[{"name":"city timelapse","start":0,"d":10000}]},
             {"tt":1,"sg":[{"name":"Lo-fi","start":0,"d":10000,"volume":0.35}]},
             {"tt":7,"sg":[{"text":"Urban Dreams","start":0,"d":3000}]}]}""";

    @Test
    void summaryHasExactlyTheDocumentedForm() {
        assertThat(draft(DOCUMENTED).summary())
                .isEqualTo("Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%)"
                        + " 3. Title: \"Urban Dreams\" (0-3s)");
    }

    @Test
    void recordingWithoutPicturesIsNoMusic() {
        assertThat(draft("{'t':[{'tt':1,'sg':[{'name':'black','d':2000},{'name':'talk.mp3','d':1000}]},"
                                + "{'tt':1,'sg':[{'name':'Lo-fi','d':3000}]}]}")
                        .summary())
                .isEqualTo("Timeline (2 tracks): 1. Audio: black (0-2s), talk.mp3 (2-3s) 2. BGM: Lo-fi (0-3s)");
    }

    @Test
    void summaryIsToldInChinese() {
        assertThat(draft(DOCUMENTED).summary(Language.CHINESE))
                .isEqualTo("时间线（3条轨道）：1. 视频：city timelapse（0-10秒） 2. 音频：Lo-fi（0-10秒，音量35%） 3. 标题：“Urban Dreams”（0-3秒）");
        assertThat(draft("{'t':[{'tt':0,'sg':[{'name':'a.mp4','d':1000},{'name':'a.mp4','d':1500}]},{'tt':1,'sg':[]}]}")
                        .summary(Language.CHINESE))
                .isEqualTo("时间线（2条轨道）：1. 视频：a.mp4（0-2.5秒，2段） 2. 音频：空");
    }

    @Test
    void neighboursOfOneNameAreToldAsParts() {
        assertThat(draft(
                                "{'t':[{'tt':0,'sg':[{'name':'a.mp4','d':1000},{'name':'a.mp4','d':1500},{'name':'a.mp4','d':500}]}]}")
                        .summary())
                .isEqualTo("Timeline (1 track): 1. Video: a.mp4 (0-3s, 3 parts)");
    }

    @Test
    void wordsInSeveralLinesAreToldInOne() {
        assertThat(draft("{'t':[{'tt':7,'sg':[{'text':'Good morning,\\nand welcome','d':1000}]}]}")
                        .summary())
                .isEqualTo("Timeline (1 track): 1. Title: \"Good morning, and welcome\" (0-1s)");
    }

    @Test
    void draftWithoutSegmentsIsNotReady() {
        assertThat(draft("{'t':[{'tt':0,'sg':[]}]}").isReady()).isFalse();
        assertThat(Draft.NONE.isReady()).isFalse();
        assertThat(draft(DOCUMENTED).isReady()).isTrue();
    }

    @Test
    void namesAndTimesAreFoundUnderOtherKeysAndInMetadata() {
        assertThat(draft("{'t':[{'tt':0,'sg':[{'m':{'title':'beach'},'start_time':500,'duration':2000}]}]}")
                        .summary())
                .endsWith("Video: beach (0.5-2.5s)");
    }

    @Test
    void equalDraftsDoNotDiffer() {
        assertThat(DraftDiff.between(draft(DOCUMENTED), draft(DOCUMENTED))).isEmpty();
    }

    @Test
    void addedTitleIsToldWithItsTime() {
        assertThat(english("{'t':[{'tt':7,'sg':[]}]}", "{'t':[{'tt':7,'sg':[{'text':'Paradise Found','d':3000}]}]}"))
                .containsExactly("Title added: 'Paradise Found' (0-3s)");
    }

    @Test
    void addedTitleIsToldInChinese() {
        List<DraftChange> changes = DraftDiff.between(
                draft("{'t':[{'tt':7,'sg':[]}]}"), draft("{'t':[{'tt':7,'sg':[{'text':'周报','d':3000}]}]}"));
        assertThat(changes.get(0).in(Language.CHINESE)).isEqualTo("标题已添加：'周报' (0-3s)");
    }

    @Test
    void trimmedSegmentIsToldWithBothTimes() {
        assertThat(english(
                        "{'t':[{'tt':0,'sg':[{'id':'1','name':'a','d':9000}]}]}",
                        "{'t':[{'tt':0,'sg':[{'id':'1','name':'a','d':4000}]}]}"))
                .containsExactly("Video trimmed: 'a' (0-9s) → (0-4s)", "Length: 9s → 4s");
    }

    @Test
    void quieterMusicIsTold() {
        assertThat(
                        english(
                                "{'t':[{'tt':0,'sg':[{'name':'a','d':9000}]},{'tt':1,'sg':[{'name':'m','d':9000,'volume':0.35}]}]}",
                                "{'t':[{'tt':0,'sg':[{'name':'a','d':9000}]},{'tt':1,'sg':[{'name':'m','d':9000,'volume':0.2}]}]}"))
                .containsExactly("BGM volume: 'm' 35% → 20%");
    }

    @Test
    void volumeInPartsIsToldInBothLanguages() {
        List<DraftChange> changes = DraftDiff.between(
                draft(
                        "{'t':[{'tt':0,'sg':[{'name':'a','d':9000}]},{'tt':1,'sg':[{'id':'s1','name':'Lo-fi','d':3000}]}]}"),
                draft(
                        "{'t':[{'tt':0,'sg':[{'name':'a','d':9000}]},{'tt':1,'sg':[{'id':'s1','name':'Lo-fi','d':3000,'levels':[]}]}]}"));
        assertThat(changes.get(0).in(Language.ENGLISH)).isEqualTo("BGM volume: 'Lo-fi' in parts");
        assertThat(changes.get(0).in(Language.CHINESE)).isEqualTo("音频音量：'Lo-fi' 分段调整");
    }

    @Test
    void unknownKeyOfASegmentIsNamed() {
        assertThat(english(
                        "{'t':[{'tt':0,'sg':[{'name':'a','d':9000,'filter':'none'}]}]}",
                        "{'t':[{'tt':0,'sg':[{'name':'a','d':9000,'filter':'noir'}]}]}"))
                .containsExactly("Video changed: 'a' (0-9s) [filter]");
    }

    @Test
    void changeOutsideTheTracksIsAdmittedWithoutInventingAName() {
        assertThat(english("{'t':[],'zz':1}", "{'t':[],'zz':2}"))
                .containsExactly("Something changed that I cannot name [zz]");
    }

    @Test
    void changedCanvasIsTold() {
        assertThat(english("{'m':{'width':1920,'height':1080}}", "{'m':{'width':1080,'height':1920}}"))
                .containsExactly("Size changed: 1920x1080 → 1080x1920");
    }

    @Test
    void manyChangesOfOneTrackAreToldInOneLine() {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            parts.append(i == 0 ? "" : ",")
                    .append("{'name':'a','id':'p")
                    .append(i)
                    .append("','d':1000}");
        }
        assertThat(english("{'t':[{'tt':0,'sg':[{'name':'a','d':20000}]}]}", "{'t':[{'tt':0,'sg':[" + parts + "]}]}"))
                .containsExactly("Video recut: 1 → 12 parts", "Length: 20s → 12s");
    }

    private static List<String> english(String before, String after) {
        return DraftDiff.between(draft(before), draft(after)).stream()
                .map(DraftChange::english)
                .toList();
    }

    private static Draft draft(String json) {
        try {
            return new Draft(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
