package reelskill.studio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.media.MediaFormat;

/**
 * How a file that somebody else made is opened: nothing but that one file. Playlists and scripts, which ffmpeg would
 * follow to other files and hosts whatever their name ends in, are no media here.
 */
public final class MediaInput {
    private static final String FORMATS = String.join(
            ",",
            "mov,matroska,avi,mpegts,mpeg,flv,asf,ogg,mxf,dv,ivf,h264,hevc,m4v,mpegvideo,mjpeg,yuv4mpegpipe,nut",
            "wav,w64,mp3,aac,flac,aiff,caf,amr,ac3,eac3,au",
            "gif,apng,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe");

    private static final int PNG_HEAD = 1 << 16;

    private MediaInput() {}

    /** Returns the arguments that make {@code file} an input, for ffmpeg and ffprobe alike; options go before them. */
    public static List<String> of(Path file) {
        List<String> arguments = new ArrayList<>(List.of("-protocol_whitelist", "file,pipe"));
        arguments.addAll(List.of("-format_whitelist", FORMATS));
        stillDemuxer(file).ifPresent(demuxer -> arguments.addAll(List.of("-f", demuxer)));
        arguments.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
        return List.copyOf(arguments);
    }

    /** By its name ffmpeg would take a picture for one of a numbered sequence, and that is no format here. */
    private static Optional<String> stillDemuxer(Path file) {
        try {
            return switch (MediaFormat.sniff(file).orElse(MediaFormat.MP4)) {
                case JPG -> Optional.of("jpeg_pipe");
                case WEBP -> Optional.of("webp_pipe");
                case PNG -> Optional.of(isAnimated(file) ? "apng" : "png_pipe");
                default -> Optional.empty();
            };
        } catch (IOException e) {
            // ffmpeg says in its own words why it cannot be read.
            return Optional.empty();
        }
    }

    /** An animated PNG says so before its first picture. */
    private static boolean isAnimated(Path png) throws IOException {
        try (InputStream in = Files.newInputStream(png)) {
            return new String(in.readNBytes(PNG_HEAD), StandardCharsets.ISO_8859_1).contains("acTL");
        }
    }
}
