package reelskill.cli;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reelskill.parts.Part;
import reelskill.parts.PartStore;

/**
 * A library that Java code loads.
 *
 * @param part what it comes in
 * @param folder where in it, with a slash at the end
 * @param name without what the system adds to it
 * @param property what tells the code where the library lies, instead of the class path
 */
record NativeLibrary(Part part, String folder, String name, String property) {
    private static final Map<String, List<String>> FOLDERS = Map.of(
            "linux-x86_64", List.of("linux-x64", "Linux/x86_64"),
            "linux-arm64", List.of("linux-aarch64", "Linux/aarch64"),
            "macosx-x86_64", List.of("osx-x64", "Mac/x86_64"),
            "macosx-arm64", List.of("osx-aarch64", "Mac/aarch64"),
            "windows-x86_64", List.of("win-x64", "Windows/x86_64"));

    /** Returns those that the studio needs on a system, like {@code linux-arm64}; none where they have no build. */
    static List<NativeLibrary> of(String system) {
        List<String> folders = FOLDERS.get(system);
        if (folders == null) return List.of();
        String networks = "ai/onnxruntime/native/" + folders.get(0) + "/";
        String database = "org/sqlite/native/" + folders.get(1) + "/";
        return List.of(
                new NativeLibrary(Part.RUNTIME, networks, "onnxruntime", "onnxruntime.native.path"),
                new NativeLibrary(Part.DATABASE, database, "sqlitejdbc", "org.sqlite.lib.path"));
    }

    /** Returns the jar on the class path that has it. */
    Optional<Path> bundled() {
        URL resource = NativeLibrary.class.getClassLoader().getResource(folder + System.mapLibraryName(name));
        if (resource == null) return Optional.empty();
        try {
            JarURLConnection connection = (JarURLConnection) resource.openConnection();
            return Optional.of(Path.of(connection.getJarFileURL().toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("a library outside of a jar: " + resource, e);
        }
    }

    /**
     * Unpacks the library once and tells the code that loads it, which would otherwise unpack it at every start. Whoever has
     * said already where it lies is believed.
     *
     * @param jar that has it
     */
    void supply(Path jar, PartStore store) throws IOException {
        if (System.getProperty(property) == null)
            System.setProperty(property, store.unpack(jar, folder).toString());
    }
}
