package reelskill.studio.timeline;

import reelskill.media.ExportFormat;

/**
 * What kind of file the timeline is to become when nobody says otherwise at the export.
 *
 * @param mostBytes the largest that the file may be; 0 for any size
 */
public record Output(ExportFormat format, Codec codec, long mostBytes) {
    public static final Output DEFAULT = new Output(ExportFormat.MP4, Codec.H264, 0);

    public Output {
        if (mostBytes < 0) throw new IllegalArgumentException("a file of " + mostBytes + " bytes");
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
        return new Output(newFormat, codec, mostBytes);
    }
}
