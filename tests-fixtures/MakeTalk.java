import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Makes the test clip: a person (cut-out with alpha) talking in a cluttered room, with pauses at known places.
 *
 * <pre>
 * java MakeTalk.java --cutout profile.png --out media [--ffmpeg PATH] [--flite PATH]
 * java MakeTalk.java --cutout profile.png --full-alpha all_alpha.mkv
 * java MakeTalk.java --cutout profile.png --still 300 --to frame.png
 * </pre>
 *
 * Same inputs, same Java: same frames, same sound, same truth file. Nothing is random but by a fixed seed.
 */
public final class MakeTalk {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    static final int FPS = 30;
    static final int RATE = 48_000;
    static final int SAMPLES_PER_FRAME = RATE / FPS;
    /** The exact alpha of the whole clip does not fit the size budget; the rest can be made with --full-alpha. */
    static final int ALPHA_FRAMES = 300;

    static final String[] SENTENCES = {
        "Good morning, and welcome to the weekly status update.",
        "The new import screen is finished, and it works well.",
        "We closed fourteen tickets this week.",
        "The payment service was, um, slow on Tuesday.",
        "Anna found the cause, and we fixed it the same day.",
        "The next release is planned for Friday.",
        "Two customers have asked for a longer trial.",
        "Sales will call them before the end of the week.",
        "Our budget is on track, with a small reserve.",
        "I need one decision from you about the design.",
        "That is all for today, thank you for listening.",
    };
    static final String FILLER = "um";
    /** Seconds of silence after each sentence but the last. */
    static final double[] PAUSES = {1.2, 2.1, 0.9, 3.5, 1.7, 2.6, 1.0, 3.1, 2.3, 3.2};
    /** The pause in which the picture stands still, and how far inside it the standstill begins and ends. */
    static final int FROZEN_PAUSE = 3;
    static final double FREEZE_AFTER = 0.2;
    static final double FREEZE_BEFORE_END = 0.1;
    static final double LEAD_IN = 0.40;
    static final double LEAD_OUT = 0.50;

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Map<String, String> opt = options(args);
        Talk talk = Talk.speak(opt.getOrDefault("flite", "flite"));
        Motion[] motion = Motion.plan(talk);
        Person person = new Person(ImageIO.read(Path.of(required(opt, "cutout")).toFile()));
        String ffmpeg = opt.getOrDefault("ffmpeg", System.getenv().getOrDefault("REELSKILL_FFMPEG", "ffmpeg"));
        if (opt.containsKey("still")) {
            still(person, motion[Integer.parseInt(opt.get("still"))], Path.of(required(opt, "to")));
        } else if (opt.containsKey("full-alpha")) {
            alphaOnly(ffmpeg, person, motion, Path.of(opt.get("full-alpha")));
        } else {
            makeAll(ffmpeg, talk, motion, person, Path.of(required(opt, "out")));
        }
    }

    static Map<String, String> options(String[] args) {
        Map<String, String> opt = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("expected an option and its value, got " + args[i]);
            }
            opt.put(args[i].substring(2), args[i + 1]);
        }
        return opt;
    }

    static String required(Map<String, String> opt, String name) {
        if (!opt.containsKey(name)) {
            throw new IllegalArgumentException("missing --" + name);
        }
        return opt.get(name);
    }

    static void makeAll(String ffmpeg, Talk talk, Motion[] motion, Person person, Path out) throws Exception {
        Files.createDirectories(out);
        Path wav = Files.createTempFile("talk", ".wav");
        Wav.write(wav, talk.mix());
        Digest frames = new Digest();
        Digest alphas = new Digest();
        try (Encoder video = Encoder.talk(ffmpeg, wav, talk.frozenFrom(), out.resolve("talk.mp4"));
                Encoder alpha = Encoder.alpha(ffmpeg, out.resolve("talk_alpha.mkv"))) {
            Frame frame = new Frame(Room.draw());
            for (int n = 0; n < motion.length; n++) {
                frame.compose(person, motion[n]);
                video.frame(frame.rgb);
                frames.add(frame.rgb);
                alphas.add(frame.alpha);
                if (n < ALPHA_FRAMES) {
                    alpha.frame(frame.alpha);
                }
            }
        } finally {
            Files.delete(wav);
        }
        String truth = Truth.json(talk, motion, frames.hex(), alphas.hex());
        Files.writeString(out.resolve("talk.truth.json"), truth);
    }

    static void alphaOnly(String ffmpeg, Person person, Motion[] motion, Path file) throws Exception {
        try (Encoder alpha = Encoder.alpha(ffmpeg, file)) {
            Frame frame = new Frame(new byte[WIDTH * HEIGHT * 3]);
            for (Motion m : motion) {
                frame.compose(person, m);
                alpha.frame(frame.alpha);
            }
        }
    }

    static void still(Person person, Motion m, Path file) throws IOException {
        Frame frame = new Frame(Room.draw());
        frame.compose(person, m);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int rgb = (frame.rgb[3 * i] & 255) << 16 | (frame.rgb[3 * i + 1] & 255) << 8 | frame.rgb[3 * i + 2] & 255;
            image.setRGB(i % WIDTH, i / WIDTH, rgb);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    // ------------------------------------------------------------------------------------------------ speech

    /** A word and its time in the clip, in seconds. */
    record Word(String text, double start, double end) { }

    /** One synthesised sentence: 48 kHz samples, and the first and last sample that can be heard. */
    record Utterance(String text, float[] pcm, int first, int last, List<Word> words) { }

    /** A sentence placed in the clip; start and end are sample numbers, end is one past the last audible one. */
    record Placed(Utterance said, long start, long end) {
        double shift() {
            return (start - said.first()) / (double) RATE;
        }
    }

    /** All that is said, and when. */
    static final class Talk {
        static final String VOICE = "rms";
        static final int VOICE_RATE = 16_000;
        static final double GAIN_DB = 0.8;
        /** What is softer than this counts as silence. */
        static final double THRESHOLD_DB = -45;
        /** Inaudible remains kept round a sentence, faded out so that no step can click. */
        static final int KEEP = RATE * 40 / 1000;
        static final double TONE_RMS_DB = -60;
        /** Limits the room tone's peaks, so that they stay well below the threshold. */
        static final double TONE_CLIP_SIGMA = 3;
        static final long TONE_SEED = 20_240_517L;

        final List<Placed> sentences = new ArrayList<>();
        int frames;

        static Talk speak(String flite) throws Exception {
            Talk talk = new Talk();
            long at = Math.round(LEAD_IN * RATE);
            for (int i = 0; i < SENTENCES.length; i++) {
                Utterance said = utter(flite, SENTENCES[i]);
                long end = at + said.last() + 1 - said.first();
                talk.sentences.add(new Placed(said, at, end));
                at = end + Math.round((i < PAUSES.length ? PAUSES[i] : LEAD_OUT) * RATE);
            }
            talk.frames = (int) ((at + SAMPLES_PER_FRAME - 1) / SAMPLES_PER_FRAME);
            return talk;
        }

        static Utterance utter(String flite, String text) throws Exception {
            Path wav = Files.createTempFile("sentence", ".wav");
            String segments = run(List.of(flite, "-voice", VOICE, "-psdur", "-t", text, "-o", wav.toString()));
            float[] pcm = upsample3(Wav.readMono16(wav, VOICE_RATE));
            Files.delete(wav);
            float gain = (float) decibels(GAIN_DB);
            for (int i = 0; i < pcm.length; i++) {
                pcm[i] *= gain;
            }
            float threshold = (float) decibels(THRESHOLD_DB);
            int first = 0;
            int last = pcm.length - 1;
            while (Math.abs(pcm[first]) < threshold) {
                first++;
            }
            while (Math.abs(pcm[last]) < threshold) {
                last--;
            }
            return new Utterance(text, pcm, first, last, words(flite, text, segments));
        }

        /** flite gives the end time of every phone; the words' phone counts say which phones are whose. */
        static List<Word> words(String flite, String text, String segments) throws Exception {
            List<double[]> phones = new ArrayList<>();
            double start = 0;
            for (String segment : segments.trim().split("\\s+")) {
                String[] part = segment.split(":");
                double end = Double.parseDouble(part[1]);
                if (!part[0].equals("pau")) {
                    phones.add(new double[] {start, end});
                }
                start = end;
            }
            List<Word> words = new ArrayList<>();
            int next = 0;
            for (String word : text.replaceAll("[.,]", "").split(" ")) {
                int count = phoneCount(flite, word);
                words.add(new Word(word, phones.get(next)[0], phones.get(next + count - 1)[1]));
                next += count;
            }
            if (next != phones.size()) {
                throw new IllegalStateException("words and phones do not match: " + text);
            }
            return words;
        }

        static int phoneCount(String flite, String word) throws Exception {
            String phones = run(List.of(flite, "-voice", VOICE, "-ps", "-t", word, "-o", "none"));
            return (int) Arrays.stream(phones.trim().split("\\s+")).filter(p -> !p.equals("pau")).count();
        }

        static String run(List<String> command) throws Exception {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + command);
            }
            return out;
        }

        /** 16 kHz to 48 kHz by a windowed sinc. */
        static float[] upsample3(float[] in) {
            int taps = 24;
            float[] out = new float[in.length * 3];
            for (int i = 0; i < out.length; i++) {
                double sum = 0;
                for (int k = i / 3 - taps + 1; k <= i / 3 + taps; k++) {
                    double x = i / 3.0 - k;
                    if (k >= 0 && k < in.length && Math.abs(x) < taps) {
                        sum += in[k] * sinc(x) * (0.5 + 0.5 * StrictMath.cos(Math.PI * x / taps));
                    }
                }
                out[i] = (float) sum;
            }
            return out;
        }

        static double sinc(double x) {
            return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
        }

        float[] speech() {
            float[] out = new float[frames * SAMPLES_PER_FRAME];
            for (Placed p : sentences) {
                Utterance said = p.said();
                int from = Math.max(0, said.first() - KEEP);
                int to = Math.min(said.pcm().length, said.last() + KEEP);
                for (int i = from; i < to; i++) {
                    int outside = Math.max(Math.max(said.first() - i, i - said.last()), 0);
                    long at = p.start() - said.first() + i;
                    if (at >= 0 && at < out.length) {
                        out[(int) at] = said.pcm()[i] * (1 - outside / (float) KEEP);
                    }
                }
            }
            return out;
        }

        /** Interleaved stereo: the voice in the middle, an own room tone left and right. */
        short[] mix() {
            float[] speech = speech();
            short[] out = new short[speech.length * 2];
            for (int channel = 0; channel < 2; channel++) {
                float[] tone = roomTone(speech.length, TONE_SEED + channel);
                for (int i = 0; i < speech.length; i++) {
                    out[2 * i + channel] = (short) Math.round(32767 * Math.max(-1, Math.min(1, speech[i] + tone[i])));
                }
            }
            return out;
        }

        /** Pink noise (Paul Kellet's filter), clipped. */
        static float[] roomTone(int length, long seed) {
            Random random = new Random(seed);
            float[] out = new float[length];
            double b0 = 0;
            double b1 = 0;
            double b2 = 0;
            double power = 0;
            for (int i = 0; i < length; i++) {
                double white = random.nextGaussian();
                b0 = 0.99765 * b0 + white * 0.0990460;
                b1 = 0.96300 * b1 + white * 0.2965164;
                b2 = 0.57000 * b2 + white * 1.0526913;
                out[i] = (float) (b0 + b1 + b2 + white * 0.1848);
                power += out[i] * out[i];
            }
            double scale = decibels(TONE_RMS_DB) / Math.sqrt(power / length);
            float limit = (float) (decibels(TONE_RMS_DB) * TONE_CLIP_SIGMA);
            for (int i = 0; i < length; i++) {
                out[i] = Math.max(-limit, Math.min(limit, (float) (out[i] * scale)));
            }
            return out;
        }

        static double decibels(double db) {
            return StrictMath.pow(10, db / 20);
        }

        /** Loudness per frame, 0 to 1. */
        double[] loudness() {
            float[] speech = speech();
            double[] out = new double[frames];
            for (int n = 0; n < frames; n++) {
                double power = 0;
                for (int i = n * SAMPLES_PER_FRAME; i < (n + 1) * SAMPLES_PER_FRAME; i++) {
                    power += speech[i] * speech[i];
                }
                out[n] = Math.min(1, Math.sqrt(power / SAMPLES_PER_FRAME) / 0.16);
            }
            return out;
        }

        double pauseStart(int i) {
            return sentences.get(i).end() / (double) RATE;
        }

        double pauseEnd(int i) {
            return sentences.get(i + 1).start() / (double) RATE;
        }

        int frozenFrom() {
            return (int) Math.ceil((pauseStart(FROZEN_PAUSE) + FREEZE_AFTER) * FPS);
        }

        /** One past the last frozen frame. */
        int frozenTo() {
            return (int) Math.floor((pauseEnd(FROZEN_PAUSE) - FREEZE_BEFORE_END) * FPS);
        }
    }

    /** The little of the WAV format that is needed here. */
    static final class Wav {
        static float[] readMono16(Path file, int rate) throws IOException {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int at = 12;
            while (in.getInt(at) != 0x61746164) { // "data"
                boolean format = in.getInt(at) == 0x20746d66; // "fmt "
                if (format && (in.getShort(at + 10) != 1 || in.getInt(at + 12) != rate)) {
                    throw new IOException("expected mono at " + rate + " Hz");
                }
                at += 8 + in.getInt(at + 4);
            }
            float[] out = new float[Math.min(in.getInt(at + 4), in.capacity() - at - 8) / 2];
            for (int i = 0; i < out.length; i++) {
                out[i] = in.getShort(at + 8 + 2 * i) / 32768f;
            }
            return out;
        }

        static void write(Path file, short[] stereo) throws IOException {
            int bytes = stereo.length * 2;
            ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
            out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
            out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 2);
            out.putInt(RATE).putInt(RATE * 4).putShort((short) 4).putShort((short) 16);
            out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
            for (short sample : stereo) {
                out.putShort(sample);
            }
            Files.write(file, out.array());
        }
    }

    // ------------------------------------------------------------------------------------------------ motion

    /**
     * How the cut-out lies in one frame: shift in pixels, scale, turn of the body and of the head in degrees, and by
     * how many cut-out pixels the jaw is down. Rounded to what the truth file prints, so that the file gives the exact
     * frame.
     */
    record Motion(double dx, double dy, double scale, double turn, double head, double jaw) {
        static final double REST_SCALE = 0.70;
        /** Quick leans to the side: in which sentence, by how many pixels. */
        static final int[][] LEANS = {{1, 60}, {3, -50}, {5, 70}, {7, -65}, {9, 55}};
        static final double LEAN_AFTER = 0.7;
        static final double LEAN_SECONDS = 0.20;
        static final double ACTIVITY_DECAY = 0.93;
        static final double JAW_PIXELS = 7;

        static Motion[] plan(Talk talk) {
            double[] loud = talk.loudness();
            Motion[] plan = new Motion[talk.frames];
            double activity = 0;
            double jaw = 0;
            for (int n = 0; n < plan.length; n++) {
                activity = ACTIVITY_DECAY * activity + (1 - ACTIVITY_DECAY) * Math.min(1, 3 * loud[n]);
                jaw = 0.45 * jaw + 0.55 * loud[n];
                if (n > talk.frozenFrom() && n < talk.frozenTo()) {
                    plan[n] = plan[n - 1];
                } else {
                    int frozen = n < talk.frozenTo() ? 0 : talk.frozenTo() - talk.frozenFrom();
                    plan[n] = at((n - frozen) / (double) FPS, activity, jaw * JAW_PIXELS, lean(talk, n));
                }
            }
            return plan;
        }

        static double lean(Talk talk, int n) {
            double sum = 0;
            for (int[] lean : LEANS) {
                double begin = talk.sentences.get(lean[0]).start() / (double) RATE + LEAN_AFTER;
                double x = (n / (double) FPS - begin) / LEAN_SECONDS;
                // out quickly, back slowly
                sum += lean[1] * StrictMath.exp(-x * x / 2 / (x > 0 ? 9 : 1));
            }
            return sum;
        }

        static Motion at(double t, double activity, double jaw, double lean) {
            double dx = 13 * wave(t, 5.3, 0) + 5 * wave(t, 2.3, 1) + 5 * activity * wave(t, 1.1, 2) + lean;
            double dy = 4 * wave(t, 3.7, 3) + 2 * wave(t, 1.9, 1) + 4 * activity * wave(t, 0.9, 0);
            double scale = REST_SCALE + 0.012 * wave(t, 6.1, 2) + 0.006 * wave(t, 2.9, 0) + Math.abs(lean) * 0.0004;
            double turn = 0.9 * wave(t, 4.7, 1) + 0.5 * activity * wave(t, 1.7, 0) + lean * 0.025;
            double head = 1.1 * wave(t, 3.1, 2) + 1.6 * activity * wave(t, 1.3, 1) - lean * 0.015;
            return new Motion(round(dx), round(dy), round(scale), round(turn), round(head), round(jaw));
        }

        static double wave(double t, double period, double phase) {
            return StrictMath.sin(2 * Math.PI * t / period + phase);
        }

        static double round(double value) {
            return Math.round(value * 10_000) / 10_000.0;
        }
    }

    // ------------------------------------------------------------------------------------------------ person

    /** The cut-out, and the rule by which a frame's pixel is looked up in it. */
    static final class Person {
        /** This point of the cut-out lies at REST in the frame when nothing moves. */
        static final double ANCHOR_U = 420;
        static final double ANCHOR_V = 760;
        static final double REST_X = 612;
        static final double REST_Y = 604;
        static final double NECK_U = 430;
        static final double NECK_V = 450;
        static final double HEAD_ALL_ABOVE = 330;
        static final double HEAD_NONE_BELOW = 510;
        static final double JAW_U = 360;
        static final double JAW_HALF_WIDTH = 150;
        static final double LIPS_V = 314;
        static final double CHIN_V = 400;
        /** The room is lit by a window and a lamp, the cut-out by studio lamps: a little darker, a little warmer. */
        static final double[] LIGHT = {0.97, 0.94, 0.89};

        final int width;
        final int height;
        /** Premultiplied red, green, blue, and alpha, 0 to 1, slightly softened since it will be drawn smaller. */
        final float[][] plane;

        Person(BufferedImage image) {
            width = image.getWidth();
            height = image.getHeight();
            plane = new float[4][width * height];
            for (int i = 0; i < width * height; i++) {
                int argb = image.getRGB(i % width, i / width);
                float a = (argb >>> 24) / 255f;
                for (int c = 0; c < 3; c++) {
                    plane[c][i] = (float) (a * (argb >> 16 - 8 * c & 255) / 255 * LIGHT[c]);
                }
                plane[3][i] = a;
            }
            for (float[] p : plane) {
                soften(p);
            }
        }

        /** A 1-4-1 kernel both ways, against aliasing. */
        void soften(float[] p) {
            float[] copy = p.clone();
            for (int y = 0; y < height; y++) {
                for (int x = 1; x < width - 1; x++) {
                    int i = y * width + x;
                    copy[i] = (p[i - 1] + 4 * p[i] + p[i + 1]) / 6;
                }
            }
            for (int y = 1; y < height - 1; y++) {
                for (int x = 0; x < width; x++) {
                    int i = y * width + x;
                    p[i] = (copy[i - width] + 4 * copy[i] + copy[i + width]) / 6;
                }
            }
        }

        /** Where in the cut-out the frame's pixel (x, y) comes from. */
        static void lookUp(Motion m, double cos, double sin, double headCos, double headSin, int x, int y,
                double[] uv) {
            double px = (x + 0.5 - REST_X - m.dx()) / m.scale();
            double py = (y + 0.5 - REST_Y - m.dy()) / m.scale();
            double u = ANCHOR_U + px * cos + py * sin;
            double v = ANCHOR_V - px * sin + py * cos;
            double head = 1 - smoothStep(HEAD_ALL_ABOVE, HEAD_NONE_BELOW, v);
            if (head > 0) {
                double hx = u - NECK_U;
                double hy = v - NECK_V;
                u += head * (hx * headCos + hy * headSin - hx);
                v += head * (-hx * headSin + hy * headCos - hy);
                double side = (u - JAW_U) / JAW_HALF_WIDTH;
                double jaw = smoothStep(LIPS_V, LIPS_V + 32, v) * (1 - smoothStep(CHIN_V, CHIN_V + 70, v));
                v -= m.jaw() * jaw * Math.max(0, 1 - side * side);
            }
            uv[0] = u - 0.5;
            uv[1] = v - 0.5;
        }

        float sample(float[] p, int x, int y, float fx, float fy) {
            return (1 - fy) * ((1 - fx) * at(p, x, y) + fx * at(p, x + 1, y))
                    + fy * ((1 - fx) * at(p, x, y + 1) + fx * at(p, x + 1, y + 1));
        }

        float at(float[] p, int x, int y) {
            return x < 0 || y < 0 || x >= width || y >= height ? 0 : p[y * width + x];
        }
    }

    static double smoothStep(double from, double to, double x) {
        double t = Math.max(0, Math.min(1, (x - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    /** One frame of the clip: the room, and over it the person with exactly the alpha that is kept beside it. */
    static final class Frame {
        final byte[] room;
        final byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        final byte[] alpha = new byte[WIDTH * HEIGHT];

        Frame(byte[] room) {
            this.room = room;
        }

        void compose(Person person, Motion m) {
            double cos = StrictMath.cos(StrictMath.toRadians(m.turn()));
            double sin = StrictMath.sin(StrictMath.toRadians(m.turn()));
            double headCos = StrictMath.cos(StrictMath.toRadians(m.head()));
            double headSin = StrictMath.sin(StrictMath.toRadians(m.head()));
            double[] uv = new double[2];
            System.arraycopy(room, 0, rgb, 0, rgb.length);
            for (int i = 0; i < alpha.length; i++) {
                Person.lookUp(m, cos, sin, headCos, headSin, i % WIDTH, i / WIDTH, uv);
                int x = (int) Math.floor(uv[0]);
                int y = (int) Math.floor(uv[1]);
                boolean inside = x >= -1 && y >= -1 && x < person.width && y < person.height;
                alpha[i] = inside ? blend(person, i, x, y, (float) (uv[0] - x), (float) (uv[1] - y)) : 0;
            }
        }

        /** composite = a * person + (1 - a) * room, with a as the 8-bit alpha that is stored. */
        byte blend(Person person, int i, int x, int y, float fx, float fy) {
            float exact = person.sample(person.plane[3], x, y, fx, fy);
            int a = Math.round(exact * 255);
            for (int c = 0; c < 3 && a > 0; c++) {
                float colour = 255 * person.sample(person.plane[c], x, y, fx, fy) / exact;
                rgb[3 * i + c] = (byte) Math.round((a * colour + (255 - a) * (room[3 * i + c] & 255)) / 255);
            }
            return (byte) a;
        }
    }

    // ------------------------------------------------------------------------------------------------ room

    /** Draws the cluttered room once: shapes by Java2D at twice the size, then light, lens blur and grain per pixel. */
    static final class Room {
        static final int SUPER = 2;
        static final long SEED = 77;
        static final double LENS_BLUR = 1.8;
        static final double GRAIN = 1.0;
        static final Color OAK = new Color(150, 108, 68);
        static final Color WALNUT = new Color(92, 62, 42);
        static final Color CARDBOARD = new Color(176, 135, 92);
        static final Color PAPER = new Color(236, 230, 216);
        static final int[] BOOK_COLOURS = {0x7a2e2a, 0x26435f, 0x2f5541, 0xb58a3c, 0xd8cbb0, 0x34323a, 0x8a4a2c,
                0x5a6d7d,
            0xb9b4a6, 0x51324f, 0x1f2d3d, 0xa33d33, 0xe3ddd0, 0x6d7f4f, 0x3b6b78, 0xc46f3a};

        final BufferedImage canvas = new BufferedImage(WIDTH * SUPER, HEIGHT * SUPER, BufferedImage.TYPE_INT_ARGB);
        final Graphics2D g = graphics(canvas);
        final Random random = new Random(SEED);

        static byte[] draw() {
            Room room = new Room();
            room.wall();
            room.window();
            room.pinboard();
            room.picture(548, 6, 168, 126, 1);
            room.picture(716, 244, 78, 98, 3);
            room.bookcase(884, -6, 420, 740, 5);
            room.lamp(800, 96);
            room.wallShelf(306, 398, 196, 66);
            room.sideboard(176, 520, 712, 210);
            room.clutter();
            room.plant(828, 516, 118);
            room.radiator();
            room.plant(64, 448, 74);
            return room.develop();
        }

        static Graphics2D graphics(BufferedImage image) {
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.scale(SUPER, SUPER);
            return g;
        }

        // --- small tools

        double rnd(double from, double to) {
            return from + (to - from) * random.nextDouble();
        }

        static Color mix(Color a, Color b, double t) {
            return new Color(clamp(a.getRed() + t * (b.getRed() - a.getRed())),
                    clamp(a.getGreen() + t * (b.getGreen() - a.getGreen())),
                    clamp(a.getBlue() + t * (b.getBlue() - a.getBlue())));
        }

        static int clamp(double v) {
            return (int) Math.max(0, Math.min(255, Math.round(v)));
        }

        static Color lit(Color c, double by) {
            return by < 1 ? mix(Color.BLACK, c, by) : mix(c, Color.WHITE, by - 1);
        }

        static Color clear(Color c, double alpha) {
            return new Color(c.getRed(), c.getGreen(), c.getBlue(), clamp(alpha * 255));
        }

        static Rectangle2D rect(double x, double y, double w, double h) {
            return new Rectangle2D.Double(x, y, w, h);
        }

        static Shape turned(Shape s, double degrees) {
            Rectangle2D b = s.getBounds2D();
            return AffineTransform.getRotateInstance(Math.toRadians(degrees), b.getCenterX(),
                    b.getCenterY()).createTransformedShape(s);
        }

        void fill(Shape s, Color c) {
            g.setPaint(c);
            g.fill(s);
        }

        void shadeDown(Shape s, Color top, Color bottom) {
            Rectangle2D b = s.getBounds2D();
            g.setPaint(new GradientPaint(0, (float) b.getMinY(), top, 0, (float) b.getMaxY(), bottom));
            g.fill(s);
        }

        void shadeAcross(Shape s, Color left, Color right) {
            Rectangle2D b = s.getBounds2D();
            g.setPaint(new GradientPaint((float) b.getMinX(), 0, left, (float) b.getMaxX(), 0, right));
            g.fill(s);
        }

        void line(double x0, double y0, double x1, double y1, double width, Color c) {
            g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setPaint(c);
            g.draw(new Line2D.Double(x0, y0, x1, y1));
        }

        /** A soft shadow of a shape; what makes drawn things stand in a room. */
        void shadow(Shape s, double dx, double dy, int blur, double strength) {
            Rectangle b = s.getBounds();
            b.grow(3 * blur + 2, 3 * blur + 2);
            BufferedImage mask = new BufferedImage(b.width, b.height, BufferedImage.TYPE_INT_ARGB);
            Graphics2D m = mask.createGraphics();
            m.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            m.translate(-b.x, -b.y);
            m.fill(s);
            m.dispose();
            int[] pixels = ((DataBufferInt) mask.getRaster().getDataBuffer()).getData();
            float[] plane = new float[pixels.length];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = pixels[i] >>> 24;
            }
            boxBlur3(plane, b.width, b.height, blur);
            for (int i = 0; i < plane.length; i++) {
                pixels[i] = (int) (plane[i] * strength) << 24;
            }
            AffineTransform at = AffineTransform.getTranslateInstance(b.x + dx, b.y + dy);
            g.drawImage(mask, at, null);
        }

        /** Three box blurs, close to a Gaussian. */
        static void boxBlur3(float[] p, int w, int h, int radius) {
            float[] row = new float[Math.max(w, h)];
            for (int pass = 0; pass < 3; pass++) {
                for (int y = 0; y < h; y++) {
                    boxBlurRow(p, y * w, 1, w, radius, row);
                }
                for (int x = 0; x < w; x++) {
                    boxBlurRow(p, x, w, h, radius, row);
                }
            }
        }

        static void boxBlurRow(float[] p, int start, int step, int n, int radius, float[] row) {
            for (int i = 0; i < n; i++) {
                row[i] = p[start + i * step];
            }
            double total = 0;
            for (int k = -radius; k <= radius; k++) {
                total += row[Math.max(0, Math.min(n - 1, k))];
            }
            for (int i = 0; i < n; i++) {
                p[start + i * step] = (float) (total / (2 * radius + 1));
                total += row[Math.min(n - 1, i + radius + 1)] - row[Math.max(0, i - radius)];
            }
        }

        /** Streaks along the grain, clipped to the piece of wood. */
        void wood(Shape s, Color c, boolean across) {
            Rectangle2D b = s.getBounds2D();
            shadeDown(s, lit(c, 1.06), lit(c, 0.88));
            Shape old = g.getClip();
            g.clip(s);
            double length = across ? b.getWidth() : b.getHeight();
            double breadth = across ? b.getHeight() : b.getWidth();
            for (int i = 0; i < 14 + breadth * 1.6; i++) {
                double at = rnd(0, breadth);
                double from = rnd(-0.3, 0.8) * length;
                double to = from + rnd(0.2, 0.9) * length;
                Color streak = clear(random.nextInt(3) == 0 ? lit(c, 1.3) : lit(c, 0.5), rnd(0.04, 0.20));
                double bend = rnd(-2, 2);
                Path2D path = new Path2D.Double();
                path.moveTo(b.getX() + (across ? from : at), b.getY() + (across ? at : from));
                double half = (from + to) / 2;
                path.quadTo(b.getX() + (across ? half : at + bend), b.getY() + (across ? at + bend : half),
                        b.getX() + (across ? to : at), b.getY() + (across ? at : to));
                g.setStroke(new BasicStroke((float) rnd(0.4, 1.6)));
                g.setPaint(streak);
                g.draw(path);
            }
            g.setClip(old);
        }

        /** Dabs of colour: foliage outside, paintings, photographs. */
        void dabs(Rectangle2D area, int count, double size, Color... colours) {
            Shape old = g.getClip();
            g.clip(area);
            for (int i = 0; i < count; i++) {
                double r = size * rnd(0.4, 1.3);
                double x = rnd(area.getMinX() - r, area.getMaxX());
                double y = rnd(area.getMinY() - r, area.getMaxY());
                double band = (y - area.getMinY()) / area.getHeight() * colours.length + rnd(-0.7, 0.7);
                int pick = (int) Math.min(colours.length - 1, Math.max(0, band));
                Shape dab = turned(new Ellipse2D.Double(x, y, r, r * rnd(0.4, 1)), rnd(0, 180));
                fill(dab, clear(lit(colours[pick], rnd(0.7, 1.25)), rnd(0.3, 0.8)));
            }
            g.setClip(old);
        }

        // --- the things in the room

        void wall() {
            shadeAcross(rect(0, 0, WIDTH, HEIGHT), new Color(188, 180, 164), new Color(142, 134, 122));
            for (int i = 0; i < 900; i++) {
                double r = rnd(10, 90);
                Shape stain = new Ellipse2D.Double(rnd(-50, WIDTH), rnd(-50, HEIGHT), r, r * rnd(0.5, 1.2));
                fill(stain, clear(rnd(0, 1) < 0.5 ? Color.WHITE : new Color(70, 60, 45), 0.012));
            }
        }

        void window() {
            Rectangle2D hole = rect(14, 22, 206, 392);
            shadow(rect(4, 10, 228, 418), 5, 6, 8, 0.5);
            shadeDown(hole, new Color(226, 238, 248), new Color(150, 176, 128));
            dabs(hole, 700, 34, new Color(232, 240, 248), new Color(214, 228, 232), new Color(150, 178, 120),
                    new Color(98, 136, 74), new Color(70, 104, 60),
                    new Color(112, 120, 92));
            for (int i = 0; i < 7; i++) {
                double x = rnd(14, 220);
                line(x, 420, x + rnd(-40, 40), rnd(90, 260), rnd(2, 6), clear(new Color(66, 56, 46), 0.5));
            }
            dabs(hole, 260, 16, new Color(238, 244, 250), new Color(222, 234, 224), new Color(164, 190, 118),
                    new Color(126, 160, 88));
            soften(hole, 4);
            Color white = new Color(228, 224, 216);
            for (double x : new double[] {4, 110, 216}) {
                shadeAcross(rect(x, 10, x == 110 ? 11 : 16, 418), white, lit(white, 0.72));
            }
            for (double y : new double[] {10, 158, 404}) {
                shadeDown(rect(4, y, 228, y == 158 ? 9 : 16), white, lit(white, 0.68));
            }
            shadow(rect(-10, 424, 262, 14), 2, 9, 6, 0.55);
            shadeDown(rect(-10, 424, 262, 14), lit(white, 1.04), lit(white, 0.66));
            curtain(196, 300, -10, 560);
            line(0, 6, 322, 6, 5, new Color(58, 48, 42));
        }

        /** Blurs what is drawn so far inside an area. */
        void soften(Rectangle2D area, int radius) {
            int x = (int) area.getX() * SUPER;
            int y = (int) area.getY() * SUPER;
            int w = (int) area.getWidth() * SUPER;
            int h = (int) area.getHeight() * SUPER;
            int[] argb = canvas.getRGB(x, y, w, h, null, 0, w);
            float[][] planes = new float[3][w * h];
            for (int i = 0; i < w * h; i++) {
                for (int c = 0; c < 3; c++) {
                    planes[c][i] = argb[i] >> 16 - 8 * c & 255;
                }
            }
            for (float[] p : planes) {
                boxBlur3(p, w, h, radius * SUPER / 2);
            }
            for (int i = 0; i < w * h; i++) {
                argb[i] = 0xff000000 | clamp(planes[0][i]) << 16 | clamp(planes[1][i]) << 8 | clamp(planes[2][i]);
            }
            canvas.setRGB(x, y, w, h, argb, 0, w);
        }

        void curtain(double from, double to, double top, double bottom) {
            Path2D edge = new Path2D.Double(rect(from, top, to - from, bottom - top));
            shadow(edge, 10, 4, 9, 0.45);
            Color cloth = new Color(164, 150, 130);
            for (double x = from; x < to; x += 0.5) {
                double fold = StrictMath.sin((x - from) * 0.33 + 1.6 * StrictMath.sin((x - from) * 0.06));
                double light = 0.80 + 0.20 * fold + 0.07 * StrictMath.sin(x * 1.3);
                double thin = Math.max(0, 1 - (x - from) / 50) * 0.3;
                double end = bottom + 5 * StrictMath.sin((x - from) * 0.33 + 0.5);
                g.setPaint(new GradientPaint(0, (float) top, lit(cloth, light * 0.9 + thin), (float) 6, (float) bottom,
                        lit(cloth, light * 0.78)));
                g.fill(rect(x, top, 0.8, end - top));
            }
        }

        void pinboard() {
            Rectangle2D frame = rect(318, 70, 186, 236);
            shadow(frame, 5, 7, 6, 0.6);
            wood(frame, OAK, true);
            Rectangle2D cork = rect(326, 78, 170, 220);
            fill(cork, new Color(172, 126, 82));
            dabs(cork, 2600, 3.2, new Color(196, 148, 100), new Color(136, 92, 56), new Color(180, 134, 92));
            Color[] notes = {PAPER, new Color(240, 214, 96), new Color(222, 142, 120), new Color(150, 190, 170),
                    new Color(206, 214, 226)};
            for (int i = 0; i < 17; i++) {
                double w = rnd(30, 60);
                double h = rnd(26, 66);
                double x = rnd(328, 490 - w);
                double y = rnd(80, 292 - h);
                note(rect(x, y, w, h), notes[random.nextInt(notes.length)], rnd(-9, 9), i % 4 == 0);
            }
        }

        /** A sheet with lines of writing, or a photograph, held by a pin. */
        void note(Rectangle2D r, Color c, double degrees, boolean photo) {
            Shape sheet = turned(r, degrees);
            shadow(sheet, 2, 3, 2, 0.5);
            shadeDown(sheet, lit(c, 1.03), lit(c, 0.86));
            AffineTransform old = g.getTransform();
            g.rotate(Math.toRadians(degrees), r.getCenterX(), r.getCenterY());
            if (photo) {
                Rectangle2D inner = rect(r.getX() + 3, r.getY() + 3, r.getWidth() - 6, r.getHeight() - 8);
                fill(inner, new Color(120, 130, 140));
                dabs(inner, 90, 12, new Color(170, 192, 214), new Color(196, 178, 150), new Color(84, 96, 64),
                        new Color(60, 50, 44));
            } else {
                for (double y = r.getY() + 9; y < r.getMaxY() - 4; y += rnd(3.5, 6)) {
                    line(r.getX() + 4, y, r.getX() + rnd(0.4, 0.9) * r.getWidth(), y, 0.9, clear(new Color(50, 50, 66),
                            0.6));
                }
            }
            fill(new Ellipse2D.Double(r.getCenterX() - 2.4, r.getY() + 1.5, 4.8, 4.8),
                    new Color(BOOK_COLOURS[random.nextInt(16)]));
            g.setTransform(old);
        }

        void picture(double x, double y, double w, double h, int kind) {
            Rectangle2D frame = rect(x, y, w, h);
            shadow(frame, 6, 8, 6, 0.65);
            wood(frame, kind == 1 ? WALNUT : new Color(52, 46, 44), true);
            line(x + 1, y + 1, x + w - 1, y + 1, 1.2, clear(Color.WHITE, 0.35));
            Rectangle2D mat = rect(x + 7, y + 7, w - 14, h - 14);
            shadeDown(mat, lit(PAPER, 0.9), PAPER);
            Rectangle2D art = rect(x + 21, y + 19, w - 42, h - 38);
            fill(art, new Color(140, 150, 150));
            if (kind == 1) {
                dabs(art, 800, 15, new Color(204, 190, 168), new Color(176, 170, 176), new Color(84, 110, 132),
                        new Color(60, 84, 92), new Color(140, 104, 66));
            } else {
                dabs(art, 380, 11, new Color(206, 148, 92), new Color(168, 74, 56), new Color(60, 58, 82));
            }
            g.setPaint(new GradientPaint((float) x, (float) y, clear(Color.WHITE, 0.28), (float) (x + w * 0.6),
                    (float) (y + h), clear(Color.WHITE, 0)));
            g.fill(mat);
        }

        void bookcase(double x, double y, double w, double h, int shelves) {
            shadow(rect(x, y, w, h), -9, 4, 12, 0.6);
            wood(rect(x, y, w, h), lit(WALNUT, 0.62), false);
            double pitch = h / shelves;
            double middle = x + w * 0.52;
            for (int i = 0; i < shelves; i++) {
                double floor = y + (i + 1) * pitch - 9;
                row(x + 15, middle - 6, floor, pitch - 14);
                row(middle + 7, x + w - 15, floor, pitch - 14);
                // the board above keeps the light off
                g.setPaint(new GradientPaint(0, (float) (floor - pitch + 9), clear(Color.BLACK, 0.62), 0,
                        (float) (floor - pitch * 0.45), clear(Color.BLACK, 0)));
                g.fill(rect(x, floor - pitch + 9, w, pitch * 0.6));
                wood(rect(x, floor, w, 10), OAK, true);
                line(x, floor, x + w, floor, 1, clear(new Color(255, 232, 200), 0.45));
            }
            wood(rect(x, y, 14, h), OAK, false);
            wood(rect(middle - 6, y, 12, h), lit(OAK, 0.86), false);
        }

        void wallShelf(double x, double y, double w, double room) {
            shadow(rect(x, y, w, 10), 4, 12, 8, 0.5);
            row(x + 4, x + w - 6, y, room);
            wood(rect(x, y, w, 10), WALNUT, true);
            line(x, y, x + w, y, 1, clear(new Color(255, 232, 200), 0.35));
        }

        void row(double from, double to, double floor, double room) {
            double x = from + rnd(0, 6);
            while (x < to - 14) {
                int kind = random.nextInt(30);
                double left = to - x;
                if (kind == 0 && left > 70) {
                    x += stack(x, floor, rnd(54, 70), room * rnd(0.25, 0.5));
                } else if (kind == 1 && left > 64) {
                    x += carton(x + 4, floor, rnd(44, 58), room * rnd(0.35, 0.55)) + 10;
                } else if (kind == 2 && left > 46) {
                    x += vase(x + 6, floor, rnd(22, 30), room * rnd(0.4, 0.62)) + 14;
                } else if (kind == 3 && left > 40) {
                    x += rnd(6, 20);
                } else {
                    double height = room * rnd(0.55, 0.92);
                    double width = Math.min(left - 2, rnd(7, 21));
                    double lean = random.nextInt(7) == 0 ? rnd(4, 9) : 0;
                    book(x, floor, width, height, lean);
                    x += width + 0.8 + lean / 90 * height * 1.5;
                }
            }
        }

        void book(double x, double floor, double w, double h, double lean) {
            Color c = lit(new Color(BOOK_COLOURS[random.nextInt(BOOK_COLOURS.length)]), rnd(0.72, 1.12));
            AffineTransform old = g.getTransform();
            g.rotate(Math.toRadians(lean), x + w, floor);
            Rectangle2D spine = rect(x, floor - h, w, h);
            shadow(spine, 3, 1, 2, 0.5);
            float centre = (float) (x + w * 0.4);
            g.setPaint(new GradientPaint((float) x, 0, lit(c, 0.5), centre, 0, lit(c, 1.13)));
            g.fill(rect(x, floor - h, w * 0.4, h));
            g.setPaint(new GradientPaint(centre, 0, lit(c, 1.13), (float) (x + w), 0, lit(c, 0.42)));
            g.fill(rect(x + w * 0.4, floor - h, w * 0.6, h));
            Color ink = clear(lum(c) > 120 ? lit(c, 0.3) : new Color(222, 196, 140), 0.75);
            if (random.nextInt(2) == 0) {
                fill(rect(x, floor - h + h * 0.08, w, rnd(1, 4)), ink);
                fill(rect(x, floor - h * 0.12, w, rnd(1, 4)), ink);
            }
            if (random.nextInt(4) == 0) {
                fill(rect(x + w * 0.1, floor - h * rnd(0.7, 0.85), w * 0.8, h * rnd(0.14, 0.3)), clear(PAPER, 0.8));
            }
            double y = floor - h * 0.82;
            while (y < floor - h * 0.3 && w > 9) {
                double letter = rnd(1.5, 6);
                line(x + w * 0.5 - 1.5, y, x + w * 0.5 + rnd(-1, 2), y + letter * 0.6, rnd(1, 2.2), ink);
                y += letter;
            }
            g.setTransform(old);
        }

        static double lum(Color c) {
            return 0.3 * c.getRed() + 0.6 * c.getGreen() + 0.1 * c.getBlue();
        }

        double stack(double x, double floor, double w, double h) {
            double y = floor;
            while (y > floor - h) {
                double thick = rnd(7, 15);
                double width = w - rnd(0, 14);
                Color c = lit(new Color(BOOK_COLOURS[random.nextInt(BOOK_COLOURS.length)]), rnd(0.75, 1.1));
                Rectangle2D b = rect(x + rnd(0, 6), y - thick, width, thick);
                shadow(b, 2, 2, 2, 0.5);
                shadeDown(b, lit(c, 1.2), lit(c, 0.45));
                line(b.getX() + width * 0.2, b.getCenterY(), b.getX() + width * rnd(0.5, 0.8), b.getCenterY(), 1.4,
                        clear(PAPER, 0.55));
                y -= thick;
            }
            return w + 4;
        }

        double carton(double x, double floor, double w, double h) {
            Color c = lit(CARDBOARD, rnd(0.75, 1.1));
            Rectangle2D front = rect(x, floor - h, w, h);
            shadow(front, 5, 2, 5, 0.6);
            shadeDown(front, lit(c, 1.08), lit(c, 0.68));
            Path2D lid = new Path2D.Double();
            lid.moveTo(x - 3, floor - h);
            lid.lineTo(x + w + 4, floor - h);
            lid.lineTo(x + w - 4, floor - h - h * 0.10);
            lid.lineTo(x + 8, floor - h - h * 0.10);
            lid.closePath();
            fill(lid, lit(c, 1.24));
            line(x - 3, floor - h + 1, x + w + 4, floor - h + 1, 1.3, clear(lit(c, 0.35), 0.8));
            fill(rect(x + w * 0.42, floor - h, w * 0.16, h * 0.32), clear(new Color(214, 196, 160), 0.8));
            Rectangle2D label = rect(x + w * 0.08, floor - h * 0.5, w * 0.3, h * 0.22);
            fill(label, lit(PAPER, 0.92));
            for (double y = label.getY() + 3; y < label.getMaxY() - 2; y += 3.2) {
                double end = label.getX() + label.getWidth() * rnd(0.5, 0.9);
                line(label.getX() + 2, y, end, y, 0.8, new Color(80, 78, 80));
            }
            for (int i = 0; i < 26; i++) {
                double y = rnd(floor - h, floor);
                line(x, y, x + w, y, 0.6, clear(Color.BLACK, 0.035));
            }
            return w;
        }

        double vase(double x, double floor, double w, double h) {
            Color c = new Color(BOOK_COLOURS[random.nextInt(BOOK_COLOURS.length)]);
            Path2D p = new Path2D.Double();
            p.moveTo(x + w * 0.35, floor - h);
            p.curveTo(x + w * 0.35, floor - h * 0.6, x - w * 0.15, floor - h * 0.6, x + w * 0.2, floor);
            p.lineTo(x + w * 0.8, floor);
            p.curveTo(x + w * 1.15, floor - h * 0.6, x + w * 0.65, floor - h * 0.6, x + w * 0.65, floor - h);
            p.closePath();
            shadow(p, 5, 2, 4, 0.55);
            shadeAcross(p, lit(c, 1.2), lit(c, 0.35));
            fill(new Ellipse2D.Double(x + w * 0.22, floor - h * 0.5, w * 0.12, h * 0.22), clear(Color.WHITE, 0.4));
            return w;
        }

        void lamp(double x, double y) {
            shadeAcross(rect(x - 2.5, y + 100, 5, 420), new Color(120, 100, 70), new Color(40, 32, 26));
            Path2D shade = new Path2D.Double();
            shade.moveTo(x - 34, y);
            shade.lineTo(x + 34, y);
            shade.lineTo(x + 56, y + 104);
            shade.quadTo(x, y + 114, x - 56, y + 104);
            shade.closePath();
            shadow(shade, 8, 8, 12, 0.3);
            shadeDown(shade, new Color(232, 196, 134), new Color(255, 232, 178));
            Shape old = g.getClip();
            g.clip(shade);
            for (int i = -14; i <= 14; i++) {
                line(x + i * 2.6, y, x + i * 4.2, y + 112, 0.8, clear(new Color(120, 80, 30), 0.16));
            }
            shadeAcross(rect(x - 58, y, 34, 114), clear(new Color(110, 66, 20), 0.5), clear(new Color(110, 66, 20), 0));
            shadeAcross(rect(x + 24, y, 34, 114), clear(new Color(110, 66, 20), 0), clear(new Color(110, 66, 20), 0.5));
            g.setClip(old);
        }

        void sideboard(double x, double y, double w, double h) {
            shadow(rect(x, y, w, h), 0, -6, 12, 0.5);
            wood(rect(x, y + 12, w, h), lit(OAK, 0.74), true);
            double door = w / 4;
            for (int i = 0; i < 4; i++) {
                Rectangle2D front = rect(x + i * door + 5, y + 22, door - 10, h - 30);
                shadow(front, 1, 2, 2, 0.6);
                wood(front, lit(OAK, 0.84), false);
                fill(new Ellipse2D.Double(front.getMaxX() - 14, y + 84, 7, 7), new Color(48, 42, 38));
            }
            shadow(rect(x - 8, y, w + 16, 13), 0, 6, 5, 0.6);
            wood(rect(x - 8, y, w + 16, 13), lit(OAK, 1.05), true);
        }

        void clutter() {
            carton(196, 521, 128, 92);
            carton(214, 420, 88, 58);
            stack(334, 521, 66, 62);
            vase(410, 521, 34, 70);
            stack(452, 521, 60, 84);
            carton(690, 521, 84, 66);
            note(rect(206, 566, 62, 84), PAPER, 3, false);
            note(rect(286, 580, 48, 48), new Color(240, 214, 96), -5, false);
        }

        void radiator() {
            Rectangle2D body = rect(-10, 486, 172, 260);
            shadow(body, 8, 6, 9, 0.55);
            fill(body, new Color(120, 116, 108));
            for (double x = -8; x < 160; x += 21) {
                Shape rib = new RoundRectangle2D.Double(x, 480, 17, 270, 12, 14);
                shadow(rib, 2, 1, 2, 0.55);
                g.setPaint(new GradientPaint((float) x, 0, new Color(232, 228, 218), (float) (x + 17), 0,
                        new Color(140, 134, 126)));
                g.fill(rib);
            }
        }

        /** A pot with leaves on bent stems, the far ones first and darker. */
        void plant(double x, double floor, double size) {
            int leaves = 34;
            for (int i = 0; i < leaves; i++) {
                double depth = i / (double) leaves;
                double angle = Math.toRadians(rnd(-68, 68) * (1.1 - 0.4 * depth));
                double reach = size * rnd(0.75, 1.45);
                double tipX = x + Math.sin(angle) * reach;
                double tipY = floor - size * 0.5 - Math.cos(angle) * reach + Math.abs(angle) * size * 0.2;
                Color green = mix(new Color(34, 58, 34), new Color(104, 146, 76), depth * rnd(0.6, 1.1));
                g.setStroke(new BasicStroke(1.8f));
                g.setPaint(lit(green, 0.8));
                Path2D stem = new Path2D.Double();
                stem.moveTo(x, floor - size * 0.4);
                stem.quadTo(x + Math.sin(angle) * reach * 0.3, floor - size * 0.4 - reach * 0.7, tipX, tipY);
                g.draw(stem);
                leaf(tipX, tipY, size * rnd(0.32, 0.52), Math.toDegrees(angle) + rnd(-30, 30) + (angle > 0 ? 40 : -40),
                        green);
            }
            Path2D pot = new Path2D.Double();
            pot.moveTo(x - size * 0.34, floor - size * 0.5);
            pot.lineTo(x + size * 0.34, floor - size * 0.5);
            pot.lineTo(x + size * 0.25, floor);
            pot.lineTo(x - size * 0.25, floor);
            pot.closePath();
            shadow(pot, 6, 3, 6, 0.6);
            shadeAcross(pot, new Color(206, 128, 92), new Color(98, 54, 38));
            shadeAcross(rect(x - size * 0.37, floor - size * 0.54, size * 0.74, size * 0.1), new Color(216, 140, 102),
                    new Color(110, 62, 44));
        }

        void leaf(double x, double y, double length, double degrees, Color green) {
            AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y);
            Path2D blade = new Path2D.Double();
            blade.moveTo(x, y + length * 0.25);
            blade.curveTo(x - length * 0.42, y - length * 0.05, x - length * 0.26, y - length * 0.55, x, y - length
                    * 0.85);
            blade.curveTo(x + length * 0.26, y - length * 0.55, x + length * 0.42, y - length * 0.05, x, y + length
                    * 0.25);
            Shape s = turn.createTransformedShape(blade);
            shadow(s, 3, 5, 3, 0.4);
            Rectangle2D b = s.getBounds2D();
            g.setPaint(new GradientPaint((float) b.getMinX(), (float) b.getMinY(), lit(green, 1.2),
                    (float) b.getMaxX(), (float) b.getMaxY(), lit(green, 0.6)));
            g.fill(s);
            g.setPaint(clear(lit(green, 1.5), 0.55));
            g.setStroke(new BasicStroke(0.8f));
            g.draw(turn.createTransformedShape(new Line2D.Double(x, y + length * 0.25, x, y - length * 0.8)));
        }

        // --- from drawing to photograph

        byte[] develop() {
            float[][] planes = shrink();
            light(planes);
            byte[] out = new byte[WIDTH * HEIGHT * 3];
            Random grain = new Random(SEED + 1);
            for (float[] p : planes) {
                lensBlur(p);
            }
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                double same = grain.nextGaussian() * GRAIN;
                for (int c = 0; c < 3; c++) {
                    double own = grain.nextGaussian() * GRAIN * 0.5;
                    out[3 * i + c] = (byte) clamp(255 * toneCurve(planes[c][i]) + same + own);
                }
            }
            return out;
        }

        /** Averages down to the frame size, in linear light. */
        float[][] shrink() {
            int[] argb = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
            float[][] planes = new float[3][WIDTH * HEIGHT];
            for (int i = 0; i < argb.length; i++) {
                int at = i / (WIDTH * SUPER) / SUPER * WIDTH + i % (WIDTH * SUPER) / SUPER;
                for (int c = 0; c < 3; c++) {
                    double v = (argb[i] >> 16 - 8 * c & 255) / 255.0;
                    planes[c][at] += (float) (v * v) / (SUPER * SUPER);
                }
            }
            return planes;
        }

        /** Daylight from the window, warm light round the lamp, dark corners, and unevenness on every surface. */
        void light(float[][] planes) {
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                double x = i % WIDTH;
                double y = i / WIDTH;
                double day = 0.95 * bell(x - 150, 480) * bell(y - 260, 420);
                double lamp = 1.1 * bell(x - 800, 150) * bell(y - 170, 150)
                        + 0.35 * bell(x - 800, 330) * bell(y - 250, 300);
                double corner = 1 - 0.28 * Math.min(1, (sq((x - 640) / 760) + sq((y - 360) / 480)) / 1.6);
                double uneven = 1 + 0.10 * (noise(x / 70, y / 70) - 0.5) + 0.10 * (noise(x / 9, y / 9) - 0.5)
                        + 0.08 * (noise(x / 2.2, y / 2.2) - 0.5);
                double base = 0.50;
                planes[0][i] *= (float) ((base + 0.95 * day + 1.15 * lamp) * corner * uneven);
                planes[1][i] *= (float) ((base + day + 0.80 * lamp) * corner * uneven);
                planes[2][i] *= (float) ((base + 1.06 * day + 0.42 * lamp) * corner * uneven);
            }
        }

        static double sq(double v) {
            return v * v;
        }

        static double bell(double d, double width) {
            return StrictMath.exp(-d * d / (width * width));
        }

        /** Smooth value noise, 0 to 1. */
        static double noise(double x, double y) {
            int ix = (int) Math.floor(x);
            int iy = (int) Math.floor(y);
            double fx = smoothStep(0, 1, x - ix);
            double fy = smoothStep(0, 1, y - iy);
            return (1 - fy) * ((1 - fx) * lattice(ix, iy) + fx * lattice(ix + 1, iy))
                    + fy * ((1 - fx) * lattice(ix, iy + 1) + fx * lattice(ix + 1, iy + 1));
        }

        static double lattice(int x, int y) {
            int h = x * 374_761_393 + y * 668_265_263;
            h = (h ^ h >>> 13) * 1_274_126_177;
            return ((h ^ h >>> 16) & 0xffff) / 65_535.0;
        }

        /** The room is a little out of focus; some of the bright light spreads far. */
        static void lensBlur(float[] p) {
            float[] glow = new float[p.length];
            for (int i = 0; i < p.length; i++) {
                glow[i] = Math.max(0, p[i] - 0.55f);
            }
            boxBlur3(glow, WIDTH, HEIGHT, 14);
            gauss(p, LENS_BLUR);
            for (int i = 0; i < p.length; i++) {
                p[i] += 0.35f * glow[i];
            }
        }

        static void gauss(float[] p, double sigma) {
            int r = (int) Math.ceil(3 * sigma);
            float[] kernel = new float[2 * r + 1];
            float sum = 0;
            for (int k = -r; k <= r; k++) {
                kernel[k + r] = (float) StrictMath.exp(-k * k / (2 * sigma * sigma));
                sum += kernel[k + r];
            }
            for (int pass = 0; pass < 2; pass++) {
                float[] copy = p.clone();
                for (int i = 0; i < p.length; i++) {
                    float v = 0;
                    for (int k = -r; k <= r; k++) {
                        int x = pass == 0 ? Math.max(0, Math.min(WIDTH - 1, i % WIDTH + k)) : i % WIDTH;
                        int y = pass == 1 ? Math.max(0, Math.min(HEIGHT - 1, i / WIDTH + k)) : i / WIDTH;
                        v += kernel[k + r] * copy[y * WIDTH + x];
                    }
                    p[i] = v / sum;
                }
            }
        }

        /** Linear light to what a camera gives: a soft shoulder, no pure black. */
        static double toneCurve(double linear) {
            double v = 1 - StrictMath.exp(-1.65 * Math.max(0, linear));
            return 0.02 + 0.98 * Math.sqrt(v);
        }
    }

    // ------------------------------------------------------------------------------------------------ output

    /** An ffmpeg that takes raw frames on its standard input. */
    static final class Encoder implements AutoCloseable {
        /** Longer than the frozen stretch: a key frame inside it would look like a change to a detector. */
        static final int GOP = 96;
        static final int CRF = 25;

        final Process process;
        final OutputStream pipe;

        Encoder(List<String> command) throws IOException {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            pipe = process.getOutputStream();
        }

        static List<String> input(String ffmpeg, String pixels) {
            return new ArrayList<>(List.of(ffmpeg, "-nostdin", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt",
                    pixels,
                    "-s", WIDTH + "x" + HEIGHT, "-r", "" + FPS, "-i", "pipe:0"));
        }

        static Encoder talk(String ffmpeg, Path wav, int keyFrame, Path file) throws IOException {
            List<String> command = input(ffmpeg, "rgb24");
            command.addAll(List.of("-i", wav.toString(), "-map", "0:v", "-map", "1:a", "-vf",
                    "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int+bicubic,format=yuv420p,"
                            + "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv",
                    "-c:v", "libx264", "-preset", "medium", "-crf", "" + CRF, "-g", "" + GOP,
                    "-force_key_frames", "expr:eq(n," + keyFrame + ")", "-threads", "2",
                    "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv",
                    "-c:a", "aac", "-b:a", "80k", "-ac", "2", "-map_metadata", "-1", "-fflags", "+bitexact",
                    "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart", file.toString()));
            return new Encoder(command);
        }

        /** Lossless, and half of what ffv1 needs. */
        static Encoder alpha(String ffmpeg, Path file) throws IOException {
            List<String> command = input(ffmpeg, "gray");
            command.addAll(List.of("-c:v", "libx264", "-qp", "0", "-preset", "slow", "-g", "" + GOP, "-threads", "2",
                    "-pix_fmt", "gray", "-color_range", "pc", "-map_metadata", "-1", "-fflags", "+bitexact",
                    "-flags:v", "+bitexact", file.toString()));
            return new Encoder(command);
        }

        void frame(byte[] pixels) throws IOException {
            pipe.write(pixels);
        }

        @Override
        public void close() throws IOException {
            pipe.close();
            try {
                if (process.waitFor() != 0) {
                    throw new IOException("ffmpeg failed with " + process.exitValue());
                }
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** SHA-256 of all frames, so that two runs can be compared without keeping them. */
    static final class Digest {
        final MessageDigest sha;

        Digest() throws Exception {
            sha = MessageDigest.getInstance("SHA-256");
        }

        void add(byte[] pixels) {
            sha.update(pixels);
        }

        String hex() {
            return HexFormat.of().formatHex(sha.digest());
        }
    }

    /** The truth file, written by hand since the JDK has no JSON writer. */
    static final class Truth {
        static String json(Talk talk, Motion[] motion, String frames, String alphas) {
            StringBuilder out = new StringBuilder("{\n");
            line(out, "\"about\": \"What talk.mp4 holds. Times are seconds from its start, ends are exclusive."
                    + " Audible: louder than silenceThresholdDb in the synthesised voice.\"");
            line(out, "\"width\": %d, \"height\": %d, \"fps\": %d, \"frames\": %d, \"duration\": %s", WIDTH, HEIGHT,
                    FPS,
                    talk.frames, seconds(talk.frames / (double) FPS));
            line(out, "\"audio\": {\"rate\": %d, \"channels\": 2, \"silenceThresholdDb\": %s, \"roomToneRmsDb\": %s}",
                    RATE,
                    seconds(Talk.THRESHOLD_DB), seconds(Talk.TONE_RMS_DB));
            line(out, "\"frameSha256\": \"%s\"", frames);
            line(out, "\"alphaSha256\": \"%s\"", alphas);
            line(out, "\"alpha\": {\"file\": \"talk_alpha.mkv\", \"firstFrame\": 0, \"frames\": %d, \"about\": "
                    + "\"Frame n belongs to frame n of talk.mp4; the rest is made by MakeTalk.java --full-alpha.\"}",
                    ALPHA_FRAMES);
            line(out, "\"leadIn\": {\"start\": 0, \"end\": %s}",
                    seconds(talk.sentences.get(0).start() / (double) RATE));
            line(out, "\"leadOut\": {\"start\": %s, \"end\": %s}",
                    seconds(talk.sentences.get(SENTENCES.length - 1).end() / (double) RATE),
                    seconds(talk.frames / (double) FPS));
            line(out, "\"sentences\": [%s]", sentences(talk));
            line(out, "\"fillers\": [%s]", fillers(talk));
            line(out, "\"pauseSeconds\": %s", seconds(Arrays.stream(PAUSES).sum()));
            line(out, "\"pauses\": [%s]", pauses(talk));
            line(out, "\"frozen\": {\"firstFrame\": %d, \"endFrame\": %d, \"start\": %s, \"end\": %s, \"pause\": %d}",
                    talk.frozenFrom(), talk.frozenTo(), seconds(talk.frozenFrom() / (double) FPS),
                    seconds(talk.frozenTo() / (double) FPS), FROZEN_PAUSE);
            line(out, "\"motionAbout\": \"One row per frame. Person.lookUp in MakeTalk.java says where in the cut-out a"
                    + " frame's pixel comes from; with these rounded numbers it gives the exact alpha.\"");
            line(out, "\"motionColumns\": "
                    + "[\"dx\", \"dy\", \"scale\", \"turnDegrees\", \"headDegrees\", \"jawPixels\"]");
            out.append("  \"motion\": [").append(motion(motion)).append("]\n}\n");
            return out.toString();
        }

        static void line(StringBuilder out, String format, Object... values) {
            out.append("  ").append(String.format(Locale.ROOT, format, values)).append(",\n");
        }

        static String sentences(Talk talk) {
            List<String> rows = new ArrayList<>();
            for (Placed p : talk.sentences) {
                List<String> words = new ArrayList<>();
                for (Word w : p.said().words()) {
                    words.add(String.format("[\"%s\", %s, %s]", w.text(), seconds(w.start() + p.shift()),
                            seconds(w.end() + p.shift())));
                }
                rows.add(String.format("\n    {\"text\": \"%s\", \"start\": %s, \"end\": %s,\n     \"words\": [%s]}",
                        p.said().text(),
                        seconds(p.start() / (double) RATE), seconds(p.end() / (double) RATE),
                        String.join(", ", words)));
            }
            return String.join(",", rows);
        }

        static String fillers(Talk talk) {
            List<String> rows = new ArrayList<>();
            for (Placed p : talk.sentences) {
                p.said().words().stream().filter(w -> w.text().equals(FILLER)).forEach(w -> rows.add(String.format(
                        "{\"word\": \"%s\", \"start\": %s, \"end\": %s}", FILLER, seconds(w.start() + p.shift()),
                        seconds(w.end() + p.shift()))));
            }
            return String.join(", ", rows);
        }

        static String pauses(Talk talk) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < PAUSES.length; i++) {
                rows.add(String.format("\n    {\"start\": %s, \"end\": %s, \"seconds\": %s, \"frozenPicture\": %s}",
                        seconds(talk.pauseStart(i)), seconds(talk.pauseEnd(i)), seconds(PAUSES[i]), i == FROZEN_PAUSE));
            }
            return String.join(",", rows);
        }

        static String motion(Motion[] motion) {
            List<String> rows = new ArrayList<>();
            for (Motion m : motion) {
                rows.add(String.format(Locale.ROOT, "\n    [%.4f, %.4f, %.4f, %.4f, %.4f, %.4f]", m.dx(), m.dy(),
                        m.scale(), m.turn(),
                        m.head(), m.jaw()));
            }
            return String.join(",", rows);
        }

        static String seconds(double value) {
            return String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
        }
    }
}
