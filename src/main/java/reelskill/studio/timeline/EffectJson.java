package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.media.FrameRate;

/** The wire forms of effects: each kind has a key of its own in its segment. */
final class EffectJson {
    private static final Map<String, Look.Style> LOOKS = DraftJson.words(Look.Style.values());
    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Backdrop.class, "background", BackdropJson::write, BackdropJson::read),
            new Form<>(ScreenKey.class, "key", EffectJson::writeKey, EffectJson::readKey),
            new Form<>(Cutout.class, "cutout", EffectJson::writeCutout, EffectJson::readCutout),
            new Form<>(Lighting.class, "lighting", EffectJson::writeLighting, EffectJson::readLighting),
            new Form<>(Grade.class, "grade", EffectJson::writeGrade, EffectJson::readGrade),
            new Form<>(Music.class, "music", MusicJson::write, MusicJson::read),
            new Form<>(VolumeChanges.class, "levels", VolumeJson::write, VolumeJson::read),
            new Form<>(Look.class, "look", EffectJson::writeLook, EffectJson::readLook),
            new Form<>(Finish.class, "finish", EffectJson::writeFinish, EffectJson::readFinish),
            new Form<>(Framing.class, "framing", FramingJson::write, FramingJson::framing),
            new Form<>(Zoom.class, "zoom", FramingJson::write, FramingJson::zoom),
            new Form<>(Pace.class, "pace", PaceJson::write, PaceJson::read),
            new Form<>(Placement.class, "placement", PlacementJson::write, PlacementJson::read),
            new Form<>(Steady.class, "steady", RepairJson::write, RepairJson::steady),
            new Form<>(Fitting.class, "fitting", RepairJson::write, RepairJson::fitting),
            new Form<>(Balance.class, "balance", RepairJson::write, RepairJson::balance),
            new Form<>(Lut.class, "lut", RepairJson::write, RepairJson::lut),
            new Form<>(Bars.class, "bars", RepairJson::write, RepairJson::bars),
            new Form<>(Denoise.class, "denoise", RepairJson::write, RepairJson::denoise));

    private static final Map<String, Cutout.Care> CARES = DraftJson.words(Cutout.Care.values());
    private static final Map<String, Lighting.Wrap> WRAPS = DraftJson.words(Lighting.Wrap.values());
    private static final Map<String, Lighting.Match> MATCHES = DraftJson.words(Lighting.Match.values());

    private EffectJson() {}

    /**
     * How one kind of effect is written, into an object of its own, and read.
     *
     * @param read refuses whatever {@code write} would not have written
     */
    private record Form<E extends Effect>(
            Class<E> kind, String key, Writing<E> write, BiFunction<DraftFields, FrameRate, E> read) {
        /** An effect that names no frame. */
        Form(Class<E> kind, String key, BiConsumer<E, ObjectNode> write, Function<DraftFields, E> read) {
            this(
                    kind,
                    key,
                    (effect, rate, json) -> write.accept(effect, json),
                    (DraftFields json, FrameRate rate) -> read.apply(json));
        }

        void write(Effects effects, FrameRate rate, ObjectNode segment) {
            effects.get(kind).ifPresent(effect -> write.write(effect, rate, segment.putObject(key)));
        }

        Stream<E> read(DraftFields segment, FrameRate rate) {
            return segment.has(key) ? Stream.of(read.apply(segment.object(key), rate)) : Stream.empty();
        }
    }

    private interface Writing<E> {
        void write(E effect, FrameRate rate, ObjectNode json);
    }

    static Set<String> keys() {
        return FORMS.stream().map(Form::key).collect(Collectors.toSet());
    }

    static void write(Effects effects, FrameRate rate, ObjectNode segment) {
        for (Form<?> form : FORMS) form.write(effects, rate, segment);
    }

    static Effects read(DraftFields segment, FrameRate rate) {
        List<Effect> effects = new ArrayList<>();
        for (Form<?> form : FORMS) form.read(segment, rate).forEach(effects::add);
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

    private static void writeLighting(Lighting lighting, ObjectNode json) {
        json.put("wrap", DraftJson.word(lighting.wrap())).put("match", DraftJson.word(lighting.match()));
    }

    private static Lighting readLighting(DraftFields json) {
        json.only(Set.of("wrap", "match"));
        return new Lighting(json.oneOf("wrap", WRAPS), json.oneOf("match", MATCHES));
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

    private static void writeLook(Look look, ObjectNode json) {
        json.put("style", DraftJson.word(look.style())).put("strength", look.strength());
    }

    private static Look readLook(DraftFields json) {
        json.only(Set.of("style", "strength"));
        return new Look(json.oneOf("style", LOOKS), json.number("strength", 0.01, 1));
    }

    private static void writeFinish(Finish finish, ObjectNode json) {
        json.put("vignette", finish.vignette()).put("grain", finish.grain());
    }

    private static Finish readFinish(DraftFields json) {
        json.only(Set.of("vignette", "grain"));
        return new Finish(json.number("vignette", 0, 1), json.number("grain", 0, 1));
    }
}
