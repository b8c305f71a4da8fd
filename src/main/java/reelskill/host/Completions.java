package reelskill.host;

import java.util.List;

/** Suggests values while a person types an argument. */
public interface Completions {
    /**
     * Returns values that begin with {@code typed}, best first; the first 100 are sent.
     *
     * @param subject the name of a prompt, or the URI template of a resource
     */
    List<String> complete(String subject, String argument, String typed);
}
