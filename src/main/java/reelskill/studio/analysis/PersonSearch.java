package reelskill.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.matte.BackgroundJob;
import reelskill.studio.matte.FrameSource;
import reelskill.studio.matte.Networks;
import reelskill.studio.matte.YuvMatrix;

/** Looks for people in a few frames far apart: seconds however long the media is. */
record PersonSearch(Ffmpeg ffmpeg) {
    private static final FrameRate GRID = new FrameRate(25, 1);
    /** In eighths of the media: the middle first, where somebody is most likely. */
    private static final int[] PLACES = {4, 2, 6, 1, 7, 3, 5, 0};

    /** Returns where the first person was found, or nothing. */
    List<Span> in(Path media, MediaFacts facts) {
        long frames = Math.max(1, GRID.frames(facts.duration()));
        boolean still = facts.kind() == MediaFacts.Kind.IMAGE;
        try (Networks networks = new Networks()) {
            // The folder is for mattes that a job keeps; a look keeps none.
            BackgroundJob look = new BackgroundJob(ffmpeg, networks, Path.of(""));
            for (int place : still ? new int[] {0} : PLACES) {
                long frame = still ? 0 : frames * place / 8;
                FrameSource source =
                        FrameSource.of(media, facts.video().orElseThrow().size(), YuvMatrix.BT709, GRID, frame, 1, "");
                if (look.seesSomebody(source, new Cancellation())) return List.of(new Span(place, place + 1));
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
