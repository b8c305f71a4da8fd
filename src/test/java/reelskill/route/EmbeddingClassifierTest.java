package reelskill.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.skill.SkillManifest;

class EmbeddingClassifierTest {
    @ParameterizedTest
    @ValueSource(strings = {"export", "how many credits are left?", "cut the first 5 seconds", "上传", "我想下载这个视频"})
    void messageThatWordsDecideLoadsNoModel(String message) throws Exception {
        assertThat(loadedFor(message))
                .contains(Router.class.getName())
                .doesNotContain("ai.onnxruntime", "SentenceModel");
    }

    @Test
    void ambiguousChineseMessageLoadsNoModel() throws Exception {
        assertThat(loadedFor("渲染到百分之几了"))
                .contains("LearnedClassifier$Learned")
                .doesNotContain("ai.onnxruntime", "SentenceModel");
    }

    @Test
    void ambiguousEnglishMessageLoadsTheModel() throws Exception {
        assertThat(loadedFor("is there a way to download it?")).contains("ai.onnxruntime.OrtSession", "SentenceModel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is there a way to download it? | EXPORT",
                "am I about to run out of money here? | CREDITS",
                "how far along are we? | STATE",
                "I have another recording for you | UPLOAD",
                "his face is a bit gloomy | CHAT",
            })
    void meaningDecidesWhereNoWordDoes(String message, Action action) {
        assertThat(new EmbeddingClassifier().classify(message, Action.CHAT)).isEqualTo(action);
    }

    @Test
    void modelThatCannotRunIsDoneWithout() {
        assertThat(EmbeddingClassifier.Learned.from(() -> {
                    throw new UnsatisfiedLinkError("no build for this system");
                }))
                .isEmpty();
    }

    /** Routes in a fresh process and returns the names of all classes that it loaded. */
    private static String loadedFor(String message) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        message.chars()
                                .mapToObj(Integer::toString)
                                .reduce((a, b) -> a + "," + b)
                                .orElseThrow())
                .redirectErrorStream(true)
                .start();
        try (InputStream out = process.getInputStream()) {
            String loaded = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            return loaded;
        }
    }

    static final class ColdStart {
        /** Takes the message as numbers, so that no system's encoding of arguments changes it. */
        public static void main(String[] arguments) {
            StringBuilder message = new StringBuilder();
            for (String unit : arguments[0].split(",")) message.append((char) Integer.parseInt(unit));
            new Router(SkillManifest.packed().routes(), new EmbeddingClassifier()).route(message.toString(), false);
        }
    }
}
