package reelskill.studio.timeline;

import java.util.Optional;
import java.util.OptionalDouble;
import reelskill.media.Resolution;

/**
 * One file that was asked for this once, whatever the timeline becomes otherwise.
 *
 * @param name tells it from the others, and stands in its file's name: a platform's or the format's, in small letters
 * @param output the kind of file
 * @param canvas its picture size; empty for the timeline's
 * @param loudness in LUFS; empty for the timeline's
 * @param takes how many bytes the one that it is for takes at most, to warn of a larger one; 0 where that is not known
 */
public record Release(String name, Output output, Optional<Resolution> canvas, OptionalDouble loudness, long takes) {
    public Release {
        if (takes < 0) throw new IllegalArgumentException("a release for " + takes + " bytes");
        if (!name.matches("[a-z0-9]{1,20}")) throw new IllegalArgumentException("a release named " + name);
        if (!output.releases().isEmpty()) throw new IllegalArgumentException("releases of a release");
    }

    /** One that may be of any size. */
    public Release(String name, Output output, Optional<Resolution> canvas, OptionalDouble loudness) {
        this(name, output, canvas, loudness, 0);
    }
}
