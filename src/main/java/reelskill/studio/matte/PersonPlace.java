package reelskill.studio.matte;

import java.util.Optional;

/** Finds the one person in a small picture whom a viewer looks at. Safe for use by many threads. */
public final class PersonPlace {
    private static final int PERSON = 140;
    /** Less of the picture is a speck, or somebody far away. */
    private static final double LEAST = 0.004;
    /** How wide one person may be among several, as a share of the picture. */
    private static final double ONE_PERSON = 0.3;
    /** How much less somebody counts who is on the other side of the picture than whoever was looked at. */
    private static final double LOYALTY = 0.4;
    /** A viewer looks at the face, which is near the top of a person. */
    private static final double FACE = 0.25;

    private final Networks networks;

    public PersonPlace(Networks networks) {
        this.networks = networks;
    }

    /**
     * Where somebody is, in shares of the picture.
     *
     * @param x of the middle of the person; {@code y} of the face or what would be it
     * @param size how much of the picture it takes
     */
    public record Place(double x, double y, double size) {}

    /**
     * Returns where somebody is; empty if nobody is seen.
     *
     * @param before where the person was a moment ago, who is kept to where several are seen
     */
    public Optional<Place> of(YuvPicture picture, Optional<Place> before) {
        Region whole = new Region(0, 0, picture.width(), picture.height());
        Matte people = networks.people(Half.of(picture), YuvMatrix.BT709, whole);
        long[] columns = new long[people.width()];
        for (int i = 0; i < people.alpha().length; i++) {
            if ((people.alpha()[i] & 255) >= PERSON) columns[i % people.width()]++;
        }
        int width = (int) (people.width() * ONE_PERSON);
        int left = heaviest(columns, width, before);
        long mass = 0;
        double moment = 0;
        for (int x = left; x < left + width; x++) {
            mass += columns[x];
            moment += (x + 0.5) * columns[x];
        }
        if (mass < LEAST * people.alpha().length) return Optional.empty();
        return Optional.of(new Place(
                moment / mass / people.width(),
                face(people, left, width, mass),
                (double) mass / people.alpha().length));
    }

    private static int heaviest(long[] columns, int width, Optional<Place> before) {
        int best = 0;
        double most = -1;
        long mass = 0;
        for (int right = 0; right < columns.length; right++) {
            mass += columns[right];
            int left = right - width + 1;
            if (left < 0) continue;
            double middle = (left + width / 2.0) / columns.length;
            double away = before.map(place -> Math.abs(place.x() - middle)).orElse(0.0);
            double weight = mass * (1 - LOYALTY * away);
            if (weight > most) {
                most = weight;
                best = left;
            }
            mass -= columns[left];
        }
        return best;
    }

    private static double face(Matte people, int left, int width, long mass) {
        long above = 0;
        for (int y = 0; y < people.height(); y++) {
            for (int x = left; x < left + width; x++) {
                if ((people.alpha()[y * people.width() + x] & 255) >= PERSON) above++;
            }
            if (above >= FACE * mass) return (y + 0.5) / people.height();
        }
        return 0.5;
    }
}
