package reelskill.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The tools as MCP lists them, made from the declarations when the program is built. Loads nothing else. */
public final class ToolList {
    private ToolList() {}

    /** Returns the JSON array of descriptors. */
    public static String json() {
        try (InputStream in = ToolList.class.getResourceAsStream("tools.json")) {
            if (in == null) throw new IllegalStateException("the program was packed without its list of tools");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
