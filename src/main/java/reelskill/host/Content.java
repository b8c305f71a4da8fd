package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** One block of what a tool or a prompt shows. */
public sealed interface Content {
    ObjectNode toJson();

    record Text(String text) implements Content {
        @Override
        public ObjectNode toJson() {
            return Json.object().put("type", "text").put("text", text);
        }
    }

    /** A picture in Base64. */
    record Image(String base64, String mimeType) implements Content {
        public static Image of(byte[] bytes, String mimeType) {
            return new Image(Base64.getEncoder().encodeToString(bytes), mimeType);
        }

        @Override
        public ObjectNode toJson() {
            return media("image", base64, mimeType);
        }
    }

    /** A sound in Base64. */
    record Audio(String base64, String mimeType) implements Content {
        public static Audio of(byte[] bytes, String mimeType) {
            return new Audio(Base64.getEncoder().encodeToString(bytes), mimeType);
        }

        @Override
        public ObjectNode toJson() {
            return media("audio", base64, mimeType);
        }
    }

    record Embedded(ResourceContents resource) implements Content {
        @Override
        public ObjectNode toJson() {
            ObjectNode block = Json.object().put("type", "resource");
            block.set("resource", resource.toJson());
            return block;
        }
    }

    private static ObjectNode media(String type, String base64, String mimeType) {
        return Json.object().put("type", type).put("data", base64).put("mimeType", mimeType);
    }
}
