package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.studio.analysis.PictureHeader;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.render.PictureGroups.Group;

/** Finds the {@link PictureGroups} of one file by its packets: nothing is decoded. Not thread-safe. */
final class GroupReader {
    /** Whatever else stands beside a stream, such as a mirroring or a crop, would be taken for all of the result. */
    private static final Set<String> HARMLESS = Set.of("CPB properties");

    private static final Set<String> SQUARE = Set.of("", "1:1", "0:1", "N/A");
    private static final Set<String> PROGRESSIVE = Set.of("", "progressive", "unknown");
    private static final Set<String> LIMITED_RANGE = Set.of("", "tv", "unknown");
    /** Farther from the grid, in frames, the grid would show another frame now and then. */
    private static final double MOST_JITTER = 0.4;
    /** The publisher has frames shown at most so much later than they are sent. */
    private static final int LATEST = 2;

    /** No decoder holds more pictures back. */
    private static final int FURTHEST = 16;

    private static final int LONGEST_PARAMETERS = 1 << 16;

    private final double start;
    private final FrameRate rate;
    private final AvcParameters parameters;
    private final FileChannel media;
    private final List<Group> groups = new ArrayList<>();
    private final NavigableMap<Long, Long> heads = new TreeMap<>();
    private final BitSet shown = new BitSet();
    private boolean intact;
    private long first;
    private int count;
    private long bytes;

    private GroupReader(Source source, FrameRate rate, AvcParameters parameters, FileChannel media) {
        this.start = source.startSeconds();
        this.rate = rate;
        this.parameters = parameters;
        this.media = media;
    }

    /** Returns those of {@code source} that a result of this rate and picture can hold; empty where it can hold none. */
    static Optional<PictureGroups> read(Source source, FrameRate rate, CanvasFit fit, Ffmpeg ffmpeg) {
        if (!mayFit(source, rate, fit)) return Optional.empty();
        int stream = source.inspection().picture().orElseThrow();
        Optional<AvcParameters> parameters = AvcParameters.of(source.file(), stream, ffmpeg);
        if (parameters.isEmpty()) return Optional.empty();
        try (FileChannel media = FileChannel.open(source.file(), StandardOpenOption.READ)) {
            GroupReader reader = new GroupReader(source, rate, parameters.get(), media);
            List<String> question = new ArrayList<>(List.of("-select_streams", Integer.toString(stream)));
            question.addAll(List.of("-show_entries", "packet=pts_time,size,pos,flags", "-of", "csv=p=0"));
            question.addAll(MediaInput.of(source.file()));
            ffmpeg.probeLines(question, line -> reader.take(line.split(",", -1)));
            reader.endGroup();
            return Optional.of(new PictureGroups(reader.groups, parameters.get(), stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayFit(Source source, FrameRate rate, CanvasFit fit) {
        if (source.isStill() || !source.hasPicture() || fit.pixels() != Pixels.OPAQUE) return false;
        MediaFacts.Video video = source.picture();
        return video.codec().equals("h264")
                && video.pixelFormat().equals(fit.pixels().format())
                && !video.hdr()
                && video.rotation() == 0
                && video.rate().equals(rate)
                && video.size().equals(fit.canvas())
                && source.inspection()
                        .header()
                        .filter(header -> fits(header, fit))
                        .isPresent();
    }

    private static boolean fits(PictureHeader header, CanvasFit fit) {
        Set<String> colours = Set.of("", "unknown", fit.matrix());
        return header.container().startsWith("mov,")
                && header.stored().equals(fit.canvas())
                && HARMLESS.containsAll(header.beside())
                && SQUARE.contains(header.pixelShape())
                && PROGRESSIVE.contains(header.fieldOrder())
                && LIMITED_RANGE.contains(header.range())
                && colours.contains(header.matrix());
    }

    /** Takes the next packet in the order in which they are decoded. */
    private void take(String[] packet) {
        if (packet.length < 4 || !packet[1].matches("\\d{1,10}")) {
            intact = false;
            heads.clear();
            return;
        }
        String flags = packet[3];
        double frame = packet[0].matches("-?\\d+(\\.\\d+)?")
                ? (Double.parseDouble(packet[0]) - start) * rate.fps()
                : Double.NaN;
        long slot = Math.round(frame);
        long size = Long.parseLong(packet[1]);
        if (flags.contains("K")) {
            endGroup();
            first = slot;
            intact = first >= 0 && packet[2].matches("\\d{1,18}") && isEntry(Long.parseLong(packet[2]), size);
        }
        long place = slot - first;
        boolean late = place < Math.max(0, count - LATEST) || place > count + FURTHEST;
        boolean onGrid = Math.abs(frame - slot) <= MOST_JITTER;
        boolean broken = flags.contains("D") || flags.contains("C");
        if (!onGrid || late || broken || shown.get((int) place)) intact = false;
        count++;
        bytes += size;
        if (!intact) {
            // Where it belongs, another frame would be shown than is found there.
            heads.tailMap(place, false).clear();
            return;
        }
        shown.set((int) place);
        if (shown.length() == count) heads.put((long) count, bytes);
    }

    /** Frames that come behind a gap belong to nobody: they may be another group's. */
    private void endGroup() {
        if (!heads.isEmpty()) groups.add(new Group(first, new TreeMap<>(heads)));
        heads.clear();
        shown.clear();
        intact = false;
        count = 0;
        bytes = 0;
    }

    /**
     * Returns whether the packet begins with an IDR picture, before which nothing is needed, and brings no other
     * parameters than those of the whole file.
     */
    private boolean isEntry(long position, long size) {
        int header = parameters.lengthSize();
        long at = 0;
        while (at + header < size) {
            ByteBuffer head = read(position + at, header + 1);
            if (head.remaining() <= header) return false;
            long length = 0;
            for (int i = 0; i < header; i++) length = (length << 8) | (head.get(i) & 255);
            int type = head.get(header) & 31;
            if (type == 5) return true;
            boolean names = type == 7 || type == 8;
            if (length < 1 || length > size - at - header || (type >= 1 && type <= 4)) return false;
            if (names && length > LONGEST_PARAMETERS) return false;
            if (names && !parameters.holds(read(position + at + header, (int) length))) return false;
            at += header + length;
        }
        return false;
    }

    private ByteBuffer read(long position, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining() && media.read(bytes, position + bytes.position()) >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.flip();
    }
}
