package reelskill.studio.server;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.store.StoredMedia;

/** Pictures of one colour in the library of one session, as PNG files: what was made once is found again. */
record CardPictures(Store store, Session session) {
    StoredMedia of(String colour, int rgb, Resolution size) {
        String name = "■ " + colour + ".png";
        return store.library().list(session).stream()
                .filter(media -> media.made()
                        && media.name().equals(name)
                        && media.facts().video().orElseThrow().size().equals(size))
                .findFirst()
                .orElseGet(() -> paint(new Color(rgb), size, name));
    }

    private StoredMedia paint(Color colour, Resolution size, String name) {
        BufferedImage picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = picture.createGraphics();
        paper.setColor(colour);
        paper.fillRect(0, 0, size.width(), size.height());
        paper.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (IncomingFile file = new IncomingFile(store.folder(), name, session.language())) {
            ImageIO.write(picture, "png", png);
            file.write(ByteBuffer.wrap(png.toByteArray()));
            MediaFacts.Video look = new MediaFacts.Video("png", size, new FrameRate(25, 1), false, 0, "rgb24", false);
            MediaFacts facts =
                    new MediaFacts(MediaFacts.Kind.IMAGE, Duration.ZERO, Optional.of(look), Optional.empty());
            return store.library().addMade(session, file.arrive(), facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
