package reelskill.studio.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;

/** The inputs of one graph, numbered in the order in which they are opened. Not thread-safe. */
final class Inputs {
    private final FilterGraph.Builder graph;
    private final List<String> arguments = new ArrayList<>();
    private int count;

    Inputs(FilterGraph.Builder graph) {
        this.graph = graph;
    }

    /** Opens what {@code reading} reads and returns one stream of it. */
    Pad open(List<String> reading, int stream) {
        arguments.addAll(reading);
        return graph.stream(count++, stream);
    }

    /** Returns the only frame of a picture that the renderer drew. */
    Pad drawn(Path file) {
        return open(List.of("-i", "file:" + file.toAbsolutePath()), 0);
    }

    List<String> arguments() {
        return arguments;
    }
}
