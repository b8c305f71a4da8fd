package reelskill.studio.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import reelskill.language.Language;
import reelskill.media.TimeRange;

/**
 * Where somebody should look again at a result in which people stand before another background.
 *
 * @param unsure where the edge of a person is a guess, in the timeline's time; in order and apart
 * @param nobody where nobody was found, so that only the background is seen; in order and apart
 * @param pictures files of some of the unsure frames, in which glows what is a guess
 */
public record Doubts(List<TimeRange> unsure, List<TimeRange> nobody, List<Path> pictures) {
    static final Doubts NONE = new Doubts(List.of(), List.of(), List.of());
    private static final int MOST = 3;
    private static final int COLUMNS = 3;
    private static final int GAP = 4;

    public Doubts {
        unsure = List.copyOf(unsure);
        nobody = List.copyOf(nobody);
        pictures = List.copyOf(pictures);
    }

    /** Returns what a person reads; nothing where there is no doubt. */
    public List<String> sentences(Language language) {
        List<String> sentences = new ArrayList<>();
        if (!unsure.isEmpty())
            sentences.add(language.say(
                    "The edge of the person is hard to tell at %s: solid or high-contrast clothing and more light help.",
                    "%s人物边缘难以分辨：穿纯色或与背景对比明显的衣服、光线充足会更好。", told(unsure, language)));
        if (!nobody.isEmpty())
            sentences.add(language.say(
                    "I see nobody at %s: only the new background is shown there.",
                    "%s没有看到人，只显示新背景。", told(nobody, language)));
        return sentences;
    }

    /** Writes the pictures beside and below each other as one JPEG; nothing where there is none. */
    public void writeSheet(Path target) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        for (Path picture : pictures) if (Files.exists(picture)) images.add(ImageIO.read(picture.toFile()));
        if (images.isEmpty()) return;
        int columns = Math.min(COLUMNS, images.size());
        int width = images.get(0).getWidth();
        int height = images.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        int rows = (images.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                columns * (width + GAP) - GAP, rows * (height + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        for (int i = 0; i < images.size(); i++)
            pen.drawImage(images.get(i), i % columns * (width + GAP), i / columns * (height + GAP), null);
        pen.dispose();
        ImageIO.write(sheet, "jpg", target.toFile());
    }

    private static String told(List<TimeRange> ranges, Language language) {
        List<String> first = ranges.stream()
                .limit(MOST)
                .map(range -> clock(range.in()) + "-" + clock(range.out()))
                .toList();
        String all = String.join(language.pick(", ", "、"), first);
        int more = ranges.size() - MOST;
        return more <= 0 ? all : all + language.say(" and %d more", "等%2$d处", more, ranges.size());
    }

    private static String clock(Duration time) {
        long tenths = Math.round(time.toMillis() / 100.0);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }
}
