package reelskill.skill;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Text whose UTF-8 bytes were read as Windows-1252 or Latin-1, like {@code å¯¼å‡º} for {@code 导出}. */
public final class Mojibake {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DEEPEST = 3;

    private Mojibake() {}

    /** Returns {@code text} with every garbled run restored, also where it was garbled up to three times; else the same. */
    public static String undo(String text) {
        String result = text;
        for (int i = 0; i < DEEPEST; i++) {
            String once = undoOnce(result);
            if (once.equals(result)) return result;
            result = once;
        }
        return result;
    }

    private static String undoOnce(String text) {
        CharsetEncoder encoder = WINDOWS_1252.newEncoder();
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && highByte(encoder, text.charAt(end)) >= 0) end++;
            if (end == at) {
                out.append(text.charAt(at++));
                continue;
            }
            out.append(restored(encoder, text.substring(at, end)));
            at = end;
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

    private static String restored(CharsetEncoder encoder, String run) {
        byte[] bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) highByte(encoder, run.charAt(i));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return run;
        }
    }
}
