package reelskill.studio.matte;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Mattes of one media's key frames, kept on disk so that the next export does not compute them again: about 6 KB each, and
 * in memory only where they are, so that long media need hardly more of it. New ones are in a file of their own until they are
 * saved. Safe for use by many threads; of several processes the last one to save wins.
 */
final class MatteStore implements AutoCloseable {
    /** Changes with everything that changes mattes: the networks, the grids, the gate. */
    private static final int VERSION = 5;

    private static final int HEADER = Long.BYTES + 7 * Integer.BYTES;
    private static final int LARGEST = 8192;
    private static final String PART = ".mattes-";
    /** A job writes to its part all the time. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path file;
    private final Path part;
    private final FileChannel fresh;
    /** The same as the fresh ones where nothing was saved before. */
    private FileChannel saved;

    private final Map<Long, Place> places = new ConcurrentHashMap<>();
    private long end;

    /** Where a matte's values are, deflated. */
    private record Place(FileChannel channel, long start, int length, Region region, int width, int height) {}

    private MatteStore(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        sweep(folder);
        file = folder.resolve(name);
        part = Files.createTempFile(folder, PART, ".part");
        fresh = FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE);
        saved = Files.exists(file) ? FileChannel.open(file, StandardOpenOption.READ) : fresh;
    }

    /**
     * Opens the mattes of a source in {@code folder}; a damaged file counts as empty.
     *
     * @throws IOException if nothing can be written there
     */
    static MatteStore open(Path folder, FrameSource source, MatteMode mode) throws IOException {
        String name = source.key() + "\n" + source.size() + "\n" + source.rate() + "\n" + mode + "\n" + VERSION;
        MatteStore store = new MatteStore(folder, hash(name) + ".mattes");
        try {
            store.load();
        } catch (IOException | IllegalArgumentException e) {
            store.forgetSaved();
        }
        return store;
    }

    /** Removes what jobs left behind whose process was killed. */
    private static void sweep(Path folder) throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PART + "*")) {
            for (Path left : parts) {
                // One that is gone by now was saved by its own job a moment ago; File tells that as the time 0.
                long touched = left.toFile().lastModified();
                if (touched > 0 && touched < limit.toEpochMilli()) Files.deleteIfExists(left);
            }
        }
    }

    private void forgetSaved() throws IOException {
        places.clear();
        if (saved != fresh) saved.close();
        saved = fresh;
    }

    Optional<Matte> find(long frame) {
        Place place = places.get(frame);
        if (place == null) return Optional.empty();
        byte[] alpha = new byte[place.width() * place.height()];
        Inflater inflater = new Inflater();
        try {
            ByteBuffer packed = ByteBuffer.allocate(place.length());
            read(place.channel(), packed, place.start());
            inflater.setInput(packed.flip());
            if (inflater.inflate(alpha) < alpha.length) return Optional.empty();
            return Optional.of(new Matte(place.region(), place.width(), place.height(), alpha));
        } catch (DataFormatException | IOException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static void read(FileChannel channel, ByteBuffer target, long start) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, start + target.position()) < 0) throw new EOFException();
        }
    }

    boolean has(long frame) {
        return places.containsKey(frame);
    }

    Optional<Region> region(long frame) {
        return Optional.ofNullable(places.get(frame)).map(Place::region);
    }

    void keep(long frame, Matte matte) {
        byte[] room = new byte[matte.alpha().length + 64];
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        int length;
        try {
            deflater.setInput(matte.alpha());
            deflater.finish();
            length = deflater.deflate(room);
        } finally {
            deflater.end();
        }
        Region region = matte.region();
        ByteBuffer entry = ByteBuffer.allocate(HEADER + length).putLong(frame);
        entry.putInt(region.left()).putInt(region.top()).putInt(region.right()).putInt(region.bottom());
        entry.putInt(matte.width()).putInt(matte.height()).putInt(length).put(room, 0, length);
        long start = append(entry.flip()) + HEADER;
        places.put(frame, new Place(fresh, start, length, region, matte.width(), matte.height()));
    }

    private synchronized long append(ByteBuffer entry) {
        try {
            long start = end;
            while (entry.hasRemaining()) end += fresh.write(entry, end);
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes everything to disk, whole or not at all; nothing can be kept or found afterwards. */
    synchronized void save() throws IOException {
        if (end == 0) return;
        if (saved != fresh) append(saved);
        fresh.force(true);
        // Windows moves no open file, and replaces none.
        closeFiles();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void append(FileChannel other) throws IOException {
        fresh.position(end);
        long size = other.size();
        for (long done = 0; done < size; ) done += other.transferTo(done, size - done, fresh);
    }

    private void load() throws IOException {
        if (saved == fresh) return;
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(saved)));
        long size = saved.size();
        for (long at = 0; at < size; ) at = load(in, at);
    }

    private long load(DataInputStream in, long at) throws IOException {
        long frame = in.readLong();
        Region region = new Region(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        int width = in.readInt();
        int height = in.readInt();
        int length = in.readInt();
        if (width < 1
                || height < 1
                || width > LARGEST
                || height > LARGEST
                || length < 0
                || length > width * height + 64) throw new IOException("damaged: " + file);
        in.skipNBytes(length);
        places.put(frame, new Place(saved, at + HEADER, length, region, width, height));
        return at + HEADER + length;
    }

    /** Forgets what was not saved. */
    @Override
    public synchronized void close() throws IOException {
        closeFiles();
        Files.deleteIfExists(part);
    }

    private void closeFiles() throws IOException {
        saved.close();
        fresh.close();
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
