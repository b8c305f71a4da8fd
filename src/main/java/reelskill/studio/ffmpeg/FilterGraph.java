package reelskill.studio.ffmpeg;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Filters that are joined completely: every pad is used once. Immutable. */
public final class FilterGraph {
    private final String description;
    private final List<Pad> outputs;

    private FilterGraph(String description, List<Pad> outputs) {
        this.description = description;
        this.outputs = outputs;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the arguments that map the outputs, in their order, to the next output file. */
    List<String> maps() {
        return outputs.stream()
                .flatMap(pad -> Stream.of("-map", pad.toString()))
                .toList();
    }

    @Override
    public String toString() {
        return description;
    }

    /** Joins filters. Using a pad twice, one of another graph, or leaving one open fails here and not in ffmpeg. */
    public static final class Builder {
        private final List<String> chains = new ArrayList<>();
        private final Set<Pad> open = new LinkedHashSet<>();
        private int labels;

        /** Returns a new pad of the picture of input file number {@code input}. */
        public Pad video(int input) {
            return opened(input + ":v");
        }

        /** Returns a new pad of the sound of input file number {@code input}. */
        public Pad audio(int input) {
            return opened(input + ":a");
        }

        /** Returns a new pad of one stream of an input file, both numbered from 0. */
        public Pad stream(int input, int stream) {
            return opened(input + ":" + stream);
        }

        /** Joins {@code inputs} to a filter with one output. No inputs make a source. */
        public Pad apply(Filter filter, Pad... inputs) {
            return apply(filter, 1, inputs).get(0);
        }

        /** Joins {@code inputs} to a filter that has {@code outputs} of them, like {@code split}. */
        public List<Pad> apply(Filter filter, int outputs, Pad... inputs) {
            String from = Stream.of(inputs).map(this::used).collect(Collectors.joining());
            List<Pad> made = IntStream.range(0, outputs)
                    .mapToObj(i -> opened("p" + labels++))
                    .toList();
            chains.add(from + filter + made.stream().map(Pad::toString).collect(Collectors.joining()));
            return made;
        }

        /** Returns the graph whose outputs, in this order, are all pads still open. */
        public FilterGraph build(Pad... outputs) {
            Stream.of(outputs).forEach(this::used);
            if (!open.isEmpty()) throw new IllegalStateException("open pads " + open + " in " + chains);
            return new FilterGraph(String.join(";", chains), List.of(outputs));
        }

        private Pad opened(String label) {
            Pad pad = new Pad(this, label);
            open.add(pad);
            return pad;
        }

        private String used(Pad pad) {
            if (!pad.isOf(this)) throw new IllegalArgumentException("pad " + pad + " is of another graph");
            if (!open.remove(pad)) throw new IllegalArgumentException("pad " + pad + " is used twice");
            return pad.toString();
        }
    }
}
