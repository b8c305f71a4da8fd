package reelskill.media;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of file that a timeline can become. The word of each is the protocol's {@code output.format} and the file's ending. */
public enum ExportFormat {
    MP4("video/mp4"),
    MOV("video/quicktime"),
    WEBM("video/webm"),
    GIF("image/gif"),
    /** A PNG picture of each frame. */
    ZIP("application/zip"),
    /** One frame as a picture. */
    PNG("image/png"),
    JPG("image/jpeg"),
    MP3("audio/mpeg"),
    M4A("audio/mp4"),
    WAV("audio/wav"),
    /** The captions as a file of their own. */
    SRT("application/x-subrip"),
    VTT("text/vtt"),
    /** A project, not a film: the timeline for other editors. */
    OTIO("application/vnd.pixar.opentimelineio+json"),
    FCPXML("application/xml"),
    EDL("text/plain"),
    MLT("application/xml");

    private final String mimeType;

    ExportFormat(String mimeType) {
        this.mimeType = mimeType;
    }

    /** Returns the ending of its files, without the dot: {@code mp4}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mimeType() {
        return mimeType;
    }

    public boolean isSoundOnly() {
        return mimeType.startsWith("audio/");
    }

    /** Returns whether it is a document that names media, and holds none. */
    public boolean isProject() {
        return this == OTIO || this == FCPXML || this == EDL || this == MLT;
    }

    /** Returns whether it holds words alone, neither picture nor sound. */
    public boolean isText() {
        return this == SRT || this == VTT;
    }

    /** Returns whether it is one picture and no film. */
    public boolean isStill() {
        return this == PNG || this == JPG;
    }

    /** Returns whether it can carry sound. */
    public boolean hasSound() {
        return this != GIF && this != ZIP && !isStill() && !isText() && !isProject();
    }

    /** Returns whether it holds pictures itself. */
    public boolean hasPicture() {
        return !isSoundOnly() && !isText() && !isProject();
    }

    /** Returns whether pictures in it can be seen through. */
    public boolean carriesTransparency() {
        return this == WEBM || this == MOV || this == GIF || this == ZIP || this == PNG;
    }

    /** Returns the format of a word, or what people call it after what is in it: {@code jpeg}, {@code prores}. */
    public static Optional<ExportFormat> of(String word) {
        String asked = word.toLowerCase(Locale.ROOT);
        return switch (asked) {
            case "jpeg" -> Optional.of(JPG);
            case "prores" -> Optional.of(MOV);
            default ->
                Arrays.stream(values())
                        .filter(format -> format.word().equals(asked))
                        .findFirst();
        };
    }

    /** Returns the format that the ending of a file's name asks for. */
    public static Optional<ExportFormat> ofName(Path file) {
        String name = String.valueOf(file.getFileName());
        return of(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Returns the formats as people write them: {@code mp4 mov webm …}. */
    public static String list() {
        return String.join(" ", Arrays.stream(values()).map(ExportFormat::word).toList());
    }
}
