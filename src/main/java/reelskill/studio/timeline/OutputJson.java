package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import reelskill.media.ExportFormat;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;

/** The wire form of what kind of files a timeline becomes. */
final class OutputJson {
    private static final long MOST_BYTES = 1L << 40;
    private static final int MOST_RELEASES = 20;
    private static final Map<String, Output.Codec> CODECS = DraftJson.words(Output.Codec.values());

    private OutputJson() {}

    static void write(Output output, FrameRate rate, ObjectNode json) {
        json.put("format", output.format().word())
                .put("codec", DraftJson.word(output.codec()))
                .put("maxBytes", output.mostBytes());
        if (output.still() > 0) json.put("still", rate.millis(output.still()));
        output.inscription().ifPresent(words -> words.write(json.putObject("inscription")));
        output.part().ifPresent(part -> json.put("from", rate.millis(part.in())).put("until", rate.millis(part.out())));
        if (output.sized()) json.put("sized", true);
        if (output.releases().isEmpty()) return;
        ArrayNode releases = json.putArray("releases");
        for (Release release : output.releases()) {
            ObjectNode one = releases.addObject().put("name", release.name());
            write(release.output(), rate, one);
            release.canvas().ifPresent(size -> one.put("width", size.width()).put("height", size.height()));
            release.loudness().ifPresent(lufs -> one.put("loudness", lufs));
            if (release.takes() > 0) one.put("takes", release.takes());
        }
    }

    static Output read(DraftFields json, FrameRate rate) {
        json.only(Set.of(
                "format", "codec", "maxBytes", "still", "inscription", "from", "until", "sized", "takes", "releases"));
        List<Release> releases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (json.has("releases")) {
            for (DraftFields release : json.list("releases", MOST_RELEASES)) {
                releases.add(release(release, rate));
                if (!names.add(release.text("name", 20))) throw release.wrong("name");
            }
        }
        return plain(json, rate).with(releases);
    }

    private static Release release(DraftFields json, FrameRate rate) {
        json.only(Set.of(
                "name",
                "format",
                "codec",
                "maxBytes",
                "still",
                "inscription",
                "from",
                "until",
                "sized",
                "width",
                "height",
                "loudness",
                "takes"));
        Optional<Resolution> canvas = json.has("width")
                ? Optional.of(
                        new Resolution((int) json.whole("width", 2, 16_384), (int) json.whole("height", 2, 16_384)))
                : Optional.empty();
        OptionalDouble loudness = json.has("loudness")
                ? OptionalDouble.of(json.number("loudness", DraftReader.QUIETEST_LUFS, DraftReader.LOUDEST_LUFS))
                : OptionalDouble.empty();
        String name = json.text("name", 20);
        if (!name.matches("[a-z0-9]+")) throw json.wrong("name");
        long takes = json.has("takes") ? json.whole("takes", 0, MOST_BYTES) : 0;
        return new Release(name, plain(json, rate), canvas, loudness, takes);
    }

    private static Output plain(DraftFields json, FrameRate rate) {
        ExportFormat format = ExportFormat.of(json.text("format", 10)).orElseThrow(() -> json.wrong("format"));
        long still = json.has("still") ? json.frame("still", rate) : 0;
        boolean sized = json.has("sized") && json.yes("sized");
        long most = json.whole("maxBytes", 0, MOST_BYTES);
        Optional<Inscription> words =
                json.has("inscription") ? Optional.of(Inscription.read(json.object("inscription"))) : Optional.empty();
        return new Output(format, json.oneOf("codec", CODECS), most, still, words, part(json, rate), sized, List.of());
    }

    private static Optional<FrameRange> part(DraftFields json, FrameRate rate) {
        if (json.has("from") != json.has("until")) throw json.wrong("from");
        if (!json.has("from")) return Optional.empty();
        long from = json.frame("from", rate);
        long until = json.frame("until", rate);
        if (until <= from) throw json.wrong("until");
        return Optional.of(new FrameRange(from, until));
    }
}
