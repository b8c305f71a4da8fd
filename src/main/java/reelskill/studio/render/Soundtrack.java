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
import java.util.function.DoubleConsumer;
import reelskill.studio.analysis.Sound;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/** The sound of a timeline, mixed while it is written: all tracks together, exact to the sample. Memory stays flat. */
final class Soundtrack {
    private static final int BLOCK = Sound.RATE / 10;
    /** Louder sums are bent towards full scale instead of being cut off there. */
    private static final float KNEE = 0.95f;

    private static final float FULL_SCALE = 32767;

    private final List<Voice> voices;
    private final long length;
    private final Map<String, Sound> sounds;

    /** Media that has no sound in {@code sounds} is silent. */
    Soundtrack(Timeline timeline, Map<String, Sound> sounds) {
        this.voices = timeline.tracks().stream()
                .filter(track -> track.kind() != TrackKind.TEXT)
                .flatMap(track -> Voice.of(track, timeline.rate()).stream())
                .filter(voice -> sounds.containsKey(voice.mediaId()))
                .sorted(Comparator.comparingLong(Voice::start))
                .toList();
        this.length = Voice.samples(timeline.duration(), timeline.rate());
        this.sounds = sounds;
    }

    /** Writes stereo samples of 16 bits, the low byte first, {@link Sound#RATE} a second. Leaves {@code target} open. */
    void writeTo(OutputStream target, DoubleConsumer progress) throws IOException {
        Deque<Voice> waiting = new ArrayDeque<>(voices);
        List<Voice> sounding = new ArrayList<>();
        for (long start = 0; start < length; start += BLOCK) {
            long at = start;
            float[] mix = new float[2 * (int) Math.min(BLOCK, length - start)];
            while (!waiting.isEmpty() && waiting.peek().start() < start + BLOCK) sounding.add(waiting.remove());
            sounding.removeIf(voice -> voice.end() <= at);
            for (Voice voice : sounding) add(voice, start, mix);
            target.write(bytes(mix));
            progress.accept((double) start / length);
        }
    }

    private void add(Voice voice, long blockStart, float[] mix) {
        Sound sound = sounds.get(voice.mediaId());
        long from = Math.max(blockStart, voice.start());
        long to = Math.min(blockStart + mix.length / 2, voice.end());
        if (sound == null || from >= to) return;
        float[] samples = new float[2 * (int) (to - from)];
        sound.read(from + voice.offset(), samples);
        int place = 2 * (int) (from - blockStart);
        for (int i = 0; i < samples.length; i++) {
            mix[place + i] += samples[i] * voice.gain(from + i / 2);
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
