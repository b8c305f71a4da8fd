package reelskill.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.matte.BackgroundJob;
import reelskill.studio.matte.FrameSource;
import reelskill.studio.matte.MatteReport;
import reelskill.studio.matte.Networks;
import reelskill.studio.matte.Screen;
import reelskill.studio.matte.YuvMatrix;
import reelskill.studio.matte.YuvPicture;

/** Looks for people, and for the screen behind them, in a few frames far apart: seconds however long the media is. */
record PersonSearch(Ffmpeg ffmpeg, Path media, MediaFacts facts, Cancellation cancellation) {
    private static final FrameRate GRID = new FrameRate(25, 1);
    /** In eighths of the media: the middle first, where somebody is most likely. */
    private static final int[] PLACES = {4, 2, 6, 1, 7, 3, 5, 0};
    /** Where it is looked at closely. */
    private static final int[] SAMPLES = {1, 2, 4, 6, 7};
    /** Without a screen in so many of them there is none. */
    private static final int MISSES = 2;

    /** Returns where the first person was found, or nothing. */
    List<Span> first() {
        return looks(PLACES, 1, report -> !report.isNobody());
    }

    /** Returns those of five places where the edge of a person is a guess. */
    List<Span> unsure() {
        return looks(SAMPLES, SAMPLES.length, MatteReport::isUnsure);
    }

    /** Returns the screen behind whatever is shown, if it is there nearly all the time. */
    Optional<Screen> screen() {
        List<Screen> seen = new ArrayList<>();
        int[] places = isStill() ? new int[] {0} : SAMPLES;
        for (int i = 0; i < places.length && seen.size() + MISSES > i; i++)
            screenAt(places[i]).ifPresent(seen::add);
        return seen.size() + MISSES <= places.length || seen.isEmpty()
                ? Optional.empty()
                : Optional.of(seen.get(seen.size() / 2));
    }

    private interface Wanted {
        boolean test(MatteReport report);
    }

    private List<Span> looks(int[] places, int most, Wanted wanted) {
        List<Span> found = new ArrayList<>();
        try (Networks networks = new Networks()) {
            // The folder is for mattes that a job keeps; a look keeps none.
            BackgroundJob job = new BackgroundJob(ffmpeg, networks, Path.of(""));
            for (int place : isStill() ? new int[] {0} : places) {
                if (found.size() == most) break;
                if (wanted.test(job.look(frame(place), cancellation))) found.add(hopAt(place));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private Optional<Screen> screenAt(int place) {
        FrameSource frame = frame(place);
        YuvPicture picture = new YuvPicture(frame.size());
        byte[] data = picture.data();
        try (FfmpegProcess decoder = ffmpeg.start(frame.arguments(), cancellation)) {
            int read = decoder.output().readNBytes(data, 0, data.length);
            decoder.finish();
            return read < data.length ? Optional.empty() : Screen.in(picture, frame.matrix());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FrameSource frame(int place) {
        var size = facts.video().orElseThrow().size();
        return FrameSource.of(media, size, YuvMatrix.BT709, GRID, frameAt(place), 1, "");
    }

    private long frameAt(int place) {
        return isStill() ? 0 : Math.max(1, GRID.frames(facts.duration())) * place / 8;
    }

    private Span hopAt(int place) {
        int hop = Span.hops(GRID.time(frameAt(place)));
        return new Span(hop, hop + 1);
    }

    private boolean isStill() {
        return facts.kind() == MediaFacts.Kind.IMAGE;
    }
}
