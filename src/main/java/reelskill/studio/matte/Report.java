package reelskill.studio.matte;

import java.util.ArrayList;
import java.util.List;

/** Counts what passes by. Not thread-safe. */
final class Report {
    /** A person's edge takes up this share of it at most, as measured on clips with good mattes (0.02 to 0.05). */
    private static final double UNSURE = 0.12;

    private final FrameSource source;
    private final List<Long> unsure = new ArrayList<>();
    private long frames;
    private long framesWithPerson;

    Report(FrameSource source) {
        this.source = source;
    }

    void add(Matte matte) {
        double person = matte.share(128);
        if (person > 0) framesWithPerson++;
        if (matte.uncertainty() > UNSURE * person) unsure.add(source.number(frames));
        frames++;
    }

    MatteReport made(long inferred) {
        return new MatteReport(frames, framesWithPerson, unsure, inferred);
    }
}
