package reelskill.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import reelskill.draft.Draft;

/**
 * A message that was about to be sent: written down before the first byte goes out, so that whoever finds it knows that the
 * message may have been carried out and must not be sent again.
 *
 * @param name what the caller calls this message
 * @param before the draft as it was, verbatim; null where there was none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TurnRecord(String name, String sessionId, JsonNode before) {
    static TurnRecord of(String name, SessionRecord session, Draft before) {
        return new TurnRecord(name, session.id(), before.json());
    }

    Draft draftBefore() {
        return before.isNull() ? Draft.NONE : new Draft(before);
    }
}
