package reelskill.studio.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a finished file is like.
 *
 * @param loudnessBefore of the media that plays longest, as filmed, integrated, in LUFS; empty if nothing is heard
 * @param loudness of the file, the same way
 * @param peak the highest level between samples too, in dBTP; empty without sound
 * @param picture how long the picture stream is; empty without one, or where the file does not say
 * @param sound how long the sound stream is, the same way
 * @param heard how much of the sound was listened to before time was up
 * @param seen how much of the picture was looked at before time was up
 */
public record Checked(
        List<Finding> findings,
        OptionalDouble loudnessBefore,
        OptionalDouble loudness,
        OptionalDouble peak,
        Optional<Duration> picture,
        Optional<Duration> sound,
        Duration heard,
        Duration seen) {
    public Checked {
        findings = List.copyOf(findings);
    }
}
