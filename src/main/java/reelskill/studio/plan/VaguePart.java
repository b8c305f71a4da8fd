package reelskill.studio.plan;

import java.util.regex.Pattern;

/** "remove the first bit": where nothing was split before, nobody knows how much that is, and no clip is meant. Pure. */
final class VaguePart {
    private static final Pattern VAGUE = Pattern.compile(
            "(?i)\\b(?:first|last|opening|final|beginning|end|start) (?:little |small |tiny |short |boring )?"
                    + "(?:bits?|parts?|portion|stretch|moments?|chunk)\\b(?! of\\b)");

    private static final Pattern ONE = Pattern.compile("(?i)\\b(?:first|second|third|last|other) one\\b");

    private VaguePart() {}

    /** Returns {@code reading}, or the question which part is to go where {@code said} takes away a clip by such words. */
    static Reading asked(String said, Clause clause, Reading reading) {
        boolean gone =
                !reading.operations().isEmpty() && reading.operations().stream().allMatch(RemoveClip.class::isInstance);
        if (gone && ONE.matcher(said).find() && clause.last().get().stream().anyMatch(VaguePart::isPut))
            return Reading.ask(clause.say("The first or last of what: a clip, or a text?", "指的是片段还是文字？"), "");
        return gone && VAGUE.matcher(said).find() ? TimeRules.which(clause) : reading;
    }

    /** Behind "title B at the bottom" the first one may be a title. */
    private static boolean isPut(EditOperation done) {
        return done instanceof AddText || done instanceof StyleText || done instanceof AddInset;
    }
}
