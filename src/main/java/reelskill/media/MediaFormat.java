package reelskill.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file format that the protocol takes (protocol.md, Upload), told by what a file begins with and not by its name. */
public enum MediaFormat {
    MP4("video/mp4"),
    MOV("video/quicktime"),
    AVI("video/x-msvideo"),
    WEBM("video/webm"),
    MKV("video/x-matroska"),
    JPG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    MP3("audio/mpeg"),
    WAV("audio/wav"),
    M4A("audio/mp4"),
    AAC("audio/aac"),
    /** Subtitles go with a video; the protocol's own backend does not take them, ours does. */
    SRT("application/x-subrip"),
    VTT("text/vtt"),
    /** A colour table, which ours takes too. */
    CUBE("text/plain");

    private static final int HEAD = 4096;
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern VTT_MARK = Pattern.compile("WEBVTT[\\s]");
    private static final Pattern SRT_CUE = Pattern.compile(
            "\\s*(\\d{1,6}\\s*\\R\\s*)?\\d{1,3}:\\d{2}:\\d{2}[,.]\\d{1,3}\\s*-->\\s*\\d{1,3}:\\d{2}:\\d{2}[,.]\\d{1,3}");

    private static final Pattern CUBE_SIZE = Pattern.compile("(?m)^[ \\t]*LUT_[13]D_SIZE[ \\t]+\\d");

    private final String mimeType;

    MediaFormat(String mimeType) {
        this.mimeType = mimeType;
    }

    public String mimeType() {
        return mimeType;
    }

    /** Returns the formats as people write them: {@code mp4 mov avi …}. */
    public static String list() {
        return Arrays.stream(values())
                .map(f -> f.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Returns the format that the ending of a file's name promises. */
    public static Optional<MediaFormat> ofName(Path file) {
        String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1).replace("JPEG", "JPG");
        return Arrays.stream(values())
                .filter(format -> format.name().equals(ending))
                .findFirst();
    }

    /** Returns the format of {@code file} from its first bytes; empty for anything that the protocol does not take. */
    public static Optional<MediaFormat> sniff(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sniff(in.readNBytes(HEAD));
        }
    }

    static Optional<MediaFormat> sniff(byte[] head) {
        if (has(head, 4, "ftyp")) {
            return ofBrand(text(head, 8, 4));
        }
        // QuickTime files from before the ftyp box begin with one of these.
        if (has(head, 4, "moov") || has(head, 4, "mdat") || has(head, 4, "wide") || has(head, 4, "free")) {
            return Optional.of(MOV);
        }
        if (has(head, 0, "RIFF")) {
            return ofRiff(text(head, 8, 4));
        }
        if (has(head, 0, "\u001aE\u00df\u00a3")) {
            return Optional.of(text(head, 0, head.length).contains("webm") ? WEBM : MKV);
        }
        if (has(head, 0, "\u0089PNG")) {
            return Optional.of(PNG);
        }
        if (has(head, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPG);
        }
        if (has(head, 0, "GIF8")) {
            return Optional.of(GIF);
        }
        if (has(head, 0, "ID3")) return Optional.of(MP3);
        return ofFrameSync(head).or(() -> ofText(text(head, 0, head.length)));
    }

    /** Subtitles are text: the times of a first cue, or the mark at the beginning, tell them from any other; tables, their size. */
    private static Optional<MediaFormat> ofText(String head) {
        String text = head.startsWith(BYTE_ORDER_MARK) ? head.substring(BYTE_ORDER_MARK.length()) : head;
        if (VTT_MARK.matcher(text).lookingAt()) return Optional.of(VTT);
        if (SRT_CUE.matcher(text).lookingAt()) return Optional.of(SRT);
        return CUBE_SIZE.matcher(text).find() ? Optional.of(CUBE) : Optional.empty();
    }

    /** Pictures of phones and of the web (HEIF, AVIF) come in the same boxes, and no protocol takes them. */
    private static Optional<MediaFormat> ofBrand(String brand) {
        return switch (brand) {
            case "qt  " -> Optional.of(MOV);
            case "M4A ", "M4B " -> Optional.of(M4A);
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" -> Optional.empty();
            default -> Optional.of(MP4);
        };
    }

    private static Optional<MediaFormat> ofRiff(String form) {
        return switch (form) {
            case "AVI " -> Optional.of(AVI);
            case "WAVE" -> Optional.of(WAV);
            case "WEBP" -> Optional.of(WEBP);
            default -> Optional.empty();
        };
    }

    /** MPEG audio and ADTS share the sync word; the layer bits, which ADTS keeps at zero, tell them apart. */
    private static Optional<MediaFormat> ofFrameSync(byte[] head) {
        if (head.length < 4 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xE0) != 0xE0) {
            return Optional.empty();
        }
        return switch (head[1] & 0x06) {
            case 0x00 -> Optional.of(AAC);
            case 0x02 -> Optional.of(MP3);
            // Layers I and II are no MP3, and the byte order mark of UTF-16 text looks like layer I.
            default -> Optional.empty();
        };
    }

    private static boolean has(byte[] head, int at, String magic) {
        return text(head, at, magic.length()).equals(magic);
    }

    private static String text(byte[] head, int at, int length) {
        return head.length < at + length ? "" : new String(head, at, length, StandardCharsets.ISO_8859_1);
    }
}
