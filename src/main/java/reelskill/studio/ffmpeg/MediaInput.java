package reelskill.studio.ffmpeg;

import java.nio.file.Path;
import java.util.List;

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

    private MediaInput() {}

    /** Returns the arguments that make {@code file} an input, for ffmpeg and ffprobe alike; options go before them. */
    public static List<String> of(Path file) {
        String url = "file:" + file.toAbsolutePath();
        return List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS, "-i", url);
    }
}
