package reelskill.studio.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.media.MediaFacts;
import reelskill.studio.store.Library;

/**
 * A user's colour table ({@code .cube}): a line that says how many steps each side of a cube of colours has, and one colour a
 * line for each of its corners. Whatever a careful reader would not take is refused at the door, before ffmpeg sees it.
 */
final class TableFile {
    static final MediaFacts FACTS =
            new MediaFacts(MediaFacts.Kind.TABLE, Duration.ZERO, Optional.empty(), Optional.empty());

    private static final long LARGEST = 32L << 20;
    private static final int MOST_STEPS = 65;
    /** ffmpeg reads lines of 512 bytes at most. */
    private static final int LONGEST_LINE = 500;

    private static final double BRIGHTEST = 100;

    private int steps;
    private long colours;

    private TableFile() {}

    static boolean isNamedSo(String name) {
        return FileName.extension(name).equals(".cube");
    }

    /** Refuses what is no whole table of three dimensions with up to 65 steps. */
    static void require(Library.Arrival arrival, Language language) throws IOException {
        if (arrival.bytes() > LARGEST) throw refused(arrival, language.say("it is too large", "文件太大"), language);
        try (BufferedReader lines = Files.newBufferedReader(arrival.file(), StandardCharsets.ISO_8859_1)) {
            TableFile table = new TableFile();
            StringBuilder line = new StringBuilder();
            for (int read = lines.read(); ; read = lines.read()) {
                if (read >= 0 && read != '\n') line.append((char) read);
                if (line.length() > LONGEST_LINE) throw new Broken("a line is too long", "有一行过长");
                if (read < 0 || read == '\n') {
                    table.take(line.toString().strip());
                    line.setLength(0);
                }
                if (read < 0) break;
            }
            table.requireWhole();
        } catch (Broken e) {
            throw refused(arrival, language.pick(e.english, e.chinese), language);
        }
    }

    private void take(String line) throws Broken {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("TITLE")) return;
        String[] words = line.split("\\s+", -1);
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "LUT_1D_SIZE" ->
                throw new Broken("it has one dimension only; I need one with LUT_3D_SIZE", "它是一维的，需要三维（LUT_3D_SIZE）");
            case "LUT_3D_SIZE" -> size(words);
            case "DOMAIN_MIN", "DOMAIN_MAX" -> numbers(words, 1);
            case "LUT_3D_INPUT_RANGE" ->
                throw new Broken("it uses an input range, which I cannot read", "不支持 LUT_3D_INPUT_RANGE");
            default -> {
                if (steps == 0) throw new Broken("it does not begin with its size", "开头没有尺寸");
                numbers(words, 0);
                colours++;
            }
        }
    }

    private void size(String[] words) throws Broken {
        boolean number = words.length == 2 && words[1].matches("\\d{1,3}");
        int asked = number ? Integer.parseInt(words[1]) : 0;
        if (steps != 0 || asked < 2 || asked > MOST_STEPS)
            throw new Broken("its size must be said once, from 2 to 65", "尺寸必须只写一次，且在 2 到 65 之间");
        steps = asked;
    }

    private static void numbers(String[] words, int from) throws Broken {
        if (words.length != from + 3) throw new Broken("a line does not have three numbers", "有一行不是三个数字");
        for (int i = from; i < words.length; i++) {
            boolean plain = words[i].matches("[+-]?(\\d{1,20}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
            if (!plain || Math.abs(Double.parseDouble(words[i])) > BRIGHTEST)
                throw new Broken("a line does not have three numbers", "有一行不是三个数字");
        }
    }

    private void requireWhole() throws Broken {
        if (steps == 0 || colours != (long) steps * steps * steps)
            throw new Broken("colours are missing, or there are too many", "颜色数量不对");
    }

    private static Refusal refused(Library.Arrival arrival, String why, Language language) {
        return new Refusal(
                Code.UNSUPPORTED_FILE,
                language.say(
                        "%s: This colour table cannot be used: %s. Save it as a three-dimensional .cube file of at most 65 steps.",
                        "%s：无法使用这个调色表：%s。请保存为不超过 65 级的三维 .cube 文件。", arrival.name(), why));
    }

    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final String english;
        private final String chinese;

        Broken(String english, String chinese) {
            super(english);
            this.english = english;
            this.chinese = chinese;
        }
    }
}
