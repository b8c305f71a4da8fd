package reelskill.studio.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import reelskill.studio.store.StoredMedia;

/** A file of the library as clients see it (protocol.md, Upload and State). */
final class MediaJson {
    private static final double MILLIS = 1000;

    private MediaJson() {}

    /** Returns the file's facts; durations are seconds here. */
    static ObjectNode of(StoredMedia media) {
        ObjectNode json = Exchange.JSON
                .createObjectNode()
                .put("id", media.id())
                .put("filename", media.name())
                .put("file_type", media.facts().kind().name().toLowerCase(Locale.ROOT))
                .put("duration", media.facts().duration().toMillis() / MILLIS)
                .put("size", media.bytes())
                .put("hash", media.hash());
        media.facts().video().ifPresent(video -> json.put("width", video.size().width())
                .put("height", video.size().height())
                .put("fps", video.rate().fps()));
        return json;
    }
}
