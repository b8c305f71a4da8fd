package reelskill.studio.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;
import reelskill.media.FrameRate;

class DraftJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {"24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60", "120", "15", "10", "12"})
    void everyTimelineComesBackExactly(String rate) throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            Timeline timeline = RandomTimelines.of(FrameRate.parse(rate), new Random(seed));
            JsonNode wire = JSON.readTree(JSON.writeValueAsString(DraftJson.write(timeline)));
            assertThat(DraftJson.read(wire)).isEqualTo(timeline);
            assertThat(DraftJson.write(DraftJson.read(wire)).toString()).isEqualTo(wire.toString());
        }
    }

    @Test
    void neighboursTouchOnTheWireToo() {
        ObjectNode draft = DraftJson.write(RandomTimelines.row(FrameRate.parse("30000/1001"), 7, 11, 13));
        JsonNode segments = draft.at("/t/0/sg");
        for (int i = 1; i < segments.size(); i++) {
            JsonNode before = segments.get(i - 1);
            assertThat(before.get("start").asLong() + before.get("d").asLong())
                    .isEqualTo(segments.get(i).get("start").asLong());
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("no version", draft -> meta(draft).remove("v")),
                damage("version as number", draft -> meta(draft).put("v", 1.0)),
                damage("no metadata", draft -> draft.remove("m")),
                damage("unknown key", draft -> draft.put("zoom", 1)),
                damage("unknown segment key", draft -> segment(draft).put("speed", 2)),
                damage(
                        "unknown room",
                        draft -> segment(draft).putObject("background").put("room", "volcano")),
                damage("empty background", draft -> segment(draft).putObject("background")),
                damage("two backgrounds", draft -> segment(draft)
                        .putObject("background")
                        .put("blur", "light")
                        .put("color", "#ffffff")),
                damage("negative start", draft -> segment(draft).put("start", -40)),
                damage("start between frames", draft -> segment(draft).put("start", 7)),
                damage("fraction of a millisecond", draft -> segment(draft).put("in", 40.5)),
                damage("time as text", draft -> segment(draft).put("in", "40")),
                damage("10^12 ms", draft -> segment(draft).put("d", 1_000_000_000_000L)),
                damage("no duration", draft -> segment(draft).remove("d")),
                damage("duration of zero", draft -> segment(draft).put("d", 0)),
                damage("overlap", draft -> segment(draft).put("d", 2_000)),
                damage("media that is no text", draft -> segment(draft).put("media", 5)),
                damage("volume not a number", draft -> segment(draft).put("volume", "loud")),
                damage("volume of NaN", draft -> segment(draft).put("volume", Double.NaN)),
                damage("volume of 1000", draft -> segment(draft).put("volume", 1000)),
                damage("fade longer than its segment", draft -> segment(draft).put("fadeIn", 4_000)),
                damage("unknown transition", draft -> transition(draft).put("kind", "explode")),
                damage(
                        "transition before the first",
                        draft -> transition(draft).put("kind", "zoom").put("d", 80)),
                damage("same id twice", draft -> segment(draft).put("id", "s2")),
                damage("unknown track type", draft -> ((ObjectNode) draft.at("/t/0")).put("tt", 3)),
                damage("media on a text track", draft -> ((ObjectNode) draft.at("/t/0")).put("tt", 7)),
                damage("tracks that are no list", draft -> draft.put("t", "none")),
                damage("other length", draft -> draft.put("d", 1)),
                damage("rate of zero", draft -> meta(draft).put("fps", "0")),
                damage("rate of a million", draft -> meta(draft).put("fps", "1000000")),
                damage("picture of no width", draft -> meta(draft).put("width", 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void damagedDraftIsRefused(String name, Consumer<ObjectNode> damage) {
        ObjectNode draft = DraftJson.write(RandomTimelines.row(FrameRate.parse("25"), 25, 25, 25));
        damage.accept(draft);
        assertThatThrownBy(() -> DraftJson.read(draft))
                .isInstanceOf(InvalidDraftException.class)
                .hasMessageContaining("draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "42", "\"draft\"", "{}", "{\"t\":[]}", "{\"m\":{\"v\":[]},\"t\":{}}"})
    void foreignDocumentIsRefused(String document) throws Exception {
        JsonNode draft = JSON.readTree(document);
        assertThatThrownBy(() -> DraftJson.read(draft)).isInstanceOf(InvalidDraftException.class);
    }

    @Test
    void newerVersionIsNamedInBothLanguages() {
        ObjectNode draft = DraftJson.write(RandomTimelines.row(FrameRate.parse("25"), 25));
        meta(draft).put("v", "1.7");
        assertThatThrownBy(() -> DraftJson.read(draft)).isInstanceOfSatisfying(InvalidDraftException.class, refusal -> {
            assertThat(refusal.sentence(Language.ENGLISH))
                    .contains("version 1.7")
                    .contains("1.0");
            assertThat(refusal.sentence(Language.CHINESE)).contains("1.7").contains("升级");
        });
    }

    @Test
    void tooManySegmentsAreRefusedBeforeTheyAreRead() {
        ObjectNode draft = DraftJson.write(RandomTimelines.row(FrameRate.parse("25"), 25));
        var segments = ((ObjectNode) draft.at("/t/0")).putArray("sg");
        for (int i = 0; i < 20_001; i++) segments.addNull();
        assertThatThrownBy(() -> DraftJson.read(draft)).hasMessageContaining("too many");
    }

    @Test
    void nameTellsACardOnlyWhereTheDraftDoesNot() {
        Timeline timeline =
                RandomTimelines.row(FrameRate.parse("25"), 25).withEachMedia(clip -> clip.named("■ intro.mp4"));
        ObjectNode draft = DraftJson.write(timeline);
        assertThat(DraftJson.read(draft).clips()).noneMatch(MediaSegment::card);
        segment(draft).remove("card");
        assertThat(DraftJson.read(draft).clips()).allMatch(MediaSegment::card);
        assertThat(DraftJson.write(DraftJson.read(draft))).isEqualTo(draft);
    }

    @Test
    void schemaDocumentsExactlyTheKeysThatAreWritten() throws Exception {
        JsonNode schema = JSON.readTree(DraftJson.class.getResourceAsStream("/reelskill/studio/draft.schema.json"));
        Timeline timeline = RandomTimelines.row(FrameRate.parse("25"), 25).withText("Hi", 0, 10, TextStyle.TITLE, 2);
        ObjectNode draft = DraftJson.write(timeline);
        assertThat(keys(draft)).isEqualTo(required(schema));
        assertThat(keys(draft.get("m"))).isEqualTo(required(schema.at("/properties/m"), "output", "loudness"));
        assertThat(keys(draft.at("/t/0/sg/0")))
                .isEqualTo(required(
                        schema.at("/$defs/media"),
                        Stream.concat(Stream.of(DraftJson.CARD), EffectJson.keys().stream())
                                .toArray(String[]::new)));
        assertThat(keys(draft.at("/t/1/sg/0"))).containsExactlyInAnyOrderElementsOf(required(schema.at("/$defs/text")));
        assertThat(schema.at("/properties/m/properties/v/const").asText()).isEqualTo(DraftJson.VERSION);
        assertThat(values(schema.at("/$defs/media/properties/transition/properties/kind/enum")))
                .containsExactlyElementsOf(
                        Stream.of(Transition.Kind.values()).map(DraftJson::word).toList());
        assertThat(values(schema.at("/$defs/media/properties/background/properties/room/enum")))
                .containsExactlyElementsOf(
                        Stream.of(Backdrop.Place.values()).map(DraftJson::word).toList());
        assertThat(values(schema.at("/$defs/media/properties/music/properties/mood/enum")))
                .containsExactlyElementsOf(
                        Stream.of(Score.Mood.values()).map(DraftJson::word).toList());
    }

    private static Arguments damage(String name, Consumer<ObjectNode> damage) {
        return Arguments.of(name, damage);
    }

    private static ObjectNode meta(ObjectNode draft) {
        return (ObjectNode) draft.get("m");
    }

    private static ObjectNode segment(ObjectNode draft) {
        return (ObjectNode) draft.at("/t/0/sg/0");
    }

    private static ObjectNode transition(ObjectNode draft) {
        return (ObjectNode) draft.at("/t/0/sg/0/transition");
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static List<String> required(JsonNode schema, String... optional) {
        List<String> required = values(schema.get("required"));
        assertThat(keys(schema.get("properties")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(required.stream(), Stream.of(optional)).toList());
        return required;
    }

    private static List<String> values(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).asText())
                .toList();
    }
}
