package reelskill.skill;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text whose UTF-8 bytes were read as Windows-1252 or Latin-1, like {@code å¯¼å‡º} for {@code 导出}. */
public final class Mojibake {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DEEPEST = 3;

    private Mojibake() {}

    /** Returns {@code text} with every garbled character restored, also where it was garbled up to three times; else the same. */
    public static String undo(String text) {
        String result = text;
        for (int i = 0; i < DEEPEST; i++) {
            String once = undoOnce(result);
            if (once.equals(result)) return result;
            result = once;
        }
        return result;
    }

    /**
     * Returns what becomes of {@code phrase} when it is garbled and then loses the characters that many programs drop;
     * that form cannot be undone, only known. Empty if nothing gets lost.
     */
    public static Optional<String> lossy(String phrase) {
        byte[] bytes = phrase.getBytes(StandardCharsets.UTF_8);
        StringBuilder kept = new StringBuilder();
        for (byte b : bytes) {
            String seen = WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {b})).toString();
            if (!seen.equals("\uFFFD") && !seen.equals("\u00a0")) kept.append(seen);
        }
        boolean lost = kept.length() < bytes.length;
        return lost ? Optional.of(kept.toString()) : Optional.empty();
    }

    private static String undoOnce(String text) {
        CharsetEncoder encoder = WINDOWS_1252.newEncoder();
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        boolean garbled = false;
        while (at < text.length()) {
            int length = sequenceLength(highByte(encoder, text.charAt(at)));
            Optional<String> character = length > 1 && at + length <= text.length()
                    ? decoded(encoder, text.substring(at, at + length), garbled)
                    : Optional.empty();
            out.append(character.orElse(text.substring(at, at + 1)));
            garbled = character.isPresent();
            at += garbled ? length : 1;
        }
        return out.toString();
    }

    /** Returns the byte above 0x7f that was misread as {@code c}, or -1. */
    private static int highByte(CharsetEncoder encoder, char c) {
        if (c < 0x80) return -1;
        try {
            return encoder.encode(CharBuffer.wrap(new char[] {c})).get() & 0xff;
        } catch (CharacterCodingException e) {
            // Windows-1252 has five holes; readers put the Latin-1 control character there.
            return c < 0x100 ? c : -1;
        }
    }

    private static int sequenceLength(int lead) {
        if (lead < 0xc2 || lead > 0xf4) return 1;
        return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }

    private static Optional<String> decoded(CharsetEncoder encoder, String piece, boolean afterGarbled) {
        byte[] bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            // A no-break space inside garbled text is often found as a plain one; "café – bar" is not garbled.
            int high = afterGarbled && piece.charAt(i) == ' ' ? 0xa0 : highByte(encoder, piece.charAt(i));
            if (high < 0) return Optional.empty();
            bytes[i] = (byte) high;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
