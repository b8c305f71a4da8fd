package reelskill.studio.matte;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Mattes of one media's key frames, kept on disk so that the next export does not compute them again: about 6 KB each,
 * packed in memory too. Safe for use by many threads; of several processes the last one to save wins.
 */
final class MatteStore {
    /** Changes with everything that changes mattes: the networks, the grids, the gate. */
    private static final int VERSION = 3;

    private final Path file;
    private final ConcurrentSkipListMap<Long, Packed> mattes = new ConcurrentSkipListMap<>();
    private volatile boolean changed;

    @SuppressWarnings("ArrayRecordComponent")
    private record Packed(Region region, int width, int height, byte[] deflated) {}

    private MatteStore(Path file) {
        this.file = file;
    }

    /** Opens the mattes of a source in {@code folder}; a damaged file counts as empty. */
    static MatteStore open(Path folder, FrameSource source, MatteMode mode) {
        String name = source.key() + "\n" + source.size() + "\n" + source.rate() + "\n" + mode + "\n" + VERSION;
        MatteStore store = new MatteStore(folder.resolve(hash(name) + ".mattes"));
        try {
            store.load();
        } catch (IOException | IllegalArgumentException e) {
            store.mattes.clear();
        }
        return store;
    }

    Optional<Matte> find(long frame) {
        Packed packed = mattes.get(frame);
        if (packed == null) return Optional.empty();
        byte[] alpha = new byte[packed.width() * packed.height()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed.deflated());
            if (inflater.inflate(alpha) < alpha.length) return Optional.empty();
            return Optional.of(new Matte(packed.region(), packed.width(), packed.height(), alpha));
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    boolean has(long frame) {
        return mattes.containsKey(frame);
    }

    void keep(long frame, Matte matte) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(matte.alpha());
            deflater.finish();
            byte[] room = new byte[matte.alpha().length + 64];
            int length = deflater.deflate(room);
            mattes.put(frame, new Packed(matte.region(), matte.width(), matte.height(), Arrays.copyOf(room, length)));
            changed = true;
        } finally {
            deflater.end();
        }
    }

    /** Writes everything to disk, whole or not at all. */
    void save() throws IOException {
        if (!changed) return;
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), ".mattes-", ".part");
        try {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                for (Map.Entry<Long, Packed> entry : mattes.entrySet()) write(out, entry.getKey(), entry.getValue());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            changed = false;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(DataOutputStream out, long frame, Packed packed) throws IOException {
        Region region = packed.region();
        out.writeLong(frame);
        for (int side : new int[] {region.left(), region.top(), region.right(), region.bottom()}) out.writeInt(side);
        out.writeInt(packed.width());
        out.writeInt(packed.height());
        out.writeInt(packed.deflated().length);
        out.write(packed.deflated());
    }

    private void load() throws IOException {
        if (!Files.exists(file)) return;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) read(in);
        } catch (EOFException e) {
            // The end of the file; a half entry before it cannot be, since files appear whole.
        }
    }

    private void read(DataInputStream in) throws IOException {
        long frame = in.readLong();
        Region region = new Region(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        int width = in.readInt();
        int height = in.readInt();
        int length = in.readInt();
        if (width < 1 || height < 1 || width > 8192 || height > 8192 || length < 0 || length > width * height + 64)
            throw new IOException("damaged: " + file);
        mattes.put(frame, new Packed(region, width, height, in.readNBytes(length)));
    }

    private static String hash(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
