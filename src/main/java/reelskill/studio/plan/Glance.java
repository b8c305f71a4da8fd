package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Score;
import reelskill.studio.timeline.TextStyle.Face;
import reelskill.studio.transcript.Transcript;

/** Supplies that know only what costs nothing to know: whoever asks for more would have to look into the media first. */
record Glance(Supplies supplies) implements Supplies {
    /** It depends on what is in the media. */
    static final class LookNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LookNeeded() {
            super("only the media can tell", null, false, false);
        }
    }

    @Override
    public MediaFacts facts(String mediaId) {
        return supplies.facts(mediaId);
    }

    @Override
    public String undrawable(String text) {
        return supplies.undrawable(text);
    }

    @Override
    public boolean hasLetters(Face face) {
        return supplies.hasLetters(face);
    }

    @Override
    public LibraryItem composed(Score score, Duration length) {
        throw new LookNeeded();
    }

    @Override
    public LibraryItem card(String colour, int rgb, Resolution size) {
        throw new LookNeeded();
    }

    @Override
    public List<TimeRange> boringStretches(String mediaId, BoringRule rule) {
        throw new LookNeeded();
    }

    @Override
    public boolean showsPerson(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public Transcript transcript(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public List<TimeRange> speech(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public List<Stretch> stretches(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public OptionalInt screen(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public List<Duration> unsureMoments(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public OptionalDouble loudness(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public OptionalDouble noiseFloor(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public Optional<Balance> balance(String mediaId) {
        throw new LookNeeded();
    }

    @Override
    public List<Fitting.Spot> subject(String mediaId) {
        throw new LookNeeded();
    }
}
