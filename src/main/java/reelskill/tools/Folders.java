package reelskill.tools;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.media.MediaFormat;

/**
 * The folders that tools may read and write in, links followed. A path is judged by where it really leads: neither
 * {@code ..} nor a link gets out, hidden files are not there, and only what is media by its content is read.
 */
public final class Folders {
    private final List<Path> allowed;
    private final Set<Path> chosen = ConcurrentHashMap.newKeySet();

    private Folders(List<Path> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Allows these folders and what is in them, best first; a folder that is not there is passed over. */
    public static Folders of(List<Path> folders) {
        List<Path> real = new ArrayList<>();
        for (Path folder : folders) {
            try {
                Path at = folder.toRealPath();
                if (Files.isDirectory(at) && at.getNameCount() > 0 && !real.contains(at)) real.add(at);
            } catch (IOException e) {
                // It may be an old setting; what is not there can hold nothing.
            }
        }
        return new Folders(real);
    }

    /**
     * Allows one file wherever it is, because the person named it: to read it if it is media, to write it if it is a place
     * for a result. Never what a model or a backend named.
     */
    public void allowNamed(Path file) {
        Path at = file.toAbsolutePath().normalize();
        Optional<Path> folder = Optional.ofNullable(at.getParent()).flatMap(Folders::real);
        chosen.add(real(at).or(() -> folder.map(in -> in.resolve(at.getFileName())))
                .orElse(at));
    }

    /** Returns the real path of a media file, or of a text with its words that the person named. @throws ToolException if it may not be read or is no media */
    Path media(String named, Language language) {
        Path path = resolve(named, language);
        Path real = real(path).orElseThrow(() -> missing(path, named, language));
        requireAllowed(real, named, language);
        if (!Files.isRegularFile(real)) throw noFile(named, language);
        boolean words = chosen.contains(real)
                && real.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
        if (!words && format(real).isEmpty()) throw noMedia(named, language);
        return real;
    }

    /** Returns the path for a new file of a format that can be exported. @throws ToolException if nothing may be written there */
    Path output(String named, Language language) {
        Path path = resolve(named, language);
        Path name = path.getFileName();
        Path parent = path.getParent();
        if (name == null || parent == null) throw noFile(named, language);
        Path folder = real(parent).orElseThrow(() -> missing(path, named, language));
        Path target = folder.resolve(name);
        requireAllowed(target, named, language);
        if (ExportFormat.ofName(name).isEmpty() || Files.isSymbolicLink(target) || isOtherThanFile(target)) {
            throw ToolException.of(
                    language,
                    "'%s' is no place for the result. Name a new file with one of these endings: %s.",
                    "“%s”不能用作结果文件。请给出新的文件名，扩展名须为：%s。",
                    Plain.line(named),
                    ExportFormat.list());
        }
        return target;
    }

    /** Returns a free name for the result in the best folder: {@code talk-edited.mp4}, or with the first free number. */
    Path freeOutput(String clip, ExportFormat format, Language language) {
        if (allowed.isEmpty()) throw outside(clip, language);
        String stem = clip.replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        String safe = stem.isEmpty() ? "video" : stem.substring(0, Math.min(stem.length(), 80));
        Path name = allowed.get(0).resolve(safe + "-edited." + format.word());
        for (int number = 2; Files.exists(name, LinkOption.NOFOLLOW_LINKS); number++) {
            name = allowed.get(0).resolve(safe + "-edited-" + number + "." + format.word());
        }
        return name;
    }

    private Path resolve(String named, Language language) {
        boolean remote = named.startsWith("\\\\") || named.startsWith("//");
        if (remote || named.isBlank()) throw outside(named, language);
        try {
            Path path = named.regionMatches(true, 0, "file:", 0, 5) ? Path.of(URI.create(named)) : Path.of(named);
            if (path.isAbsolute()) return path;
            if (allowed.isEmpty()) throw outside(named, language);
            return allowed.get(0).resolve(path);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw outside(named, language);
        }
    }

    private void requireAllowed(Path real, String named, Language language) {
        if (chosen.contains(real)) return;
        Path folder = allowed.stream().filter(real::startsWith).findFirst().orElseThrow(() -> outside(named, language));
        for (Path name : folder.relativize(real)) {
            if (name.toString().startsWith(".")) throw outside(named, language);
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<MediaFormat> format(Path file) {
        try {
            return MediaFormat.sniff(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isOtherThanFile(Path target) {
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target);
    }

    /** Whether a file is there is told of the allowed folders alone. */
    private ToolException missing(Path path, String named, Language language) {
        Path plain = path.toAbsolutePath().normalize();
        return allowed.stream().anyMatch(plain::startsWith) ? noFile(named, language) : outside(named, language);
    }

    private ToolException noFile(String named, Language language) {
        return ToolException.of(
                language,
                "There is no file '%s'. Check the name and the folder; names without a folder are looked for in %s.",
                "找不到文件“%s”。请检查名称和文件夹；不带文件夹的名称在 %s 中查找。",
                Plain.line(named),
                allowed.get(0));
    }

    private static ToolException noMedia(String named, Language language) {
        return ToolException.of(
                language,
                "'%s' is no video, picture or sound by its content, so I do not read it. Formats: %s.",
                "“%s”的内容不是视频、图片或音频，因此不会读取。支持的格式：%s。",
                Plain.line(named),
                MediaFormat.list());
    }

    private ToolException outside(String named, Language language) {
        return ToolException.of(
                language,
                "'%s' is outside the folders that I may use (%s), or hidden. To allow another folder, the person adds"
                        + " '--allow FOLDER' to the server's arguments or lists it in REELSKILL_ROOTS, parted by '%s'.",
                "“%s”不在允许使用的文件夹中（%s），或是隐藏文件。如需允许其他文件夹，请由用户在服务器参数中加入“--allow 文件夹”，或写入 REELSKILL_ROOTS（以“%s”分隔）。",
                Plain.line(named),
                allowed.stream().map(Path::toString).collect(Collectors.joining(", ")),
                File.pathSeparator);
    }
}
