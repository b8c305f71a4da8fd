package reelskill.parts;

import java.util.Map;
import java.util.Optional;

/**
 * A jar of a Maven repository that the program can be started without.
 *
 * @param path under the repository's address
 */
public record Part(String path, long bytes, String sha256) {
    static final String FFMPEG_VERSION = "8.0.1-1.5.13";
    static final String RUNTIME_VERSION = "1.23.2";
    static final String DATABASE_VERSION = "3.50.3.0";

    private static final Map<String, Part> FFMPEG = Map.of(
            "linux-x86_64",
            ffmpeg("linux-x86_64", 31_093_350, "cf604f955fc62fc2e759beb29528e0cc6cbf9660c2e244fc79de3c40f8b078b0"),
            "linux-arm64",
            ffmpeg("linux-arm64", 29_900_050, "be0bad987fc4d545d637499a8485124cc0d2837a45c6143adeab432f686a649a"),
            "macosx-x86_64",
            ffmpeg("macosx-x86_64", 27_663_544, "df2027827cdb1946cdf1c07a303a4405712272a262943c8fd98eb036d719abfb"),
            "macosx-arm64",
            ffmpeg("macosx-arm64", 23_050_153, "33c3facb233bd46b41fdf821660d4d246e234ff4c94f6c9b02bba93fc3aa696c"),
            "windows-x86_64",
            ffmpeg("windows-x86_64", 34_468_089, "85cc3c16b91ea6d207fedf7577be966f42767ed7f565eb63ae05cfc79860c9af"));

    /** The libraries that run networks, of all systems in one jar. */
    public static final Part RUNTIME = new Part(
            "com/microsoft/onnxruntime/onnxruntime/" + RUNTIME_VERSION + "/onnxruntime-" + RUNTIME_VERSION + ".jar",
            75_255_976,
            "e0ab4a1af57d2da09097202f2dfd691e390c82e81183314788ccde4cf7c3cc38");

    /** The library behind the studio's database, of all systems in one jar. */
    public static final Part DATABASE = new Part(
            "org/xerial/sqlite-jdbc/" + DATABASE_VERSION + "/sqlite-jdbc-" + DATABASE_VERSION + ".jar",
            14_346_720,
            "a3f53a2aa15ae9425a9e793bbe9c8e5288febeb4b65ef5c1a4e80d4c2045cf08");

    /** Returns the ffmpeg of a system, like {@code linux-arm64}; empty if there is none for it. */
    public static Optional<Part> ffmpeg(String system) {
        return Optional.ofNullable(FFMPEG.get(system));
    }

    private static Part ffmpeg(String system, long bytes, String sha256) {
        String name = "ffmpeg-" + FFMPEG_VERSION + "-" + system + "-gpl.jar";
        return new Part("org/bytedeco/ffmpeg/" + FFMPEG_VERSION + "/" + name, bytes, sha256);
    }

    /** Returns the name of the file, which is unlike that of every other part. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
