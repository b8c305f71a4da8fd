package reelskill.studio.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import reelskill.media.MediaFacts;
import reelskill.studio.music.Composer;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.store.StoredMedia;
import reelskill.studio.timeline.Score;

/** Music composed into the library of one session, as WAV files: what was composed once is found again. */
record ComposedMusic(Store store, Session session) {
    private static final int BYTES_PER_FRAME = 4;
    private static final int HEADER = 44;

    StoredMedia of(Score score, Duration length) {
        String mood = score.mood().name().toLowerCase(Locale.ROOT);
        String lead =
                score.lead().map(it -> " " + it.name().toLowerCase(Locale.ROOT)).orElse("");
        String name = "♪ %s %d (%ds).wav".formatted(mood + lead, score.seed(), length.toSeconds());
        return store.library().list(session).stream()
                .filter(media -> media.made()
                        && media.name().equals(name)
                        && media.facts().duration().equals(length))
                .findFirst()
                .orElseGet(() -> compose(score, length, name));
    }

    private StoredMedia compose(Score score, Duration length, String name) {
        try (IncomingFile file = new IncomingFile(store.folder(), name, session.language())) {
            long frames = Math.round(length.toNanos() * (double) Composer.RATE / 1e9);
            file.write(header(frames * BYTES_PER_FRAME));
            Composer.play(score, length, block -> file.write(samples(block)));
            MediaFacts.Audio audio = new MediaFacts.Audio("pcm_s16le", Composer.RATE, 2);
            MediaFacts facts = new MediaFacts(MediaFacts.Kind.AUDIO, length, Optional.empty(), Optional.of(audio));
            return store.library().addMade(session, file.arrive(), facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer header(long bytes) {
        int rate = Composer.RATE;
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) (bytes + HEADER - 8))
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(rate)
                .putInt(rate * BYTES_PER_FRAME)
                .putShort((short) BYTES_PER_FRAME)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt((int) bytes)
                .flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer samples(float[] block) {
        ByteBuffer bytes = ByteBuffer.allocate(block.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : block) bytes.putShort((short) Math.round(Math.max(-1, Math.min(1, sample)) * 32767));
        return bytes.flip();
    }
}
