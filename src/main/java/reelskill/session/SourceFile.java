package reelskill.session;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import reelskill.media.MediaFormat;
import reelskill.media.Mp4;
import reelskill.session.SessionException.Problem;

/** Looks at a file before any of it is sent, so that bad input is refused before anything is changed. */
final class SourceFile {
    private static final Set<MediaFormat> BOXED = Set.of(MediaFormat.MP4, MediaFormat.MOV, MediaFormat.M4A);
    private static final int HEAD = 4096;
    private static final long MEGABYTE = 1024 * 1024;

    private SourceFile() {}

    /**
     * Refuses what cannot be uploaded.
     *
     * @param maxBytes the largest file that the protocol takes (protocol.md, Upload)
     */
    static void require(Path file, long maxBytes) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) throw SessionException.noFile(file);
        try {
            requireSize(name, Files.size(file), maxBytes);
            requireContent(name, file);
        } catch (IOException e) {
            throw new SessionException(
                    Problem.INPUT, "'%s' cannot be read. Check that you may open it.", "无法读取“%s”。请检查访问权限。", name);
        }
    }

    private static void requireSize(String name, long bytes, long maxBytes) {
        if (bytes == 0) {
            throw new SessionException(
                    Problem.INPUT,
                    "'%s' is empty (0 bytes). Copy or record it again.",
                    "“%s”是空文件（0 字节）。请重新复制或录制。",
                    name);
        }
        if (bytes > maxBytes) {
            throw new SessionException(
                    Problem.INPUT,
                    "'%s' is %d MB; at most %d MB can be uploaded. Trim it or compress it first.",
                    "“%s”有 %d MB，最多可上传 %d MB。请先剪短或压缩。",
                    name,
                    (bytes + MEGABYTE - 1) / MEGABYTE,
                    maxBytes / MEGABYTE);
        }
    }

    private static void requireContent(String name, Path file) throws IOException {
        Optional<MediaFormat> format = MediaFormat.sniff(file);
        boolean isText = format.isEmpty() && isPlainText(file);
        if (isText && isNamed(name, ".txt")) return;
        if (isText) requireNoBrokenText(name);
        if (format.isEmpty()) {
            throw new SessionException(
                    Problem.INPUT,
                    "'%s' is no video, picture or sound that can be used, whatever its name says. Formats: %s.",
                    "“%s”的内容不是可用的视频、图片或音频（与文件名无关）。支持的格式：%s。",
                    name,
                    MediaFormat.list());
        }
        if (BOXED.contains(format.get())) {
            requireWhole(name, file);
        }
    }

    private static boolean isNamed(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Text under a name that promises more: what it lacks is known. */
    private static void requireNoBrokenText(String name) {
        if (isNamed(name, ".srt") || isNamed(name, ".vtt")) {
            throw new SessionException(
                    Problem.INPUT,
                    "'%s' has no subtitles: the first one needs its time, like 00:00:01,000 --> 00:00:03,500. Words without times go into a .txt file.",
                    "“%s”中没有可读取的字幕：第一条需要时间，例如 00:00:01,000 --> 00:00:03,500。没有时间的文字请保存为 .txt。",
                    name);
        }
        if (isNamed(name, ".cube")) {
            throw new SessionException(
                    Problem.INPUT,
                    "'%s' is no colour table: it does not begin with its size, like LUT_3D_SIZE 33. Save it again as a three-dimensional .cube file.",
                    "“%s”不是调色表：开头没有尺寸，例如 LUT_3D_SIZE 33。请重新保存为三维 .cube 文件。",
                    name);
        }
    }

    /** The words of a video, which the studio lays along its speech, are such. */
    private static boolean isPlainText(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            // Text of 16 bits a letter has zeros too, and begins with its mark.
            boolean wide = head.length > 1 && ((head[0] & head[1]) & 0xFE) == 0xFE;
            for (byte letter : head) if (letter == 0 && !wide) return false;
            return head.length > 0;
        }
    }

    private static void requireWhole(String name, Path file) throws IOException {
        try {
            Mp4.read(file);
        } catch (EOFException e) {
            throw new SessionException(
                    Problem.INPUT,
                    "'%s' was cut off: its index is missing or it ends early. Copy it again or export it anew.",
                    "“%s”不完整：缺少索引或提前结束。请重新复制或重新导出。",
                    name);
        }
    }
}
