package reelskill.studio.ffmpeg;

/** An end of a filter that another one is joined to, exactly once. Made by a {@link FilterGraph.Builder}. */
public final class Pad {
    private final FilterGraph.Builder graph;
    private final String label;

    Pad(FilterGraph.Builder graph, String label) {
        this.graph = graph;
        this.label = label;
    }

    boolean isOf(FilterGraph.Builder builder) {
        return graph == builder;
    }

    @Override
    public String toString() {
        return "[" + label + "]";
    }
}
