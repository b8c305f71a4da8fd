package reelskill.studio.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;

/** The stored form of {@link MediaFacts}. */
final class FactsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FactsJson() {}

    static String write(MediaFacts facts) {
        ObjectNode node = JSON.createObjectNode()
                .put("kind", facts.kind().name())
                .put("duration", facts.duration().toString());
        facts.video().ifPresent(video -> node.putObject("video")
                .put("codec", video.codec())
                .put("width", video.size().width())
                .put("height", video.size().height())
                .put("rate", video.rate().toString())
                .put("variable_rate", video.variableRate())
                .put("rotation", video.rotation())
                .put("pixel_format", video.pixelFormat())
                .put("hdr", video.hdr()));
        facts.audio().ifPresent(audio -> node.putObject("audio")
                .put("codec", audio.codec())
                .put("sample_rate", audio.sampleRate())
                .put("channels", audio.channels()));
        return node.toString();
    }

    static MediaFacts read(String text) {
        JsonNode node = parse(text);
        return new MediaFacts(
                MediaFacts.Kind.valueOf(node.path("kind").asText()),
                Duration.parse(node.path("duration").asText()),
                Optional.ofNullable(node.get("video")).map(FactsJson::video),
                Optional.ofNullable(node.get("audio")).map(FactsJson::audio));
    }

    private static MediaFacts.Video video(JsonNode node) {
        return new MediaFacts.Video(
                node.path("codec").asText(),
                new Resolution(node.path("width").asInt(), node.path("height").asInt()),
                FrameRate.parse(node.path("rate").asText()),
                node.path("variable_rate").asBoolean(),
                node.path("rotation").asInt(),
                node.path("pixel_format").asText(),
                node.path("hdr").asBoolean());
    }

    private static MediaFacts.Audio audio(JsonNode node) {
        return new MediaFacts.Audio(
                node.path("codec").asText(),
                node.path("sample_rate").asInt(),
                node.path("channels").asInt());
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new StoreException("The studio's data is damaged.", e);
        }
    }
}
