package reelskill.studio.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.MediaFacts.Audio;
import reelskill.media.MediaFacts.Kind;
import reelskill.media.MediaFacts.Video;
import reelskill.media.Resolution;
import reelskill.studio.analysis.UnusableMediaException.Reason;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.ffmpeg.MediaInput;

/**
 * Reads the facts of a media file from its content; its name means nothing. A hostile file opens no other file and ends
 * within a minute. Safe for use by many threads.
 */
public final class MediaProbe {
    private static final List<String> QUESTIONS = List.of(
            "-show_entries",
            PacketTables.QUESTION
                    + ":format=format_name,duration:format_tags=major_brand"
                    + ":stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,r_frame_rate,pix_fmt"
                    + ",color_transfer,color_range,color_space,field_order,channels,sample_rate,start_time,duration"
                    + ":stream_disposition=attached_pic,default:stream_side_data=side_data_type,rotation");

    private static final FileMemory<Inspection> INSPECTED = new FileMemory<>();

    private static final Set<String> HDR = Set.of("smpte2084", "arib-std-b67");
    private static final Set<String> STILL_BRANDS = Set.of("avif", "heic", "heix", "mif1");
    private static final int LONGEST_SIDE = 16384;

    private final Ffmpeg ffmpeg;

    public MediaProbe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Returns the facts of {@code file}. What the packets say counts, not what the header promises: a file that was cut
     * off is as long as what is left of it.
     *
     * @throws UnusableMediaException if it cannot be edited
     */
    public MediaFacts probe(Path file) {
        return inspect(file).facts();
    }

    /**
     * Returns the facts of {@code file} and which of its streams they are about. A file is read once as long as it stays
     * as it is. Throws as {@link #probe} does.
     */
    public Inspection inspect(Path file) {
        requireBytes(file);
        return INSPECTED.of(file, ffmpeg.version(), () -> read(file));
    }

    private Inspection read(Path file) {
        try {
            PacketTables packets = new PacketTables();
            JsonNode answer = ffmpeg.probe(
                    Stream.concat(QUESTIONS.stream(), MediaInput.of(file).stream())
                            .toList(),
                    packets);
            return inspection(answer, packets);
        } catch (FfmpegException e) {
            throw new UnusableMediaException(reason(file, e), e.toString());
        }
    }

    private static Inspection inspection(JsonNode answer, PacketTables tables) {
        Optional<JsonNode> picture = stream(answer, "video");
        Optional<JsonNode> sound = stream(answer, "audio");
        JsonNode main = picture.or(() -> sound).orElseThrow(() -> nothingIn(answer));
        PacketTable packets = tables.of(main.path("index").asInt());
        Optional<Video> video = picture.map(stream -> video(stream, packets));
        Kind kind = kind(answer, video.isPresent(), sound.isPresent(), packets);
        double start = picture.isPresent() ? packets.start() : Math.max(packets.start(), declaredStart(main));
        double seconds = packets.isEmpty() ? declaredDuration(answer, main) : packets.end() - start;
        if (seconds <= 0 && kind != Kind.IMAGE) throw new UnusableMediaException(Reason.DAMAGED, "no packets");
        Duration duration = kind == Kind.IMAGE ? Duration.ZERO : ofSeconds(seconds);
        MediaFacts facts = new MediaFacts(kind, duration, video, sound.map(MediaProbe::audio));
        return new Inspection(
                facts, index(picture), index(sound), ofSeconds(start), picture.map(stream -> declared(answer, stream)));
    }

    private static PictureHeader declared(JsonNode answer, JsonNode stream) {
        return new PictureHeader(
                answer.at("/format/format_name").asText(),
                new Resolution(
                        stream.path("width").asInt(), stream.path("height").asInt()),
                stream.path("sample_aspect_ratio").asText(),
                stream.path("field_order").asText(),
                stream.path("color_range").asText(),
                stream.path("color_space").asText(),
                stream.path("side_data_list").findValuesAsText("side_data_type"));
    }

    /** Returns the default stream of a type, or the first: one that can be decoded and is no cover picture. */
    private static Optional<JsonNode> stream(JsonNode answer, String type) {
        return StreamSupport.stream(answer.path("streams").spliterator(), false)
                .filter(stream -> stream.path("codec_type").asText().equals(type))
                .filter(stream -> stream.at("/disposition/attached_pic").asInt() == 0)
                .filter(stream -> stream.hasNonNull("codec_name"))
                .max(Comparator.comparingInt((JsonNode stream) ->
                                stream.at("/disposition/default").asInt())
                        .thenComparingInt(stream -> -stream.path("index").asInt()));
    }

    private static Video video(JsonNode stream, PacketTable packets) {
        boolean uneven = packets.isUneven();
        FrameRate header = rate(stream.path("r_frame_rate").asText());
        double measured = packets.rate() > 0 ? packets.rate() : header.fps();
        return new Video(
                stream.path("codec_name").asText(),
                size(stream),
                uneven ? FittingRate.uneven(measured) : FittingRate.even(measured, header),
                uneven,
                rotation(stream),
                stream.path("pix_fmt").asText("unknown"),
                HDR.contains(stream.path("color_transfer").asText()));
    }

    private static Audio audio(JsonNode stream) {
        int channels = stream.path("channels").asInt();
        if (channels < 1) throw new UnusableMediaException(Reason.DAMAGED, "sound without channels");
        return new Audio(
                stream.path("codec_name").asText(), stream.path("sample_rate").asInt(), channels);
    }

    private static Kind kind(JsonNode answer, boolean picture, boolean sound, PacketTable packets) {
        if (!picture) return Kind.AUDIO;
        String format = answer.at("/format/format_name").asText();
        String brand = answer.at("/format/tags/major_brand").asText();
        boolean stillFormat = format.endsWith("_pipe") || format.equals("gif") || STILL_BRANDS.contains(brand.strip());
        return stillFormat && !sound && packets.count() <= 1 ? Kind.IMAGE : Kind.VIDEO;
    }

    private static Resolution size(JsonNode stream) {
        int width = stream.path("width").asInt();
        int height = stream.path("height").asInt();
        if (width < 1 || height < 1) throw new UnusableMediaException(Reason.DAMAGED, "picture without a size");
        if (Math.max(width, height) > LONGEST_SIDE) {
            throw new UnusableMediaException(Reason.UNSUPPORTED, "picture of " + width + "x" + height);
        }
        int wide = (int) Math.max(
                1,
                Math.round(width * pixelShape(stream.path("sample_aspect_ratio").asText())));
        return rotation(stream) % 180 == 0 ? new Resolution(wide, height) : new Resolution(height, wide);
    }

    /** Returns how much wider than high a pixel is seen; 1 for what no camera makes. */
    private static double pixelShape(String ratio) {
        if (!ratio.matches("[1-9]\\d{0,5}:[1-9]\\d{0,5}")) return 1;
        String[] parts = ratio.split(":", 2);
        double shape = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        return shape > 0.2 && shape < 5 ? shape : 1;
    }

    /** Returns the clockwise turn of the display matrix, which ffprobe reports counterclockwise, to a quarter. */
    private static int rotation(JsonNode stream) {
        for (JsonNode data : stream.path("side_data_list")) {
            if (data.has("rotation"))
                return Math.floorMod(-Math.round(data.path("rotation").floatValue() / 90), 4) * 90;
        }
        return 0;
    }

    private static FrameRate rate(String text) {
        return text.matches("[1-9]\\d{0,8}/[1-9]\\d{0,8}") ? FrameRate.parse(text) : new FrameRate(25, 1);
    }

    /** An encoder's own delay at the beginning of a sound is in the packets and is not played. */
    private static double declaredStart(JsonNode stream) {
        return stream.path("start_time").asDouble(0);
    }

    private static double declaredDuration(JsonNode answer, JsonNode stream) {
        return stream.path("duration").asDouble(answer.at("/format/duration").asDouble());
    }

    private static OptionalInt index(Optional<JsonNode> stream) {
        return stream.map(found -> OptionalInt.of(found.path("index").asInt())).orElseGet(OptionalInt::empty);
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e6) * 1000);
    }

    private static void requireBytes(Path file) {
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new UnusableMediaException(Reason.MISSING, file.toString());
            }
            if (Files.size(file) == 0) throw new UnusableMediaException(Reason.EMPTY, file.toString());
        } catch (IOException e) {
            throw new UnusableMediaException(Reason.MISSING, e.toString());
        }
    }

    private static UnusableMediaException nothingIn(JsonNode answer) {
        return new UnusableMediaException(Reason.UNSUPPORTED, "no picture and no sound in " + answer.path("format"));
    }

    private static Reason reason(Path file, FfmpegException failure) {
        if (String.join("\n", failure.lastLines()).contains("not on whitelist")) return Reason.UNSUPPORTED;
        return Magic.looksLikeMedia(file) ? Reason.DAMAGED : Reason.NOT_MEDIA;
    }
}
