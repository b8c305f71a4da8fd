package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.studio.speech.MonoSound;
import reelskill.studio.speech.VoiceDetector;

/** What the shipped network hears in many chunks at once is what the published one hears in one after the other. */
class VoiceTest {
    private static final Path TALK = Path.of("tests-fixtures", "media", "talk.mp4");
    private static final Path PUBLISHED = Path.of("src/test/resources/reelskill/tools/model/silero-vad-v6.onnx.gz");

    @TempDir
    Path folder;

    @Test
    void answersAreThoseOfThePublishedNetwork() throws Exception {
        try (Sound talk = new SoundCache(SharedMedia.FFMPEG, folder).open(TALK).orElseThrow()) {
            MonoSound sound = new SpeechSound(talk);
            byte[] shipped = VoiceDetector.get().percents(sound);
            float[] published = published(sound, shipped.length);
            assertThat(shipped).hasSize(1700);
            for (int chunk = 0; chunk < shipped.length; chunk++) {
                assertThat(Math.abs(shipped[chunk] - 100 * published[chunk]))
                        .as("chunk " + chunk)
                        .isLessThan(0.51f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 512, 513, 16 * 512, 32 * 512, 33 * 512 - 1})
    void eachChunkGetsAnAnswerTheLastAsWell(int length) {
        assertThat(VoiceDetector.get().percents(silence(length))).hasSize((length + 511) / 512);
    }

    private static MonoSound silence(int length) {
        return new MonoSound() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void read(long first, float[] samples) {}
        };
    }

    private static float[] published(MonoSound sound, int chunks) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        float[] answers = new float[chunks];
        float[][][] state = new float[2][1][128];
        float[][] samples = new float[1][64 + VoiceDetector.CHUNK];
        try (InputStream packed = Files.newInputStream(PUBLISHED);
                InputStream file = new GZIPInputStream(packed);
                OrtSession network = environment.createSession(file.readAllBytes());
                OnnxTensor rate = OnnxTensor.createTensor(environment, (long) MonoSound.RATE)) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                sound.read((long) chunk * VoiceDetector.CHUNK - 64, samples[0]);
                try (OnnxTensor heard = OnnxTensor.createTensor(environment, samples);
                        OnnxTensor before = OnnxTensor.createTensor(environment, state);
                        OrtSession.Result result = network.run(Map.of("input", heard, "state", before, "sr", rate))) {
                    answers[chunk] = ((float[][]) result.get(0).getValue())[0][0];
                    state = (float[][][]) result.get(1).getValue();
                }
            }
        }
        return answers;
    }
}
