package reelskill.studio.matte;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reelskill.studio.matte.MatteMotion.Known;
import reelskill.studio.matte.MatteMotion.Neighbour;

/** Chooses the key frames, and puts every frame on the belt with the promise of its matte. Not thread-safe. */
final class KeyFrames implements Intake.Frames {
    private final PersonFinder finder;
    private final MatteMaker maker;
    private final Conveyor belt;
    private final MatteMode mode;
    private final Shot shot;
    private final List<Frame> waiting = new ArrayList<>();
    private @Nullable Key key;

    /**
     * @param people where they are
     * @param known what frames beside it need; computed once, and only where there are any
     */
    private record Key(Frame frame, Region people, CompletableFuture<Matte> matte, CompletableFuture<Known> known) {}

    KeyFrames(PersonFinder finder, MatteMaker maker, Conveyor belt, MatteMode mode) {
        this.finder = finder;
        this.maker = maker;
        this.belt = belt;
        this.mode = mode;
        this.shot = new Shot(mode);
    }

    @Override
    public void accept(Frame frame) {
        Frame before = waiting.isEmpty() ? key == null ? null : key.frame() : waiting.get(waiting.size() - 1);
        if (before != null && !goesOn(before, frame)) {
            endShot();
            finder.cut();
        }
        Key last = key;
        if (last == null
                || shot.wantsKey(last.frame().pyramid(), last.people(), frame.pyramid())
                || maker.isKept(frame.number())) {
            takeKey(frame);
        } else {
            waiting.add(frame);
        }
    }

    private boolean goesOn(Frame before, Frame frame) {
        return frame.number() == before.number() + 1 && !shot.isCut(before.pyramid(), frame.pyramid());
    }

    @Override
    public void end() {
        endShot();
    }

    /** The last frame of a shot is a key frame, so that nothing is carried over the cut. */
    private void endShot() {
        if (!waiting.isEmpty()) takeKey(waiting.remove(waiting.size() - 1));
        key = null;
    }

    private void takeKey(Frame frame) {
        Key next = key(frame);
        Key last = key;
        if (last != null) waiting.forEach(between -> belt.put(between, between(last, between, next)));
        waiting.clear();
        belt.put(frame, next.matte());
        key = next;
        shot.keyTaken();
    }

    private Key key(Frame frame) {
        if (maker.isKept(frame.number())) {
            Region people = maker.region(frame.number(), frame.half());
            return key(frame, people, belt.begin(() -> maker.kept(frame.number(), frame.half())));
        }
        PersonFinder.Sight sight = finder.look(frame.half());
        Region people = MatteMaker.region(sight, frame.half());
        return key(frame, people, belt.begin(() -> maker.make(frame.number(), frame.half(), sight)));
    }

    private Key key(Frame frame, Region people, CompletableFuture<Matte> matte) {
        boolean alone = mode.restfulDistance() == 1;
        return new Key(
                frame,
                people,
                matte,
                alone ? new CompletableFuture<>() : matte.thenApply(made -> new Known(frame.pyramid(), made)));
    }

    private static CompletableFuture<Matte> between(Key before, Frame frame, Key after) {
        int early = (int) (frame.number() - before.frame().number());
        int late = (int) (after.frame().number() - frame.number());
        return before.known().thenCombine(after.known(), (one, other) -> new MatteMotion(
                        frame.pyramid(), new Neighbour(one, early), new Neighbour(other, late))
                .matte());
    }
}
