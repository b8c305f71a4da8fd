package reelskill.studio.timeline;

/**
 * Colours as a table of the user's says.
 *
 * @param mediaId the library's id of the table, a {@code .cube} file
 * @param strength 1 for all of it, down to 0 for nothing
 */
public record Lut(String mediaId, double strength) implements Effect {
    public Lut {
        if (!(strength > 0 && strength <= 1)) throw new IllegalArgumentException("a table of strength " + strength);
    }

    @Override
    public Class<Lut> kind() {
        return Lut.class;
    }
}
