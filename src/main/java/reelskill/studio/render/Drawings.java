package reelskill.studio.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.imageio.ImageIO;
import reelskill.media.Resolution;
import reelskill.studio.analysis.ContentKey;
import reelskill.studio.render.Chunk.Caption;
import reelskill.studio.render.Chunk.Inset;
import reelskill.studio.render.ChunkGraph.Upper;
import reelskill.studio.render.Overlays.Drawn;
import reelskill.studio.render.Overlays.Laid;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Placement.Area;
import reelskill.studio.timeline.Placement.Outline;
import reelskill.studio.timeline.TextStyle.Motion;

/**
 * The pictures that the renderer draws itself, in files named by what they look like.
 *
 * @param folder made when missing
 */
record Drawings(Path folder, CanvasFit fit, Function<String, Source> sources) {
    /** Draws what stands over the pictures of {@code chunk}, as far as that is not there. */
    Upper of(Chunk chunk) throws IOException {
        List<Laid> insets = new ArrayList<>();
        for (Inset inset : chunk.insets()) insets.add(laid(inset));
        List<Drawn> titles = new ArrayList<>();
        for (Caption caption : chunk.captions()) titles.add(drawn(caption));
        return new Upper(insets, titles);
    }

    /** Returns what the files are called without their folder, by the arguments that open them. */
    Map<String, String> names(Upper upper) {
        Map<String, String> names = new HashMap<>();
        upper.titles().forEach(title -> add(names, title.file()));
        for (Laid laid : upper.insets()) {
            laid.mask().ifPresent(mask -> add(names, mask));
            laid.plate().ifPresent(plate -> add(names, plate.file()));
        }
        return names;
    }

    private static void add(Map<String, String> names, Path file) {
        names.put("file:" + file.toAbsolutePath(), file.getFileName().toString());
    }

    private Drawn drawn(Caption caption) throws IOException {
        PaintedTitle title = new TitlePainter().layers(caption.text(), caption.style(), fit.canvas());
        boolean types = caption.style().motion() == Motion.TYPE && title.steps() > 1;
        TitlePicture picture = types ? title.typed() : title.whole();
        Resolution size = new Resolution(
                picture.pixels().getWidth(),
                types ? title.evenHeight() : picture.pixels().getHeight());
        return new Drawn(file(picture.pixels()), picture.x(), picture.y(), size, types ? title.steps() : 1);
    }

    private Laid laid(Inset inset) throws IOException {
        Placement placement = inset.take().effects().get(Placement.class).orElseThrow();
        Area area = placement.on(
                fit.canvas(),
                Framer.shown(sources.apply(inset.take().mediaId()), inset.take().effects()));
        if (!(placement instanceof Placement.Inset own)) return new Laid(area, 1, Optional.empty(), Optional.empty());
        Optional<Path> mask = Optional.empty();
        Optional<Drawn> plate = Optional.empty();
        Outline outline = own.outline();
        InsetPainter painter = new InsetPainter(outline, area, fit.canvas());
        if (outline.shape() != Outline.Shape.PLAIN) mask = Optional.of(file(painter.mask()));
        if (!outline.equals(Outline.NONE)) {
            TitlePicture drawn = painter.plate();
            plate = Optional.of(Drawn.still(file(drawn.pixels()), drawn));
        }
        return new Laid(area, own.opacity(), mask, plate);
    }

    private Path file(BufferedImage pixels) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(pixels, "png", png);
        Path file = folder.resolve(ContentKey.of(png.toByteArray()) + ".png");
        if (Files.exists(file)) return file;
        Files.createDirectories(folder);
        Path part = folder.resolve(UUID.randomUUID() + ".part");
        Files.write(part, png.toByteArray());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
