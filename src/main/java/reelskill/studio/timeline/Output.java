package reelskill.studio.timeline;

import java.util.List;
import java.util.Optional;
import reelskill.media.ExportFormat;

/**
 * What kind of file the timeline is to become when nobody says otherwise at the export.
 *
 * @param mostBytes the largest that the file may be; 0 for any size
 * @param still the frame that a file of one picture shows; 0 in all others. The last is taken where there are fewer
 * @param inscription what stands on that picture, and not in the video; empty in all others
 * @param part the frames of the timeline that the file plays; empty for all
 * @param sized whether the canvas is as large as was asked for, also of a GIF, which is small otherwise
 * @param releases the files that the last export asked for instead, once; empty for the one
 */
public record Output(
        ExportFormat format,
        Codec codec,
        long mostBytes,
        long still,
        Optional<Inscription> inscription,
        Optional<FrameRange> part,
        boolean sized,
        List<Release> releases) {
    public static final Output DEFAULT = new Output(ExportFormat.MP4, Codec.H264, 0);

    public Output {
        releases = List.copyOf(releases);
        if (still < 0) throw new IllegalArgumentException("a picture of frame " + still);
        if (mostBytes < 0) throw new IllegalArgumentException("a file of " + mostBytes + " bytes");
    }

    /** One kind of file at every export. */
    public Output(ExportFormat format, Codec codec, long mostBytes) {
        this(format, codec, mostBytes, 0);
    }

    /** A picture of the frame {@code still}, if the format is one. */
    public Output(ExportFormat format, Codec codec, long mostBytes, long still) {
        this(format, codec, mostBytes, still, Optional.empty(), Optional.empty(), false, List.of());
    }

    /** How the picture of MP4 and MOV is coded; WebM and GIF have codecs of their own. */
    public enum Codec {
        /** Plays everywhere. */
        H264,
        /** Half the size, several times the work. */
        H265,
        /** For editing on, in MOV only: large, and with transparency where there is some. */
        PRORES
    }

    public Output with(ExportFormat newFormat) {
        return new Output(newFormat, codec, mostBytes, still, inscription, part, sized, releases);
    }

    public Output with(List<Release> newReleases) {
        return new Output(format, codec, mostBytes, still, inscription, part, sized, newReleases);
    }

    /** Returns the same of these frames alone. */
    public Output of(FrameRange frames) {
        return new Output(format, codec, mostBytes, still, inscription, Optional.of(frames), sized, releases);
    }

    /** Returns the same in the canvas's size, whatever the format. */
    public Output inFull() {
        return new Output(format, codec, mostBytes, still, inscription, part, true, releases);
    }

    /** Returns the same with these words on its picture. */
    public Output inscribed(Optional<Inscription> words) {
        return new Output(format, codec, mostBytes, still, words, part, sized, releases);
    }
}
