package reelskill.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnEvent.ToolCalled;
import reelskill.turn.TurnEvent.ToolFinished;

/**
 * What a backend's tools said of a turn, beside its words.
 *
 * @param understood the tools that were used, like {@code add_text}
 * @param done what was done
 * @param notDone what was asked for and not done, with its reason
 * @param notUnderstood parts of the message, word for word
 * @param checks what a person should look at
 * @param measures how long and how loud the timeline was and is; empty where the backend does not measure
 */
public record Told(
        List<String> understood,
        List<String> done,
        List<String> notDone,
        List<String> notUnderstood,
        List<String> checks,
        Optional<Measures> measures) {
    static final Told NOTHING = new Told(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /** What a studio calls its own reading and looking, which nobody asked for. */
    private static final Set<String> UNASKED = Set.of("read_message", "check_timeline", "measure_timeline");

    private static final Pattern SO_ALREADY = Pattern.compile("\\balready\\b|已");

    private static final int MOST = 64;
    private static final int LONGEST = 1000;

    public Told {
        understood = List.copyOf(understood);
        done = List.copyOf(done);
        notDone = List.copyOf(notDone);
        notUnderstood = List.copyOf(notUnderstood);
        checks = List.copyOf(checks);
    }

    Told after(TurnEvent event) {
        if (event instanceof ToolCalled call) {
            if (UNASKED.contains(call.name())) return this;
            return new Told(plus(understood, List.of(call.name())), done, notDone, notUnderstood, checks, measures);
        }
        if (!(event instanceof ToolFinished answer)) return this;
        JsonNode result = answer.result();
        return new Told(
                understood,
                plus(done, texts(result.path("done"))),
                plus(notDone, texts(result.path("not_done"))),
                plus(notUnderstood, texts(result.path("not_understood"))),
                plus(checks, texts(result.path("checks"))),
                Measures.of(result).or(() -> measures));
    }

    /** Returns whether something is told of as done, and nothing as left. */
    boolean isWhole() {
        return !done.isEmpty() && notDone.isEmpty() && notUnderstood.isEmpty();
    }

    /** Returns whether all of it is told as being so already: that needs no second word. */
    boolean wasSo() {
        return isWhole()
                && done.stream()
                        .allMatch(sentence -> SO_ALREADY.matcher(sentence).find());
    }

    private static List<String> plus(List<String> known, List<String> more) {
        List<String> all = new ArrayList<>(known);
        more.stream().limit(MOST - known.size()).forEach(all::add);
        return all;
    }

    private static List<String> texts(JsonNode texts) {
        List<String> all = new ArrayList<>();
        if (texts.isArray()) texts.forEach(text -> all.add(cut(text.asText())));
        return all;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
