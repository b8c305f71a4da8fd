package reelskill.studio.plan;

import java.util.regex.Pattern;

/** "remove the first bit": where nothing was split before, nobody knows how much that is, and no clip is meant. Pure. */
final class VaguePart {
    private static final Pattern VAGUE = Pattern.compile(
            "(?i)\\b(?:first|last|opening|final|beginning|end|start) (?:little |small |tiny |short |boring )?"
                    + "(?:bits?|parts?|portion|stretch|moments?|chunk)\\b(?! of\\b)");

    private VaguePart() {}

    /** Returns {@code reading}, or the question which part is to go where {@code said} takes away a clip by such words. */
    static Reading asked(String said, Clause clause, Reading reading) {
        boolean gone =
                !reading.operations().isEmpty() && reading.operations().stream().allMatch(RemoveClip.class::isInstance);
        return gone && VAGUE.matcher(said).find() ? TimeRules.which(clause) : reading;
    }
}
