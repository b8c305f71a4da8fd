package reelskill.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
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
    private static final YuvMatrix MATRIX = YuvMatrix.BT709;
    /** In eighths of the media: the middle first, where somebody is most likely. */
    private static final int[] PLACES = {4, 2, 6, 1, 7, 3, 5, 0};
    /** Where it is looked at closely. */
    private static final int[] SAMPLES = {1, 2, 4, 6, 7};
    /** Without a screen in so many of them there is none. */
    private static final int MISSES = 2;
    /** Where it is glanced at first: key frames cost next to nothing, and films that have no screen are nearly all. */
    private static final int[] GLANCES = {4, 7, 1, 6, 2};
    /** In a film of at most so many frames these places are decoded in one go, which costs less than glances at any. */
    private static final int SHORT = 30 * 25;

    private static final int[] NEAR = {1, 2};
    /** What is darker shows nothing of a screen: films begin like that. */
    private static final int DARK = 40;

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
        if (isStill()) return screenIn(shown(frame(0)));
        if (frameAt(8) <= SHORT ? hasNoneNearby() : hasNoneAtAGlance()) return Optional.empty();
        List<Screen> seen = new ArrayList<>();
        for (int i = 0; i < SAMPLES.length && seen.size() + MISSES > i; i++)
            screenIn(shown(frame(SAMPLES[i]).hasty())).ifPresent(seen::add);
        return seen.size() + MISSES <= SAMPLES.length || seen.isEmpty()
                ? Optional.empty()
                : Optional.of(seen.get(seen.size() / 2));
    }

    private boolean hasNoneNearby() {
        List<Long> places = Arrays.stream(NEAR).mapToObj(this::frameAt).toList();
        List<YuvPicture> pictures =
                shown(FrameSource.apart(media, size(), MATRIX, GRID, places, "").hasty());
        return pictures.size() == NEAR.length
                && pictures.stream()
                        .allMatch(picture -> Screen.in(picture, MATRIX).isEmpty());
    }

    private boolean hasNoneAtAGlance() {
        boolean found = false;
        List<YuvPicture> without = new ArrayList<>();
        // No more at a time than can decide it.
        for (int from = 0, to; from < GLANCES.length; from = to) {
            to = Math.min(GLANCES.length, from + MISSES - without.size());
            for (List<YuvPicture> glance : glances(from, to)) {
                if (glance.isEmpty() || isDark(glance.get(0))) continue;
                YuvPicture picture = glance.get(0);
                if (screenIn(glance).isPresent()) found = true;
                // A title before the screen may be the key frame of several places.
                else if (!found || without.stream().noneMatch(same -> Arrays.equals(same.data(), picture.data())))
                    without.add(picture);
            }
            if (without.size() == MISSES) return true;
        }
        return false;
    }

    /** Returns what is seen at some of the places, beside each other: to begin takes longer than to see. */
    private List<List<YuvPicture>> glances(int from, int to) {
        return Arrays.stream(GLANCES, from, to)
                .parallel()
                .mapToObj(place -> shown(FrameSource.keyFrame(media, size(), MATRIX, GRID, frameAt(place), "")))
                .toList();
    }

    private static boolean isDark(YuvPicture picture) {
        int pixels = picture.size().width() * picture.size().height();
        byte[] data = picture.data();
        long light = 0;
        for (int i = 0; i < pixels; i++) light += data[i] & 0xFF;
        return light < (long) DARK * pixels;
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

    /** Returns those of the frames that are there. */
    private List<YuvPicture> shown(FrameSource frames) {
        List<YuvPicture> shown = new ArrayList<>();
        try (FfmpegProcess decoder = ffmpeg.start(frames.arguments(), cancellation)) {
            for (int i = 0; i < frames.length(); i++) {
                YuvPicture picture = new YuvPicture(frames.size());
                byte[] data = picture.data();
                if (decoder.output().readNBytes(data, 0, data.length) == data.length) shown.add(picture);
            }
            decoder.finish();
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Screen> screenIn(List<YuvPicture> shown) {
        return shown.stream().findFirst().flatMap(picture -> Screen.in(picture, MATRIX));
    }

    private FrameSource frame(int place) {
        return FrameSource.of(media, size(), MATRIX, GRID, frameAt(place), 1, "");
    }

    private Resolution size() {
        return facts.video().orElseThrow().size();
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
