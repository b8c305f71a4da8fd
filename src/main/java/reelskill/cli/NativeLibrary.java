package reelskill.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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

    boolean isOnClassPath() {
        String resource = folder + System.mapLibraryName(name);
        return NativeLibrary.class.getClassLoader().getResource(resource) != null;
    }

    /** Unpacks the library from its part, which has been fetched, and tells the code that loads it. */
    void supply(PartStore store) throws IOException {
        System.setProperty(property, store.unpack(part, folder).toString());
    }
}
