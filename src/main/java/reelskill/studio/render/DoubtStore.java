package reelskill.studio.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import reelskill.file.Listed;
import reelskill.studio.matte.DoubtPicture;
import reelskill.studio.matte.FrameSource.Span;
import reelskill.studio.matte.MatteReport;

/**
 * What was seen when frames were set before a background, kept for as long as somebody asks: a result that is found kept
 * has the same doubts as when it was made.
 */
record DoubtStore(Path folder) {
    private static final Duration KEPT = Duration.ofDays(60);

    /** Frames in the media's time. */
    record Seen(List<Span> unsure, List<Span> nobody, List<Path> pictures) {
        static final Seen NOTHING = new Seen(List.of(), List.of(), List.of());
    }

    void keep(String key, MatteReport report) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        spans(report.unsure()).forEach(span -> lines.add("unsure " + span.first() + " " + span.length()));
        spans(report.nobody()).forEach(span -> lines.add("nobody " + span.first() + " " + span.length()));
        for (DoubtPicture picture : report.pictures()) lines.add("picture " + kept(key, picture) + " 0");
        Path part = folder.resolve(UUID.randomUUID() + ".part");
        Files.write(part, lines);
        Files.move(part, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Seen find(String key) throws IOException {
        Path file = folder.resolve(key);
        List<Span> unsure = new ArrayList<>();
        List<Span> nobody = new ArrayList<>();
        List<Path> pictures = new ArrayList<>();
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 3);
                if (words[0].equals("picture")) pictures.add(folder.resolve(words[1]));
                else
                    (words[0].equals("unsure") ? unsure : nobody)
                            .add(new Span(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
        } catch (NoSuchFileException e) {
            return Seen.NOTHING;
        }
        return new Seen(unsure, nobody, pictures);
    }

    void evict() throws IOException {
        Instant oldest = Instant.now().minus(KEPT);
        for (Listed file : Listed.newestFirst(folder))
            if (file.touched().isBefore(oldest)) Files.deleteIfExists(file.path());
    }

    /** Returns the name of the file. */
    private String kept(String key, DoubtPicture picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.rgb(), 0, picture.width());
        String name = key + "-" + picture.frame() + ".png";
        ImageIO.write(image, "png", folder.resolve(name).toFile());
        return name;
    }

    private static List<Span> spans(List<Long> frames) {
        List<Span> spans = new ArrayList<>();
        for (long frame : frames) {
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).end() == frame)
                spans.set(
                        last, new Span(spans.get(last).first(), spans.get(last).length() + 1));
            else spans.add(new Span(frame, 1));
        }
        return spans;
    }
}
