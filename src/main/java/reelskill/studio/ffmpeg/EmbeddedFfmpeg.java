package reelskill.studio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import reelskill.file.WholeFolder;
import reelskill.studio.ffmpeg.FfmpegException.Reason;

/** The ffmpeg that comes as a jar on the class path, unpacked once into the cache. */
final class EmbeddedFfmpeg {
    private static final String RELEASE = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private final JarFile jar;
    private final String prefix;

    private EmbeddedFfmpeg(JarFile jar, String prefix) {
        this.jar = jar;
        this.prefix = prefix;
    }

    /** Returns the folder that has both programs and the libraries they bring along; unpacks it when it is not there. */
    static Path unpack(String platform, Path cacheFolder) {
        String prefix = prefix(platform);
        URL resource = program(platform);
        if (resource == null) throw new FfmpegException(Reason.NOT_BUNDLED, platform, List.of());
        try {
            JarURLConnection connection = (JarURLConnection) resource.openConnection();
            // A jar of our own: closing the shared one would close it for the class loader too.
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return new EmbeddedFfmpeg(jar, prefix).unpack(cacheFolder);
            }
        } catch (IOException e) {
            throw new FfmpegException(
                    Reason.of(e.toString(), Reason.CANNOT_START), "cannot unpack ffmpeg into " + cacheFolder, e);
        }
    }

    /** Returns the same folder, from a jar that is not on the class path. */
    static Path unpack(Path jar, String platform, Path cacheFolder) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return new EmbeddedFfmpeg(opened, prefix(platform)).unpack(cacheFolder);
        } catch (IOException e) {
            throw new FfmpegException(
                    Reason.of(e.toString(), Reason.CANNOT_START), "cannot unpack ffmpeg into " + cacheFolder, e);
        }
    }

    static boolean isOnClassPath(String platform) {
        return program(platform) != null;
    }

    private static @Nullable URL program(String platform) {
        String name = platform.startsWith("windows") ? "ffmpeg.exe" : "ffmpeg";
        return EmbeddedFfmpeg.class.getClassLoader().getResource(prefix(platform) + name);
    }

    private static String prefix(String platform) {
        return "org/bytedeco/ffmpeg/" + platform + "-gpl/";
    }

    /** Returns the name of this system in the jars, like {@code macosx-arm64}. */
    static String platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : "linux";
        String machine = List.of("aarch64", "arm64").contains(osArch) ? "arm64" : "x86_64";
        return system + "-" + machine;
    }

    private Path unpack(Path cacheFolder) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(this::isNeeded)
                .sorted(Comparator.comparing(JarEntry::getName))
                .toList();
        WholeFolder folder = new WholeFolder(cacheFolder.resolve(folderName(entries)));
        entries.forEach(entry -> folder.expect(fileName(entry), entry.getSize()));
        return folder.complete(name -> jar.getInputStream(jar.getJarEntry(prefix + name)));
    }

    /** Needed are the programs and the libraries they load: not JNI bridges, headers and import libraries. */
    private boolean isNeeded(JarEntry entry) {
        if (!entry.getName().startsWith(prefix)) return false;
        String name = fileName(entry);
        boolean program = name.matches("(ffmpeg|ffprobe)(\\.exe)?");
        boolean library = name.matches("[^/]+\\.(dll|dylib|so)[.\\d]*|[^/]+\\.\\d+\\.dylib");
        boolean bridge = name.matches("(lib)?jni.*");
        return program || (library && !bridge);
    }

    private String fileName(JarEntry entry) {
        return entry.getName().substring(prefix.length());
    }

    private String folderName(List<JarEntry> entries) throws IOException {
        CRC32 content = new CRC32();
        entries.forEach(entry -> content.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
        return String.format(Locale.ROOT, "ffmpeg-%s-%08x", release(), content.getValue());
    }

    private String release() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(jar.getJarEntry(RELEASE))) {
            properties.load(in);
        }
        return properties.getProperty("version", "unknown");
    }
}
