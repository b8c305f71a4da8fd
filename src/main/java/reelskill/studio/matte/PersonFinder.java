package reelskill.studio.matte;

import java.util.Optional;

/**
 * Watches where people are as a shot goes on, so that the costly network looks there only: the same work then gives a
 * finer matte. Told the pictures of a shot in their order; not thread-safe.
 */
final class PersonFinder {
    /** How much of a person's size is looked at around it: hair, hands and the next few frames. */
    private static final double MARGIN = 0.14;
    /** A region that is this much larger than needed is given up for a smaller one. */
    private static final double TOO_LARGE = 1.8;

    private static final int PERSON = 140;

    private final Networks networks;
    private final YuvMatrix matrix;
    private final int patience;
    private Optional<Region> current = Optional.empty();
    private Optional<Sight> last = Optional.empty();
    private int age;

    /**
     * What was found in a picture.
     *
     * @param people the coarse matte of the whole picture
     * @param region where to look closer; empty if nobody was found
     */
    record Sight(Matte people, Optional<Region> region) {}

    PersonFinder(Networks networks, YuvMatrix matrix, int patience) {
        this.patience = patience;
        this.networks = networks;
        this.matrix = matrix;
    }

    /** Forgets the shot that ended. */
    void cut() {
        current = Optional.empty();
        last = Optional.empty();
    }

    Sight look(Half half) {
        if (last.isPresent() && ++age < patience) return last.get();
        YuvPicture picture = half.picture();
        Matte people = networks.people(half, matrix, new Region(0, 0, picture.width(), picture.height()));
        Optional<Region> found = new Tiles(people, PERSON).bounds();
        current = found.map(person -> around(person, picture));
        Sight sight = new Sight(people, current);
        last = Optional.of(sight);
        age = 0;
        return sight;
    }

    private Region around(Region person, YuvPicture picture) {
        int x = (int) (person.width() * MARGIN);
        int y = (int) (person.height() * MARGIN);
        Region needed = person.grown(x / 2, y / 2, picture.width(), picture.height());
        Region wanted = person.grown(x, y, picture.width(), picture.height());
        boolean stays = current.filter(now -> now.contains(needed) && now.area() < TOO_LARGE * wanted.area())
                .isPresent();
        return stays ? current.orElseThrow() : wanted;
    }
}
