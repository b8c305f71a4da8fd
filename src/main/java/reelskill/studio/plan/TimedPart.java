package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;

/**
 * A time of the video that something was just done to, as what follows in the sentence goes on about it: "make the first 10
 * seconds black and white and brighter". Not thread-safe.
 */
final class TimedPart {
    private boolean timed;
    private List<Span> spans = List.of();

    /** Keeps which time {@code clause} named, if it named no clip and what was done leaves the time as long. */
    void remember(boolean clips, Clause clause, Reading reading) {
        timed = !clips
                && clause.has(Token.SPAN)
                && reading.operations().stream().allMatch(TimedPart::isOfPart);
        boolean lasts = reading.operations().stream().noneMatch(SetSpeed.class::isInstance);
        spans = timed && lasts ? clause.spans() : List.of();
    }

    /** Returns {@code reading} done there, or the question where; empty where it says itself what it is of. */
    Optional<Reading> meant(String said, Clause clause, Reading reading) {
        // "slow mo from 3 to 6 seconds, no sound": of the part, or of all?
        if (timed && Mentions.SILENT.matcher(said).matches()) return Optional.of(Pronouns.whichSilent(clause));
        if (!timed || Mentions.isElsewhere(clause) || reading.instead()) return Optional.empty();
        boolean compares = compares(said, reading);
        if (compares && !spans.isEmpty())
            return Optional.of(reading.each(one -> one.on(new Target(List.of(), spans)).stream()));
        return compares || Pronouns.isPart(said, reading) ? Optional.of(Pronouns.whichPart(clause)) : Optional.empty();
    }

    private static boolean compares(String said, Reading reading) {
        boolean told = Mentions.TRAILING.matcher(said).find()
                || Mentions.COMPARED.matcher(said).matches();
        return told
                && !reading.operations().isEmpty()
                && reading.operations().stream().allMatch(Mentions::isOfAll);
    }

    static boolean isOfPart(EditOperation operation) {
        boolean heard = operation instanceof SetVolume volume && volume.whose() != SetVolume.Whose.MUSIC;
        return heard || Mentions.isOfClips(operation) || operation instanceof ZoomSlowly;
    }
}
