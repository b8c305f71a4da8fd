package reelskill.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import reelskill.language.Language;
import reelskill.studio.check.ContactSheet;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.tools.Pictures;
import reelskill.tools.SheetRow;
import reelskill.tools.Shot;
import reelskill.tools.ToolException;

/**
 * Pictures of files by the ffmpeg that the studio uses.
 *
 * @param programs the setting of the ffmpeg to use, as {@link Ffmpeg#locate} takes it; asked at each picture
 * @param folder where pictures are kept for a week
 */
record FfmpegPictures(Supplier<Optional<Path>> programs, Path cache, Path folder, Clock clock) implements Pictures {
    private static final int FRAMES = 12;
    private static final int COLUMNS = 4;
    /** After this the rest of a sheet stays empty: whoever asks is answered within the minute that hosts wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final double LONG_SECONDS = 120;
    private static final Duration KEPT = Duration.ofDays(7);

    @Override
    public boolean contactSheet(Path video, Path target) {
        Ffmpeg ffmpeg = ffmpeg();
        double seconds = seconds(ffmpeg, video);
        // A still picture is its own sheet.
        List<String> alone = List.of("-vf", "scale=320:-2", "-frames:v", "1", "-q:v", "4");
        if (!(seconds > 0)) return draw(ffmpeg, List.of(), video, alone, target);
        // Of a long video twelve key frames are near enough, and are found without decoding the others.
        List<String> keys = seconds > LONG_SECONDS ? List.of("-skip_frame", "nokey") : List.of();
        String tiles = String.format(
                Locale.ROOT, "fps=%.6f,scale=320:-2,tile=%dx%d", FRAMES / seconds, COLUMNS, FRAMES / COLUMNS);
        Path drawn = place(".png");
        try {
            boolean seen = draw(ffmpeg, keys, video, List.of("-vf", tiles, "-frames:v", "1"), drawn);
            return seen
                    && ImageIO.write(
                            ContactSheet.of(overview(ImageIO.read(drawn.toFile()), seconds)), "jpg", target.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(drawn);
        }
    }

    /** Each frame stands for its twelfth of the video, from whose middle it is. */
    private static List<ContactSheet.Row> overview(BufferedImage tiles, double seconds) {
        int width = tiles.getWidth() / COLUMNS;
        int height = tiles.getHeight() * COLUMNS / FRAMES;
        List<ContactSheet.Row> rows = new ArrayList<>();
        for (int row = 0; row < FRAMES / COLUMNS; row++) {
            List<ContactSheet.Cell> cells = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                double at = (row * COLUMNS + column + 0.5) * seconds / FRAMES;
                BufferedImage frame = tiles.getSubimage(column * width, row * height, width, height);
                cells.add(new ContactSheet.Cell(Optional.of(frame), clock(at)));
            }
            rows.add(new ContactSheet.Row("", cells));
        }
        return rows;
    }

    private static String clock(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    private static double seconds(Ffmpeg ffmpeg, Path video) {
        try {
            return ffmpeg.probe(List.of(
                            "-protocol_whitelist", "file", "-show_entries", "format=duration", "-i", video.toString()))
                    .path("format")
                    .path("duration")
                    .asDouble();
        } catch (FfmpegException e) {
            return 0;
        }
    }

    @Override
    public boolean waveform(Path media, Path target) {
        // Square roots, so that speech is seen beside shouting; a ground of our own, because viewers show none as they
        // like.
        String course = "color=0x14171C:s=1280x240[ground];"
                + "[0:a:0]aformat=channel_layouts=mono,showwavespic=s=1280x240:colors=0x6AB7FF:scale=sqrt[course];"
                + "[ground][course]overlay=shortest=1";
        List<String> filter = List.of("-filter_complex", course, "-frames:v", "1");
        return draw(ffmpeg(), List.of(), media, filter, target);
    }

    @Override
    public boolean sheet(List<SheetRow> rows, Path target) {
        Ffmpeg ffmpeg = ffmpeg();
        Map<Shot, Optional<BufferedImage>> frames = new HashMap<>();
        Instant end = clock.instant().plus(PATIENCE);
        List<ContactSheet.Row> drawn = rows.stream()
                .map(row -> new ContactSheet.Row(
                        row.title(),
                        row.shots().stream()
                                .map(shot -> new ContactSheet.Cell(
                                        frames.computeIfAbsent(shot, one -> frame(ffmpeg, one, end)), shot.caption()))
                                .toList()))
                .toList();
        if (frames.values().stream().allMatch(Optional::isEmpty)) return false;
        try {
            return ImageIO.write(ContactSheet.of(drawn), "jpg", target.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<BufferedImage> frame(Ffmpeg ffmpeg, Shot shot, Instant end) {
        if (clock.instant().isAfter(end)) return Optional.empty();
        Path picture = place(".png");
        List<String> arguments = new ArrayList<>(
                List.of("-ss", BigDecimal.valueOf(shot.millis(), 3).toPlainString()));
        arguments.addAll(MediaInput.of(shot.video()));
        arguments.addAll(List.of("-frames:v", "1", "-vf", "scale=640:-2", "-y", "file:" + picture.toAbsolutePath()));
        try {
            ffmpeg.run(arguments, FfmpegJob.unwatched());
            return Optional.ofNullable(ImageIO.read(picture.toFile()));
        } catch (FfmpegException | IOException e) {
            return Optional.empty();
        } finally {
            delete(picture);
        }
    }

    private static void delete(Path picture) {
        try {
            Files.deleteIfExists(picture);
        } catch (IOException e) {
            // It is deleted with the old ones.
        }
    }

    @Override
    public Path place(String content, String suffix) {
        String name = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)) + suffix;
        return place(suffix).resolveSibling(name);
    }

    private Ffmpeg ffmpeg() {
        try {
            return Ffmpeg.locate(programs.get(), cache);
        } catch (SetupException e) {
            throw ToolException.of(e.sentence(Language.ENGLISH));
        }
    }

    private static boolean draw(Ffmpeg ffmpeg, List<String> reading, Path media, List<String> filter, Path target) {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-y"));
        arguments.addAll(reading);
        arguments.addAll(List.of("-protocol_whitelist", "file", "-i", media.toString()));
        arguments.addAll(filter);
        arguments.add(target.toString());
        try {
            ffmpeg.run(arguments, FfmpegJob.unwatched());
            return Files.isRegularFile(target);
        } catch (FfmpegException e) {
            return false;
        }
    }

    @Override
    public Path place(String suffix) {
        Instant oldest = clock.instant().minus(KEPT);
        try (Stream<Path> pictures = Files.list(folder)) {
            for (Path picture : pictures.toList()) {
                if (Files.getLastModifiedTime(picture).toInstant().isBefore(oldest)) Files.deleteIfExists(picture);
            }
        } catch (IOException e) {
            // Old pictures do no harm; the next place tries again.
        }
        return folder.resolve(UUID.randomUUID() + suffix);
    }
}
