package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wire forms of effects: each kind has a key of its own in its segment. */
final class EffectJson {
    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Backdrop.class, "background", BackdropJson::write, BackdropJson::read),
            new Form<>(ScreenKey.class, "key", EffectJson::writeKey, EffectJson::readKey),
            new Form<>(Cutout.class, "cutout", EffectJson::writeCutout, EffectJson::readCutout),
            new Form<>(Grade.class, "grade", EffectJson::writeGrade, EffectJson::readGrade),
            new Form<>(Music.class, "music", MusicJson::write, MusicJson::read));

    private static final Map<String, Cutout.Care> CARES = DraftJson.words(Cutout.Care.values());

    private EffectJson() {}

    /**
     * How one kind of effect is written, into an object of its own, and read.
     *
     * @param read refuses whatever {@code write} would not have written
     */
    private record Form<E extends Effect>(
            Class<E> kind, String key, BiConsumer<E, ObjectNode> write, Function<DraftFields, E> read) {
        void write(Effects effects, ObjectNode segment) {
            effects.get(kind).ifPresent(effect -> write.accept(effect, segment.putObject(key)));
        }

        Stream<E> read(DraftFields segment) {
            return segment.has(key) ? Stream.of(read.apply(segment.object(key))) : Stream.empty();
        }
    }

    static Set<String> keys() {
        return FORMS.stream().map(Form::key).collect(Collectors.toSet());
    }

    static void write(Effects effects, ObjectNode segment) {
        for (Form<?> form : FORMS) form.write(effects, segment);
    }

    static Effects read(DraftFields segment) {
        List<Effect> effects = new ArrayList<>();
        for (Form<?> form : FORMS) form.read(segment).forEach(effects::add);
        return Effects.of(effects);
    }

    private static void writeKey(ScreenKey key, ObjectNode json) {
        json.put("screen", DraftJson.hex(key.rgb()));
    }

    private static ScreenKey readKey(DraftFields json) {
        return new ScreenKey(json.only(Set.of("screen")).color("screen"));
    }

    private static void writeCutout(Cutout cutout, ObjectNode json) {
        json.put("care", DraftJson.word(cutout.care()));
    }

    private static Cutout readCutout(DraftFields json) {
        return new Cutout(json.only(Set.of("care")).oneOf("care", CARES));
    }

    private static void writeGrade(Grade grade, ObjectNode json) {
        json.put("brightness", grade.brightness())
                .put("contrast", grade.contrast())
                .put("saturation", grade.saturation())
                .put("warmth", grade.warmth());
    }

    private static Grade readGrade(DraftFields json) {
        json.only(Set.of("brightness", "contrast", "saturation", "warmth"));
        return new Grade(
                json.number("brightness", -1, 1),
                json.number("contrast", -1, 1),
                json.number("saturation", -1, 1),
                json.number("warmth", -1, 1));
    }
}
