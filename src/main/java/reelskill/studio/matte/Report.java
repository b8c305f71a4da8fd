package reelskill.studio.matte;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what passes by. Not thread-safe. */
final class Report {
    /** A person's edge takes up this share of it at most, as measured on clips with good mattes (0.02 to 0.05). */
    private static final double UNSURE = 0.12;
    /** Less than this of a picture that may be somebody is nobody. */
    private static final double FAINT = 0.005;

    private static final int MOST_PICTURES = 6;

    private final FrameSource source;
    /** The worst of a second. */
    private final Map<Long, DoubtPicture> pictures = new TreeMap<>();

    private final List<Long> unsure = new ArrayList<>();
    private final List<Long> nobody = new ArrayList<>();
    private long frames;
    private long framesWithPerson;

    Report(FrameSource source) {
        this.source = source;
    }

    /** @param picture the finished frame of that matte; its pixels may change afterwards */
    void add(Matte matte, YuvPicture picture) {
        double[] shares = matte.shares(26, 128, 230);
        double person = shares[1];
        double uncertain = shares[0] - shares[2];
        if (person > 0) framesWithPerson++;
        if (person == 0 && uncertain < FAINT) nobody.add(source.number(frames));
        else if (uncertain > UNSURE * person)
            doubt(source.number(frames), uncertain / Math.max(FAINT, person), picture, matte);
        frames++;
    }

    private void doubt(long frame, double doubt, YuvPicture picture, Matte matte) {
        unsure.add(frame);
        long second = Math.floorDiv(frame, Math.max(1, Math.round(source.rate().fps())));
        DoubtPicture worst = pictures.get(second);
        if (worst != null && worst.doubt() >= doubt) return;
        if (worst == null && pictures.size() == MOST_PICTURES) return;
        pictures.put(second, DoubtPicture.of(frame, doubt, picture, matte));
    }

    MatteReport made(long inferred) {
        return new MatteReport(frames, framesWithPerson, nobody, unsure, List.copyOf(pictures.values()), inferred);
    }
}
