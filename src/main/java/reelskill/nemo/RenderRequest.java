package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What to render.
 *
 * @param draft the draft exactly as it came from the service
 * @param output what file to make, like {@code {"format":"mp4","quality":"high"}}
 */
public record RenderRequest(String sessionId, JsonNode draft, JsonNode output) {}
