package reelskill.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.tools.Pictures;
import reelskill.tools.ToolException;

/**
 * Pictures of files by the ffmpeg that the studio uses.
 *
 * @param folder where pictures are kept until the cache is emptied
 */
record FfmpegPictures(Optional<Path> override, Path cache, Path folder) implements Pictures {
    private static final int FRAMES = 12;

    @Override
    public void contactSheet(Path video, Path target) {
        Ffmpeg ffmpeg = Ffmpeg.locate(override, cache);
        double seconds = attempt(() -> ffmpeg.probe(List.of(
                        "-protocol_whitelist", "file", "-show_entries", "format=duration", "-i", video.toString())))
                .path("format")
                .path("duration")
                .asDouble();
        // A still picture is its own sheet.
        String frames = seconds > 0 ? String.format(Locale.ROOT, "fps=%.6f,", FRAMES / seconds) : "";
        String sheet = seconds > 0 ? ",tile=4x3:padding=4" : "";
        draw(ffmpeg, video, List.of("-vf", frames + "scale=320:-2" + sheet, "-frames:v", "1", "-q:v", "4"), target);
    }

    @Override
    public void waveform(Path media, Path target) {
        List<String> filter =
                List.of("-filter_complex", "aformat=channel_layouts=mono,showwavespic=s=1280x240", "-frames:v", "1");
        draw(Ffmpeg.locate(override, cache), media, filter, target);
    }

    private static void draw(Ffmpeg ffmpeg, Path media, List<String> filter, Path target) {
        List<String> arguments =
                new ArrayList<>(List.of("-nostdin", "-y", "-protocol_whitelist", "file", "-i", media.toString()));
        arguments.addAll(filter);
        arguments.add(target.toString());
        attempt(() -> ffmpeg.run(arguments, FfmpegJob.unwatched()));
    }

    private static <T> T attempt(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (FfmpegException e) {
            throw ToolException.of("No picture could be made of this file: it may have no frames or no sound.");
        }
    }
}
