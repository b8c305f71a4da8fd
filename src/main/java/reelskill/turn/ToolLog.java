package reelskill.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.turn.TurnEvent.ToolCalled;
import reelskill.turn.TurnEvent.ToolFinished;

/**
 * The tools of a turn: one entry a name, in the order of first use, and the calls that have no answer yet, oldest first.
 * Both lists are bounded, so that a turn of any length keeps constant memory.
 */
public record ToolLog(List<ToolUse> uses, List<ToolCalled> open) {
    static final ToolLog EMPTY = new ToolLog(List.of(), List.of());

    private static final int MOST_NAMES = 128;
    private static final int MOST_OPEN = 64;

    public ToolLog {
        uses = List.copyOf(uses);
        open = List.copyOf(open);
    }

    /** Returns the names of the tools used, in the order of first use. */
    public List<String> names() {
        return uses.stream().map(ToolUse::name).toList();
    }

    ToolLog called(ToolCalled call) {
        List<ToolCalled> calls = new ArrayList<>(open);
        calls.add(call);
        return new ToolLog(
                with(use(call.name()).called()), calls.size() > MOST_OPEN ? calls.subList(1, calls.size()) : calls);
    }

    /** An answer belongs to the call of its id; without an id, to the oldest open call of its name. */
    ToolLog finished(ToolFinished answer) {
        Optional<ToolCalled> call =
                open.stream().filter(candidate -> belongs(candidate, answer)).findFirst();
        ToolUse use = use(call.map(ToolCalled::name).orElse(answer.name()));
        // An answer whose call was never told was still called.
        ToolUse counted = call.isEmpty() && use.calls() == 0 ? use.called() : use;
        List<ToolCalled> calls = new ArrayList<>(open);
        call.ifPresent(calls::remove);
        return new ToolLog(with(counted.finished(answer.failed())), calls);
    }

    private static boolean belongs(ToolCalled call, ToolFinished answer) {
        if (answer.id().isEmpty() || call.id().isEmpty()) return call.name().equals(answer.name());
        return call.id().equals(answer.id());
    }

    private ToolUse use(String name) {
        int at = indexOf(name);
        return at >= 0 ? uses.get(at) : new ToolUse(name, 0, 0, 0);
    }

    private List<ToolUse> with(ToolUse changed) {
        List<ToolUse> all = new ArrayList<>(uses);
        int at = indexOf(changed.name());
        if (at >= 0) all.set(at, changed);
        else if (all.size() < MOST_NAMES) all.add(changed);
        return all;
    }

    /** A loop, because it runs for each event of a turn. */
    private int indexOf(String name) {
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i).name().equals(name)) return i;
        }
        return -1;
    }
}
