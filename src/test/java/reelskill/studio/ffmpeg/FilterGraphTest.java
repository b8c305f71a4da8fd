package reelskill.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reelskill.studio.ffmpeg.Filter.named;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterGraphTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));

    @TempDir
    Path folder;

    private final FilterGraph.Builder graph = FilterGraph.builder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "it's",
                "''''",
                "a:b=c",
                "a,b;c",
                "[in]x[out]",
                "C:\\fonts\\a.ttf",
                "ends in \\",
                "\\'",
                "%{pts} 100%",
                "  spaces at both ends  ",
                "two\nlines",
                "每周更新：标题",
                "مرحبا 👋",
                "$(rm -rf) `x` \"q\" #hash",
                "a\tb",
            })
    void optionReachesTheFilterAsItIs(String text) throws IOException {
        Pad source = graph.apply(named("color").with("size", "16x16").with("duration", 0.04));
        Pad tagged = graph.apply(
                named("metadata").with("mode", "add").with("key", "k").with("value", text), source);
        Pad printed = graph.apply(named("metadata").with("mode", "print").with("file", "pipe:1"), tagged);
        assertThat(output(graph.build(printed))).contains("\nk=" + text + "\n");
    }

    @Test
    void filterWithTwoInputsAndTwoOutputsIsJoinedByLabels() {
        List<Pad> halves = graph.apply(named("split"), 2, graph.video(0));
        Pad both = graph.apply(named("hstack"), halves.get(0), halves.get(1));
        FilterGraph built = graph.build(both, graph.stream(1, 2));
        assertThat(built).hasToString("[0:v]split[p0][p1];[p0][p1]hstack[p2]");
        assertThat(built.maps()).containsExactly("-map", "[p2]", "-map", "[1:2]");
    }

    @Test
    void padIsUsedOnce() {
        Pad pad = graph.video(0);
        graph.apply(named("null"), pad);
        assertThatThrownBy(() -> graph.apply(named("null"), pad)).hasMessageContaining("used twice");
    }

    @Test
    void padLeftOpenIsFoundBeforeFfmpegRuns() {
        Pad used = graph.apply(named("null"), graph.video(0));
        graph.audio(0);
        assertThatThrownBy(() -> graph.build(used)).hasMessageContaining("[0:a]");
    }

    @Test
    void padOfAnotherGraphIsRefused() {
        Pad foreign = FilterGraph.builder().video(0);
        assertThatThrownBy(() -> graph.build(foreign)).hasMessageContaining("another graph");
    }

    @Test
    void numbersHaveNoExponent() {
        assertThat(named("volume").with("volume", 0.0000001).with("n", 3)).hasToString("volume=volume=0.0000001:n=3");
    }

    private String output(FilterGraph built) throws IOException {
        List<String> arguments = new ArrayList<>(FFMPEG.arguments(built, folder.resolve("graph")));
        arguments.addAll(List.of("-f", "null", "-"));
        try (FfmpegProcess process = FFMPEG.start(arguments)) {
            String printed = new String(process.output().readAllBytes(), StandardCharsets.UTF_8);
            process.finish();
            return printed;
        }
    }
}
