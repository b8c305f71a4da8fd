package reelskill.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import reelskill.media.ExportFormat;

class WantedTest {
    private static final String TIKTOK =
            "{'name':'tiktok','format':'mp4','codec':'h264','maxBytes':0,'width':1080,'height':1920,'loudness':-14}";
    private static final String GIF = "{'name':'gif','format':'gif','codec':'h264','maxBytes':3000000}";

    @Test
    void draftWithoutReleasesIsSentAsItIs() {
        Draft draft = draft("{'format':'gif','codec':'h264','maxBytes':0}");
        assertThat(draft.wanted()).containsExactly(new Wanted("", ExportFormat.GIF, draft));
    }

    @Test
    void eachReleaseIsADraftOfItsOwn() {
        Draft draft = draft("{'format':'mov','codec':'h264','maxBytes':0,'releases':[" + TIKTOK + "," + GIF + "]}");
        List<Wanted> wanted = draft.wanted();
        assertThat(wanted).extracting(Wanted::name).containsExactly("tiktok", "gif");
        assertThat(wanted).extracting(Wanted::format).containsExactly(ExportFormat.MP4, ExportFormat.GIF);
        assertThat(wanted.get(0).draft().json().path("m").toString())
                .isEqualTo(
                        "{'width':1080,'height':1920,'output':{'format':'mp4','codec':'h264','maxBytes':0},'loudness':-14}"
                                .replace('\'', '"'));
        assertThat(wanted.get(1).draft().size()).isEqualTo("1280x720");
        assertThat(draft.size()).as("the draft itself stays").isEqualTo("1280x720");
    }

    @Test
    void wordsOfAPictureGoWithItsDraftAlone() {
        String picture = "{'name':'picture','format':'png','still':400,'inscription':{'text':'Hi'}}";
        Draft draft = draft("{'format':'mp4','releases':[" + picture + "]}");
        assertThat(draft.wanted()
                        .get(0)
                        .draft()
                        .json()
                        .at("/m/output/inscription/text")
                        .asText())
                .isEqualTo("Hi");
        assertThat(draft.json().path("m").path("output").has("inscription")).isFalse();
    }

    @Test
    void severalFilesHaveTheirNamesAndOneAloneHasNone() {
        Draft two = draft("{'format':'mp4','releases':[" + TIKTOK + "," + GIF + "]}");
        assertThat(two.wanted())
                .extracting(wanted -> wanted.beside(Path.of("a", "talk.mov")).toString())
                .containsExactly(
                        Path.of("a", "talk-tiktok.mp4").toString(),
                        Path.of("a", "talk-gif.gif").toString());
        Draft one = draft("{'format':'mp4','releases':[" + GIF + "]}");
        assertThat(one.wanted()).extracting(Wanted::name).containsExactly("");
    }

    private static Draft draft(String output) {
        try {
            return new Draft(new ObjectMapper()
                    .readTree(("{'m':{'width':1280,'height':720,'output':" + output + "}}").replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
