package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a resource holds: text, or bytes in Base64, one of the two. */
public record ResourceContents(
        String uri,
        String mimeType,
        @Nullable String text,
        @Nullable String blob) {
    public static ResourceContents text(String uri, String mimeType, String text) {
        return new ResourceContents(uri, mimeType, text, null);
    }

    public static ResourceContents blob(String uri, String mimeType, byte[] bytes) {
        return new ResourceContents(uri, mimeType, null, Base64.getEncoder().encodeToString(bytes));
    }

    /** Returns the bytes as text if they are UTF-8, else as they are. */
    static ResourceContents of(String uri, String mimeType, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text(uri, mimeType, text);
        } catch (CharacterCodingException e) {
            return blob(uri, mimeType, bytes);
        }
    }

    ObjectNode toJson() {
        ObjectNode contents = Json.object().put("uri", uri).put("mimeType", mimeType);
        if (text != null) contents.put("text", text);
        if (blob != null) contents.put("blob", blob);
        return contents;
    }
}
