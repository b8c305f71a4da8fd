package reelskill.studio.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import javax.imageio.ImageIO;
import reelskill.media.Resolution;
import reelskill.studio.analysis.ContentKey;
import reelskill.studio.timeline.TextSegment;

/**
 * The pictures of texts as the renderer draws them, each on a transparent canvas of its own, for other editors.
 *
 * @param folder where they are kept, named by what they look like; made when missing
 */
public record TitlePictures(Path folder, Resolution canvas) {
    /**
     * Returns the picture of {@code text}, drawn unless it is there already.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public Path of(TextSegment text) {
        TitlePicture title = new TitlePainter().paint(text.text(), text.style(), canvas);
        BufferedImage whole = new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = whole.createGraphics();
        graphics.drawImage(title.pixels(), title.x(), title.y(), null);
        graphics.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(whole, "png", png);
            Path file = folder.resolve(ContentKey.of(png.toByteArray()) + ".png");
            if (Files.exists(file)) return file.toAbsolutePath();
            Files.createDirectories(folder);
            Path part = folder.resolve(UUID.randomUUID() + ".part");
            Files.write(part, png.toByteArray());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
