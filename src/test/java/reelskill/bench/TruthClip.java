package reelskill.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;

/**
 * Makes a clip whose alpha is known exactly: a cut-out person moves over cluttered pictures, three seconds over each, calm,
 * then quick, then coming nearer; the camera drifts and its picture has noise. The same inputs give the same frames.
 */
final class TruthClip {
    private static final int FPS = 30;
    private static final int SCENE = 3 * FPS;
    private static final int SCENES = 3;
    /** How far a picture reaches beyond the frame, for the camera to drift in. */
    private static final double ROOM = 1.06;

    private static final double NOISE = 2;

    private final Resolution size;
    private final BufferedImage person;
    private final List<BufferedImage> pictures = new ArrayList<>();
    private final BufferedImage cut;
    private final BufferedImage frame;
    private final byte[] rgb;
    private final byte[] alpha;
    private final Random noise = new Random(5);

    /**
     * @param person with alpha, upright
     * @param pictures what is behind, one after the other
     */
    TruthClip(Resolution size, Path person, List<Path> pictures) throws IOException {
        this.size = size;
        this.person = ImageIO.read(person.toFile());
        for (Path picture : pictures) this.pictures.add(ImageIO.read(picture.toFile()));
        cut = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        frame = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        rgb = new byte[3 * size.width() * size.height()];
        alpha = new byte[size.width() * size.height()];
    }

    /** Writes the clip, without sound, and its alpha as lossless grey of the full range. */
    void write(Ffmpeg ffmpeg, Path clip, Path exact) throws IOException {
        List<String> quality = List.of("-c:v", "libx264", "-crf", "16", "-pix_fmt", "yuv420p", "-colorspace", "bt709");
        List<String> lossless = List.of("-c:v", "libx264", "-qp", "0", "-color_range", "pc");
        try (FfmpegProcess colours = ffmpeg.start(arguments("rgb24", quality, clip));
                FfmpegProcess mattes = ffmpeg.start(arguments("gray", lossless, exact))) {
            for (int i = 0; i < SCENES * SCENE; i++) {
                draw(i);
                write(colours.input(), rgb);
                write(mattes.input(), alpha);
            }
            colours.finish();
            mattes.finish();
        }
    }

    private static void write(OutputStream out, byte[] data) {
        try {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> arguments(String format, List<String> encoding, Path out) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", format));
        arguments.addAll(List.of("-s", size.toString(), "-r", Integer.toString(FPS), "-i", "pipe:0"));
        if (format.equals("rgb24"))
            arguments.addAll(List.of("-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"));
        arguments.addAll(encoding);
        arguments.add(out.toString());
        return arguments;
    }

    private void draw(int index) {
        double seconds = (double) (index % SCENE) / FPS;
        int scene = index / SCENE;
        drawPicture(pictures.get(scene % pictures.size()), seconds);
        drawPerson(placed(scene, seconds));
        mix();
    }

    private void drawPicture(BufferedImage picture, double seconds) {
        double scale = ROOM
                * Math.max((double) size.width() / picture.getWidth(), (double) size.height() / picture.getHeight());
        AffineTransform place = new AffineTransform();
        place.translate(
                (size.width() - picture.getWidth() * scale) / 2 + 0.012 * size.width() * Math.sin(0.9 * seconds),
                (size.height() - picture.getHeight() * scale) / 2 + 0.012 * size.height() * Math.sin(1.3 * seconds));
        place.scale(scale, scale);
        paint(frame, picture, place);
    }

    private void drawPerson(AffineTransform place) {
        java.util.Arrays.fill(pixels(cut), 0);
        paint(cut, person, place);
    }

    /** Stands on the lower edge; sways, hurries to and fro, or comes nearer. */
    private AffineTransform placed(int scene, double seconds) {
        double across = scene == 1 ? 0.2 * Math.sin(4 * seconds) : 0.05 * Math.sin(1.7 * seconds);
        double scale = (scene == 2 ? 0.8 + 0.15 * seconds : 0.9) * size.height() / person.getHeight();
        double lean = (scene == 1 ? 0.06 : 0.03) * Math.sin(2.3 * seconds);
        AffineTransform place = new AffineTransform();
        place.translate(size.width() * (0.5 + across), size.height());
        place.rotate(lean);
        place.scale(scale, scale);
        place.translate(-person.getWidth() / 2.0, -person.getHeight() * 0.97);
        return place;
    }

    private static void paint(BufferedImage target, BufferedImage source, AffineTransform place) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(source, place, null);
        graphics.dispose();
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private void mix() {
        int[] behind = pixels(frame);
        int[] before = pixels(cut);
        for (int i = 0; i < alpha.length; i++) {
            int a = before[i] >>> 24;
            alpha[i] = (byte) a;
            double grain = NOISE * noise.nextGaussian();
            for (int c = 0; c < 3; c++) {
                int shift = 16 - 8 * c;
                int own = before[i] >> shift & 255;
                int other = behind[i] >> shift & 255;
                double value = (own * a + other * (255 - a)) / 255.0 + grain;
                rgb[3 * i + c] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
    }
}
