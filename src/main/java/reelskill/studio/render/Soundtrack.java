package reelskill.studio.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import reelskill.media.TimeRange;
import reelskill.studio.analysis.Sound;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/** The sound of a timeline, mixed while it is written: all tracks together, exact to the sample. Memory stays flat. */
final class Soundtrack {
    private static final int BLOCK = Sound.RATE / 10;
    /** Louder sums are bent towards full scale instead of being cut off there. */
    private static final float KNEE = 0.95f;

    private static final float FULL_SCALE = 32767;

    private final List<Voice> voices;
    private final List<Ducking.Speech> speech;
    private final long length;
    private final Map<String, Sound> sounds;
    private final OptionalDouble loudness;
    private Optional<Mastering> mastering = Optional.empty();

    /** Media that has no sound in {@code sounds} is silent. {@code stretches} of speech are those of a media id. */
    Soundtrack(Timeline timeline, Map<String, Sound> sounds, Function<String, List<TimeRange>> stretches) {
        this.voices = timeline.tracks().stream()
                .filter(track -> track.kind() != TrackKind.TEXT)
                .flatMap(track -> Voice.of(track, timeline.rate()).stream())
                .filter(voice -> sounds.containsKey(voice.mediaId()))
                .sorted(Comparator.comparingLong(Voice::start))
                .toList();
        this.length = Voice.samples(timeline.duration(), timeline.rate());
        this.sounds = sounds;
        this.loudness = timeline.loudness();
        boolean ducked = voices.stream().anyMatch(voice -> voice.ducked() < 1);
        this.speech = ducked ? Ducking.speech(timeline.clips(), timeline.rate(), stretches) : List.of();
    }

    /**
     * Writes stereo samples of 16 bits, the low byte first, {@link Sound#RATE} a second. Leaves {@code target} open. What
     * is to be mastered is mixed a few times before the first are written.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    void writeTo(OutputStream target, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        long[] written = {0};
        Mastering.Sink sink = block -> {
            target.write(bytes(block));
            written[0] += block.length / 2;
            progress.accept((double) written[0] / length);
        };
        if (loudness.isEmpty()) {
            mix(sink);
            return;
        }
        try (Mastering.Playing playing =
                mastering(loudness.getAsDouble(), cancellation).before(sink)) {
            mix(playing::take);
        }
    }

    private Mastering mastering(double lufs, Cancellation cancellation) throws IOException {
        if (mastering.isEmpty()) {
            mastering = Optional.of(Mastering.of(
                    sink -> mix(block -> {
                        cancellation.throwIfCancelled();
                        sink.take(block);
                    }),
                    lufs));
        }
        return mastering.get();
    }

    private void mix(Mastering.Sink sink) throws IOException {
        Deque<Voice> waiting = new ArrayDeque<>(voices);
        List<Voice> sounding = new ArrayList<>();
        Ducking ducking = new Ducking(speech);
        for (long start = 0; start < length; start += BLOCK) {
            long at = start;
            float[] mix = new float[2 * (int) Math.min(BLOCK, length - start)];
            while (!waiting.isEmpty() && waiting.peek().start() < start + BLOCK) sounding.add(waiting.remove());
            sounding.removeIf(voice -> voice.end() <= at);
            float[] down = down(ducking, start, mix.length / 2);
            for (Voice voice : sounding) add(voice, start, mix, down);
            sink.take(mix);
        }
    }

    private float[] down(Ducking ducking, long start, int count) {
        float[] down = new float[count];
        if (!speech.isEmpty()) for (int i = 0; i < count; i++) down[i] = ducking.share(start + i);
        return down;
    }

    private void add(Voice voice, long blockStart, float[] mix, float[] down) {
        Sound sound = sounds.get(voice.mediaId());
        long from = Math.max(blockStart, voice.start());
        long to = Math.min(blockStart + mix.length / 2, voice.end());
        if (sound == null || from >= to) return;
        float[] samples = new float[2 * (int) (to - from)];
        sound.read(from + voice.offset(), samples);
        int first = (int) (from - blockStart);
        for (int i = 0; i < samples.length; i++) {
            float ducked = 1 - down[first + i / 2] * (1 - voice.ducked());
            mix[2 * first + i] += samples[i] * voice.gain(from + i / 2) * ducked;
        }
    }

    private static byte[] bytes(float[] mix) {
        ByteBuffer bytes = ByteBuffer.allocate(mix.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : mix) bytes.putShort((short) Math.round(guarded(sample) * FULL_SCALE));
        return bytes.array();
    }

    private static float guarded(float sample) {
        float size = Math.abs(sample);
        if (size <= KNEE) return sample;
        double bent = KNEE + (1 - KNEE) * Math.tanh((size - KNEE) / (1 - KNEE));
        return (float) Math.copySign(bent, sample);
    }
}
