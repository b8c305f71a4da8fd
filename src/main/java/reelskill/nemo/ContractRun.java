package reelskill.nemo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reelskill.nemo.ContractSuite.Outcome;
import reelskill.nemo.ContractSuite.Result;

/** One run of the contract: what the checks have got so far, and how they went. Not thread-safe. */
final class ContractRun {
    private final ContractProbe probe;
    private final boolean mayCost;
    private final Optional<Path> media;
    private final Consumer<Result> heard;
    private boolean clean = true;
    private @Nullable Session session;

    ContractRun(ContractProbe probe, boolean mayCost, Optional<Path> media, Consumer<Result> heard) {
        this.probe = probe;
        this.mayCost = mayCost;
        this.media = media;
        this.heard = heard;
    }

    ContractProbe probe() {
        return probe;
    }

    boolean isClean() {
        return clean;
    }

    void found(Session found) {
        session = found;
    }

    Session session() {
        if (session == null) throw new NotRun("there is no session to work in");
        return session;
    }

    Path media() {
        return media.orElseThrow(() -> new NotRun("it needs a sample video"));
    }

    /** Runs a check only if it may cost credits. */
    void paid(String name, String rule, Check check) {
        check(
                name,
                rule,
                mayCost
                        ? check
                        : () -> {
                            throw new NotRun("it costs credits");
                        });
    }

    /** Runs a check that costs nothing. */
    void check(String name, String rule, Check check) {
        Result result = result(name, rule, check);
        if (result.outcome() == Outcome.FAILED) clean = false;
        heard.accept(result);
    }

    /** Whatever a service sends, the suite goes on: a check that breaks has failed. */
    private static Result result(String name, String rule, Check check) {
        try {
            return new Result(name, rule, Outcome.PASSED, check.run());
        } catch (NotRun e) {
            return new Result(name, rule, Outcome.NOT_RUN, "Not run: " + e.getMessage() + ".");
        } catch (Broken e) {
            return new Result(name, rule, Outcome.FAILED, e.getMessage());
        } catch (RuntimeException e) {
            return new Result(name, rule, Outcome.FAILED, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) throw new Broken(otherwise);
    }

    /** Returns what was seen, in one sentence; throws where the rule is broken. */
    interface Check {
        String run();
    }

    /** A rule that the service breaks. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String sentence) {
            super(sentence);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** A check that has nothing to work with. */
    static final class NotRun extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotRun(String reason) {
            super(reason);
        }
    }
}
