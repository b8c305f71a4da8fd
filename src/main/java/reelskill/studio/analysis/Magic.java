package reelskill.studio.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The first bytes of a file, which tell media that is broken from what never was media. */
final class Magic {
    private static final int LENGTH = 16;
    private static final Pattern MEDIA = Pattern.compile(
            "(....(ftyp|moov|mdat|wide|free|skip|moof)|\\x1A\\x45\\xDF\\xA3|RIFF|RF64|OggS|ID3|fLaC|FLV|FORM|GIF8|BM"
                    + "|\\x89PNG|\\xFF\\xD8\\xFF|\\xFF[\\xE0-\\xFF]|\\x00\\x00\\x01\\xBA|G@|\\x30\\x26\\xB2\\x75).*",
            Pattern.DOTALL);

    private Magic() {}

    static boolean looksLikeMedia(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
            return MEDIA.matcher(head).matches();
        } catch (IOException e) {
            return false;
        }
    }
}
