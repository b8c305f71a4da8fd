package reelskill.studio.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import reelskill.media.ExportFormat;
import reelskill.media.FrameRate;
import reelskill.studio.analysis.Sound;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Output.Codec;

/**
 * How the joined picture and the mixed sound become one file of a kind: the arguments of ffmpeg between inputs and name.
 *
 * @param payload the share of the bytes allowed that is aimed at: the container takes some, and encoders overshoot
 */
record Encoding(Output output, FrameRate rate, CanvasFit fit, double seconds, double payload) {
    private static final int SOUND_BITS = 192_000;
    private static final int LOW_SOUND_BITS = 64_000;
    private static final int FEWEST_SOUND_BITS = 32_000;
    private static final double SHARE_OF_SOUND = 0.15;
    /** Below this many bits a pixel and frame a smaller picture looks better than a coarser one. */
    private static final double FEWEST_BITS_PER_PIXEL = 0.03;
    /** More than that is seen by nobody: a limit of size is no size to reach. */
    private static final double MOST_BITS_PER_PIXEL = 0.25;

    private static final int FEWEST_LINES = 240;
    /** Smooth enough for a GIF, and a third of the size of all frames. */
    private static final int GIF_RATE = 12;

    private static final int GIF_SIDE = 480;
    /** Of its side, where a smaller file is wanted. */
    private static final List<Double> GIF_SHARES = List.of(1.0, 0.75, 0.5833, 0.4583, 0.3333);
    /** Of the encoder's 2 to 31; at the first no eye sees a difference. */
    private static final List<String> JPEG_QUALITIES = List.of("2", "4", "8", "14", "24");

    Encoding(Output output, FrameRate rate, CanvasFit fit, double seconds) {
        this(output, rate, fit, seconds, 0.95);
    }

    /** Returns whether the pictures of the chunks are what the file holds; else they are only a step on the way. */
    boolean copiesPicture() {
        boolean boxed = output.format() == ExportFormat.MP4 || output.format() == ExportFormat.MOV;
        return boxed && output.codec() == Codec.H264 && !isLimited() && !isClear();
    }

    /** Returns the quality of chunks for it: they lose next to nothing where they are encoded once more. */
    Quality chunks(Quality wanted) {
        return copiesPicture() ? wanted : Quality.MASTER;
    }

    boolean isClear() {
        return fit.pixels() == Pixels.CLEAR;
    }

    boolean isLimited() {
        return output.mostBytes() > 0;
    }

    boolean isGif() {
        return output.format() == ExportFormat.GIF;
    }

    boolean isStill() {
        return output.format().isStill();
    }

    private boolean isProRes() {
        return output.codec() == Codec.PRORES && output.format() == ExportFormat.MOV;
    }

    boolean isPictures() {
        return output.format() == ExportFormat.ZIP;
    }

    /** Returns the arguments that make a PNG of each frame, one after the other in a pipe. */
    List<String> pictures() {
        String pixels = isClear() ? "rgba" : "rgb24";
        List<String> arguments = new ArrayList<>(List.of("-fps_mode", "passthrough", "-vf", onCanvasGrid()));
        arguments.addAll(List.of("-c:v", "png", "-pix_fmt", pixels, "-f", "image2pipe", "pipe:1"));
        return arguments;
    }

    /** Returns the ways to make the one picture, the best first; only that where any size of file will do. */
    List<List<String>> stills() {
        if (output.format() == ExportFormat.PNG)
            return List.of(List.of("-frames:v", "1", "-c:v", "png", "-pix_fmt", isClear() ? "rgba" : "rgb24"));
        // JPEG files say nothing of their colours: they are always these.
        String colours = "scale=out_color_matrix=bt601:out_range=full";
        List<String> how = List.of("-frames:v", "1", "-vf", colours, "-c:v", "mjpeg", "-pix_fmt", "yuvj444p", "-q:v");
        return (isLimited() ? JPEG_QUALITIES : JPEG_QUALITIES.subList(0, 1))
                .stream()
                        .map(quality ->
                                Stream.concat(how.stream(), Stream.of(quality)).toList())
                        .toList();
    }

    /** Returns whether a first pass over the picture finds out where the bits are needed; x265 is too slow for that. */
    boolean hasTwoPasses() {
        boolean x265 = output.codec() == Codec.H265 && output.format() != ExportFormat.WEBM;
        return isLimited() && !output.format().isSoundOnly() && !isGif() && !isPictures() && !x265 && !isClear();
    }

    /** Returns an encoding that aims lower, for when the file became larger than it may be; as often as that helps. */
    Optional<Encoding> tighter() {
        return payload < 0.6 ? Optional.empty() : Optional.of(new Encoding(output, rate, fit, seconds, payload * 0.85));
    }

    /** @param withSound whether the second input is sound */
    List<String> picture(boolean withSound) {
        if (copiesPicture()) throw new IllegalStateException("the picture is copied");
        List<String> arguments = new ArrayList<>(List.of("-fps_mode", "passthrough", "-vf", onGrid()));
        OptionalLong bits = pictureBits(withSound);
        if (output.format() == ExportFormat.WEBM) {
            arguments.addAll(List.of("-c:v", "libvpx-vp9", "-deadline", "good", "-cpu-used", "5", "-row-mt", "1"));
            arguments.addAll(
                    bits.isPresent()
                            ? List.of("-b:v", Long.toString(bits.getAsLong()))
                            : List.of("-crf", isClear() ? "24" : "31", "-b:v", "0"));
            // A frame that is not shown has no alpha.
            if (isClear()) arguments.addAll(List.of("-auto-alt-ref", "0", "-metadata:s:v:0", "alpha_mode=1"));
        } else if (isClear() || isProRes()) {
            arguments.addAll(List.of("-c:v", "prores_ks", "-vendor", "apl0", "-profile:v", isClear() ? "4444" : "hq"));
            arguments.addAll(
                    isClear()
                            ? List.of("-alpha_bits", "16", "-pix_fmt", "yuva444p10le")
                            : List.of("-pix_fmt", "yuv422p10le"));
            return arguments;
        } else if (output.codec() == Codec.H265) {
            arguments.addAll(List.of("-c:v", "libx265", "-preset", "fast", "-tag:v", "hvc1"));
            arguments.addAll(
                    bits.isPresent() ? List.of("-b:v", Long.toString(bits.getAsLong())) : List.of("-crf", "24"));
        } else {
            arguments.addAll(List.of("-c:v", "libx264", "-preset", "medium"));
            bits.ifPresent(rated -> arguments.addAll(List.of("-b:v", Long.toString(rated))));
        }
        arguments.addAll(List.of("-pix_fmt", fit.pixels().format()));
        return arguments;
    }

    /** Returns the arguments that tell the encoder of a pass, 1 or 2, where it keeps what the first found out. */
    List<String> pass(int number, Path log) {
        return hasTwoPasses()
                ? List.of(
                        "-pass",
                        Integer.toString(number),
                        "-passlogfile",
                        log.toAbsolutePath().toString())
                : List.of();
    }

    List<String> sound() {
        String bits = Long.toString(soundBits());
        return switch (output.format()) {
            // Not the quick coder: it makes loud steady tones softer by up to 3 dB.
            case MP4, MOV, M4A -> List.of("-c:a", "aac", "-b:a", bits);
            case WEBM -> List.of("-c:a", "libopus", "-b:a", Long.toString(Math.min(160_000, soundBits())));
            case MP3 -> List.of("-c:a", "libmp3lame", "-b:a", bits);
            case WAV -> List.of("-c:a", "pcm_s16le");
            case GIF, ZIP, PNG, JPG, SRT, VTT, OTIO, FCPXML, EDL, MLT ->
                throw new IllegalStateException(output.format() + " has no sound");
        };
    }

    List<String> container() {
        return switch (output.format()) {
            case MP4 -> List.of("-movflags", "+faststart", "-f", "mp4");
            case MOV -> List.of("-movflags", "+faststart", "-f", "mov");
            case M4A -> List.of("-movflags", "+faststart", "-f", "ipod");
            case WEBM -> List.of("-f", "webm");
            case GIF -> List.of("-f", "gif");
            case PNG, JPG -> List.of("-f", "image2", "-update", "1");
            case ZIP -> throw new IllegalStateException("pictures are put in by us");
            case MP3 -> List.of("-f", "mp3");
            case WAV -> List.of("-f", "wav");
            case SRT, VTT, OTIO, FCPXML, EDL, MLT ->
                throw new IllegalStateException(output.format() + " is not encoded");
        };
    }

    /**
     * Returns the filters before a GIF's colours are chosen.
     *
     * @param side the longest side, in pixels
     */
    String gifFrames(int side) {
        double fps = Math.min(GIF_RATE, rate.fps());
        String size = "scale=w='min(%d,iw)':h='min(%d,ih)':force_original_aspect_ratio=decrease:flags=lanczos"
                .formatted(side, side);
        return onCanvasGrid() + ",fps=" + fps + "," + size;
    }

    /** Returns the sizes of a GIF to try, the largest first; only the first where any size of file will do. */
    List<Integer> gifSides() {
        int side = output.sized() ? Math.max(fit.canvas().width(), fit.canvas().height()) : GIF_SIDE;
        if (!isLimited()) return List.of(side);
        return GIF_SHARES.stream().map(share -> (int) Math.round(side * share)).toList();
    }

    /**
     * Returns the bits a second that the picture may take; empty where only quality counts.
     *
     * @throws RenderException if nothing that could be looked at would be that small
     */
    OptionalLong pictureBits(boolean withSound) {
        if (!isLimited()) return OptionalLong.empty();
        double left = wholeBits() - (withSound ? soundBits() : 0);
        if (left < bitsFor(FEWEST_LINES, FEWEST_BITS_PER_PIXEL))
            throw new RenderException(RenderException.Reason.TOO_SMALL, "" + output);
        int lines = Math.min(fit.canvas().width(), fit.canvas().height());
        return OptionalLong.of((long) Math.min(left, bitsFor(lines, MOST_BITS_PER_PIXEL)));
    }

    private long soundBits() {
        if (!isLimited()) return SOUND_BITS;
        boolean alone = output.format().isSoundOnly();
        long bits = Math.round(wholeBits() * (alone ? 1 : SHARE_OF_SOUND));
        if (alone && bits < fewestBits()) throw new RenderException(RenderException.Reason.TOO_SMALL, "" + output);
        return Math.max(alone ? FEWEST_SOUND_BITS : LOW_SOUND_BITS, Math.min(SOUND_BITS, bits));
    }

    /** WAV is not compressed. */
    private long fewestBits() {
        return output.format() == ExportFormat.WAV ? 16L * 2 * Sound.RATE : FEWEST_SOUND_BITS;
    }

    private double wholeBits() {
        return output.mostBytes() * 8 * payload / seconds;
    }

    /** Frames are numbered again: joining has rounded their times. */
    private String onCanvasGrid() {
        return "settb=%d/%d,setpts=N".formatted(rate.denominator(), rate.numerator());
    }

    private String onGrid() {
        int lines = Math.min(fit.canvas().width(), fit.canvas().height());
        int fitting = lines;
        while (isLimited() && fitting > FEWEST_LINES && bitsFor(fitting, FEWEST_BITS_PER_PIXEL) > wholeBits())
            fitting -= 40;
        if (fitting >= lines) return onCanvasGrid();
        double scale = (double) Math.max(fitting, FEWEST_LINES) / lines;
        return onCanvasGrid()
                + ",scale=%d:%d:flags=lanczos"
                        .formatted(
                                even(fit.canvas().width() * scale),
                                even(fit.canvas().height() * scale));
    }

    private double bitsFor(int lines, double bitsPerPixel) {
        double scale = Math.min(
                1, (double) lines / Math.min(fit.canvas().width(), fit.canvas().height()));
        return fit.canvas().width() * scale * fit.canvas().height() * scale * rate.fps() * bitsPerPixel;
    }

    private static int even(double side) {
        return (int) Math.round(side / 2) * 2;
    }
}
