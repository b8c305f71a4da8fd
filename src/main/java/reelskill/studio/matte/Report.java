package reelskill.studio.matte;

import java.util.ArrayList;
import java.util.List;

/** Counts what passes by. Not thread-safe. */
final class Report {
    /** A person's edge takes up this share of it at most, as measured on clips with good mattes (0.02 to 0.05). */
    private static final double UNSURE = 0.12;
    /** Less than this of a picture that may be somebody is nobody. */
    private static final double FAINT = 0.005;

    private final FrameSource source;
    private final List<Long> unsure = new ArrayList<>();
    private final List<Long> nobody = new ArrayList<>();
    private long frames;
    private long framesWithPerson;

    Report(FrameSource source) {
        this.source = source;
    }

    void add(Matte matte) {
        double person = matte.share(128);
        double uncertain = matte.uncertainty();
        if (person > 0) framesWithPerson++;
        if (person == 0 && uncertain < FAINT) nobody.add(source.number(frames));
        else if (uncertain > UNSURE * person) unsure.add(source.number(frames));
        frames++;
    }

    MatteReport made(long inferred) {
        return new MatteReport(frames, framesWithPerson, nobody, unsure, inferred);
    }
}
