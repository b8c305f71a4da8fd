package reelskill.studio.matte;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Computes the matte of one key frame, or finds it kept. Safe for use by many threads. */
final class MatteMaker {
    /** The portrait network's values below and above these count as none and all; feeds the edge outward a little. */
    private static final int NONE = 16;

    private static final int ALL = 236;
    private static final byte[] LEVELS = levels(NONE, ALL);
    /** Parts of a portrait fainter than this are not looked at one by one. */
    private static final int FAINT = 20;
    /** What the small network must say somewhere in a part for it to be a person. */
    private static final int PERSON = 60;
    /** What it must say somewhere in a part of its own matte. */
    private static final int SURE = 200;

    private final Networks networks;
    private final YuvMatrix matrix;
    private final MatteMode mode;
    private final Optional<MatteStore> store;
    private final AtomicLong inferred = new AtomicLong();

    MatteMaker(Networks networks, YuvMatrix matrix, MatteMode mode, Optional<MatteStore> store) {
        this.networks = networks;
        this.matrix = matrix;
        this.mode = mode;
        this.store = store;
    }

    long inferred() {
        return inferred.get();
    }

    boolean isKept(long frame) {
        return store.isPresent() && store.get().has(frame);
    }

    Matte kept(long frame, Half picture) {
        return store.flatMap(mattes -> mattes.find(frame)).orElseGet(() -> Matte.empty(whole(picture)));
    }

    /** Returns where a kept matte looked for people. */
    Region region(long frame, Half picture) {
        return store.flatMap(mattes -> mattes.region(frame)).orElseGet(() -> whole(picture));
    }

    Matte make(long frame, Half picture, PersonFinder.Sight sight) {
        inferred.incrementAndGet();
        Matte matte = mode == MatteMode.FAST ? coarse(picture, sight) : portrait(picture, sight);
        store.ifPresent(mattes -> mattes.keep(frame, matte));
        return matte;
    }

    static Region region(PersonFinder.Sight sight, Half picture) {
        return sight.region().orElseGet(() -> whole(picture));
    }

    private Matte coarse(Half picture, PersonFinder.Sight sight) {
        if (sight.region().isEmpty()) return Matte.empty(whole(picture));
        Matte people = networks.people(picture, matrix, sight.region().get());
        return GuidedMatte.drawn(picture, new Tiles(people, FAINT).keptWhere(people, SURE));
    }

    private Matte portrait(Half picture, PersonFinder.Sight sight) {
        return Specks.removed(person(picture, sight).mapped(LEVELS));
    }

    private Matte person(Half picture, PersonFinder.Sight sight) {
        Matte portrait = networks.portrait(picture, matrix, region(sight, picture), mode.pixels());
        Tiles parts = new Tiles(portrait, FAINT);
        if (sight.region().isPresent()) return parts.keptWhere(sight.people(), PERSON);
        return secondLook(picture, portrait, parts);
    }

    /** Where the small network saw nobody, the portrait may be a small person or a lamp: it looks closer. */
    private Matte secondLook(Half picture, Matte portrait, Tiles parts) {
        Optional<Region> found = new Tiles(portrait, 128).bounds();
        if (found.isEmpty()) return Matte.empty(portrait.region());
        Region part = found.get();
        Region around = part.grown(
                part.width() / 4,
                part.height() / 4,
                picture.picture().width(),
                picture.picture().height());
        Matte closer = networks.people(picture, matrix, around);
        Matte kept = parts.keptWhere(closer, SURE);
        return kept.isEmpty() ? Matte.empty(portrait.region()) : kept;
    }

    private static Region whole(Half half) {
        return new Region(0, 0, half.picture().width(), half.picture().height());
    }

    static byte[] levels(int none, int all) {
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++)
            table[i] = (byte) Math.max(0, Math.min(255, Math.round(255f * (i - none) / (all - none))));
        return table;
    }
}
