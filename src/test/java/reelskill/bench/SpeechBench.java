package reelskill.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reelskill.studio.analysis.FootageAnalysis;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.analysis.WordErrors;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.plan.BoringRule;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Transcript;

/** Measures what is heard and how fast, each clip three times with nothing kept; the median counts. */
final class SpeechBench {
    private static final int RUNS = 3;
    private static final double TICKS_PER_SECOND = 100;
    private static final Path TEXTS = Path.of("bench", "speech");
    private static final Path TALK = Path.of("tests-fixtures", "media", "talk.mp4");

    private final Ffmpeg ffmpeg =
            Ffmpeg.locate(Optional.empty(), Path.of(System.getProperty("java.io.tmpdir"), "reelskill-bench-ffmpeg"));

    public static void main(String[] arguments) throws IOException {
        SpeechBench bench = new SpeechBench();
        System.out.println(
                "clip                            words wrong  sure   sound (x real time)  speech (x real time)");
        bench.measure(
                TALK,
                String.join(
                        " ",
                        new JsonMapper()
                                .readTree(TALK.resolveSibling("talk.truth.json").toFile())
                                .path("sentences")
                                .findValuesAsText("text")));
        try (Stream<Path> texts = Files.list(TEXTS)) {
            for (Path text : texts.sorted().toList()) {
                String name = text.getFileName().toString().replaceFirst("\\.txt$", "");
                Path clip = Path.of(arguments[0]).resolve(name);
                if (Files.exists(clip)) bench.measure(clip, Files.readString(text));
            }
        }
    }

    private void measure(Path clip, String said) throws IOException {
        List<Double> sound = new ArrayList<>();
        List<Double> speech = new ArrayList<>();
        Transcript heard = Transcript.SILENCE;
        double seconds = 0;
        for (int run = 0; run < RUNS; run++) {
            Path folder = Files.createTempDirectory("speech-bench");
            FootageAnalysis analysis = new FootageAnalysis(ffmpeg, new SoundCache(ffmpeg, folder), Path::of, folder);
            seconds = analysis.facts(clip.toString()).duration().toMillis() / 1000.0;
            double begin = processorSeconds();
            analysis.boringStretches(clip.toString(), BoringRule.DEFAULT);
            double analysed = processorSeconds();
            heard = analysis.transcript(clip.toString());
            sound.add(seconds / (analysed - begin));
            speech.add(seconds / (processorSeconds() - analysed));
            delete(folder);
        }
        String words =
                String.join(" ", heard.phrases().stream().map(Phrase::text).toList());
        System.out.printf(
                "%-32s %9.1f %%  %3.0f %%  %19.0f  %20.1f%n",
                clip.getFileName(),
                100 * WordErrors.rate(said, words),
                100 * heard.sureShare(),
                median(sound),
                median(speech));
    }

    /** Returns what this process and the ended ones that it began have taken; the kernel knows, Java does not. */
    private static double processorSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS_PER_SECOND;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
