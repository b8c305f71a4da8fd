package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import reelskill.media.ExportFormat;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.media.TimeRange;

/** Timelines for tests: of any valid content, or a plain row of clips. */
final class RandomTimelines {
    private static final Resolution CANVAS = new Resolution(1280, 720);

    private RandomTimelines() {}

    /** Returns clips of these lengths one after the other, each of a file of its own, with media before and after. */
    static Timeline row(FrameRate rate, int... lengths) {
        List<Segment> clips = new ArrayList<>();
        long start = 0;
        for (int length : lengths) {
            int number = clips.size() + 1;
            clips.add(MediaSegment.of("s" + number, start, length, "m" + number, number + ".mp4", 100));
            start += length;
        }
        return new Timeline("row", rate, CANVAS, List.of(new Track(TrackKind.VIDEO, clips)));
    }

    static Timeline of(FrameRate rate, Random random) {
        int[] id = {0};
        List<Track> tracks = new ArrayList<>();
        for (int t = 0; t <= random.nextInt(4); t++) {
            TrackKind kind = t == 0 ? TrackKind.VIDEO : TrackKind.values()[random.nextInt(3)];
            List<Segment> segments = new ArrayList<>();
            long free = random.nextInt(3) * 17L;
            for (int s = 0; s < random.nextInt(12); s++) {
                long length = 6 + random.nextInt(20_000);
                boolean touches =
                        !segments.isEmpty() && segments.get(segments.size() - 1).end() == free;
                String name = "s" + ++id[0];
                segments.add(
                        kind == TrackKind.TEXT
                                ? text(name, free, length, random)
                                : media(name, free, length, touches, random));
                free += length + (random.nextBoolean() ? 0 : random.nextInt(500));
            }
            tracks.add(new Track(kind, segments));
        }
        OptionalDouble loudness = random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(-14.5);
        return new Timeline("片子 \"a\" 🎬", rate, CANVAS, tracks, output(random), loudness);
    }

    private static Output output(Random random) {
        ExportFormat format = ExportFormat.values()[random.nextInt(ExportFormat.values().length)];
        Output plain = new Output(format, Output.Codec.values()[random.nextInt(2)], random.nextInt(100_000_000));
        return random.nextBoolean() ? plain : plain.with(releases(random));
    }

    private static List<Release> releases(Random random) {
        Output film = new Output(ExportFormat.MP4, Output.Codec.H264, random.nextInt(9) * 1_000_000L);
        Optional<Resolution> upright = Optional.of(new Resolution(1080, 1920));
        return List.of(
                new Release("tiktok", film, upright, OptionalDouble.of(-14), 4_000_000_000L),
                new Release(
                        "gif",
                        new Output(ExportFormat.GIF, Output.Codec.H264, 0).inFull(),
                        Optional.empty(),
                        OptionalDouble.empty()),
                new Release(
                        "clip2",
                        film.of(new FrameRange(random.nextInt(9), 10 + random.nextInt(9))),
                        Optional.empty(),
                        OptionalDouble.empty()),
                new Release(
                        "picture",
                        new Output(ExportFormat.PNG, Output.Codec.H264, 0, random.nextInt(9_000))
                                .inscribed(Optional.of(new Inscription(
                                        "“封面” \\ 🎬", TextStyle.TITLE.coloured(random.nextInt(0xFFFFFF))))),
                        Optional.empty(),
                        OptionalDouble.empty()));
    }

    private static Segment media(String id, long start, long length, boolean touches, Random random) {
        var kinds = Transition.Kind.values();
        Transition transition = touches && random.nextBoolean()
                ? new Transition(kinds[1 + random.nextInt(kinds.length - 1)], 2)
                : Transition.CUT;
        return new MediaSegment(
                id,
                start,
                length,
                "media-" + random.nextInt(5),
                (random.nextBoolean() ? "■ " : "名 ") + id,
                1 + random.nextInt(100_000),
                random.nextInt(4000) / 1000.0,
                random.nextInt(3),
                random.nextInt(3),
                transition,
                effects(random),
                random.nextInt(4) == 0);
    }

    private static Effects effects(Random random) {
        Effects effects = backdrop(random).map(Effects.NONE::with).orElse(Effects.NONE);
        if (random.nextInt(4) == 0) effects = effects.with(new ScreenKey(random.nextInt(0x1000000)));
        if (random.nextInt(4) == 0) effects = effects.with(new Cutout(Cutout.Care.values()[random.nextInt(2)]));
        if (random.nextInt(4) == 0)
            effects = effects.with(new Lighting(
                    Lighting.Wrap.values()[random.nextInt(3)], Lighting.Match.values()[random.nextInt(3)]));
        if (random.nextInt(4) == 0) effects = effects.with(VolumeChanges.NONE.with(TimeRange.ofSeconds(1, 2.5), 0.25));
        if (random.nextInt(3) == 0) effects = effects.with(grade(random));
        if (random.nextInt(3) == 0) effects = effects.with(framing(random));
        if (random.nextInt(3) == 0) effects = effects.with(zoom(random));
        if (random.nextInt(3) == 0) {
            effects =
                    effects.with(new Look(Look.Style.values()[random.nextInt(5)], 0.01 + random.nextInt(100) / 101.0));
        }
        if (random.nextInt(4) == 0)
            effects = effects.with(new Finish(random.nextInt(11) / 10.0, random.nextInt(11) / 10.0));
        if (random.nextInt(4) == 0) effects = effects.with(placement(random));
        effects = repaired(effects, random);
        return random.nextInt(3) > 0 ? effects : effects.with(pace(random));
    }

    private static Placement placement(Random random) {
        if (random.nextBoolean()) return new Placement.Panel(new Box(0.25, 0, 0.5, 1));
        OptionalInt border = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(0x1000000));
        Placement.Outline outline = new Placement.Outline(Placement.Outline.Shape.values()[random.nextInt(3)], border);
        return new Placement.Inset(
                random.nextDouble(), random.nextDouble(), 0.03 + random.nextDouble() / 2, 0.5, outline);
    }

    private static Effects repaired(Effects before, Random random) {
        Effects effects = before;
        if (random.nextInt(4) == 0)
            effects = effects.with(new Denoise(-20 - random.nextInt(61), 1 + random.nextInt(60)));
        if (random.nextInt(4) == 0) effects = effects.with(new Steady((1 + random.nextInt(20)) / 100.0));
        if (random.nextInt(4) == 0) effects = effects.with(new Bars((20 + random.nextInt(480)) / 100.0));
        if (random.nextInt(4) == 0) effects = effects.with(new Lut("media-" + random.nextInt(5), 0.75));
        if (random.nextInt(4) == 0)
            effects = effects.with(new Balance(1.1, 0.93, 0.5 + random.nextDouble(), 0.05, 0.9));
        return random.nextInt(4) == 0 ? effects.with(fitting(random)) : effects;
    }

    private static Fitting fitting(Random random) {
        Fitting.How how = Fitting.How.values()[random.nextInt(3)];
        if (how != Fitting.How.FOLLOW) return Fitting.of(how);
        long at = random.nextInt(1000);
        return new Fitting(
                how,
                List.of(
                        new Fitting.Spot(at, random.nextDouble(), 0.5, false),
                        new Fitting.Spot(
                                at + 1 + random.nextInt(1000), 0.25, random.nextDouble(), random.nextBoolean())));
    }

    private static Framing framing(Random random) {
        Box window = new Box(random.nextInt(50) / 100.0, random.nextInt(50) / 100.0, 0.25, 0.5);
        return new Framing(random.nextInt(4), random.nextBoolean(), window);
    }

    private static Zoom zoom(Random random) {
        int first = random.nextInt(1000);
        double far = 1 + random.nextInt(700) / 100.0;
        return new Zoom(1.5, far, random.nextDouble(), random.nextDouble(), first, first + 1 + random.nextInt(99));
    }

    private static Pace pace(Random random) {
        double factor = (1 + random.nextInt(400)) / 8.0;
        return switch (random.nextInt(3)) {
            case 0 -> new Pace.Speed(factor);
            case 1 -> new Pace.Backwards(factor, 1 + random.nextInt(100_000));
            default -> new Pace.Freeze(random.nextInt(100_000));
        };
    }

    private static Grade grade(Random random) {
        return new Grade(share(random), share(random), share(random), share(random));
    }

    private static double share(Random random) {
        return (random.nextInt(2001) - 1000) / 1000.0;
    }

    private static Optional<Backdrop> backdrop(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> Optional.of(new Backdrop.Room(Backdrop.Place.values()[random.nextInt(7)]));
            case 1 -> Optional.of(new Backdrop.Colour(random.nextInt(0x1000000)));
            case 2 -> Optional.of(new Backdrop.Blur(Backdrop.Strength.values()[random.nextInt(3)]));
            case 4 -> Optional.of(new Backdrop.Transparent());
            case 3 -> Optional.of(new Backdrop.Picture("media-" + random.nextInt(5)));
            default -> Optional.empty();
        };
    }

    private static Segment text(String id, long start, long length, Random random) {
        var positions = TextStyle.Position.values();
        TextStyle style = new TextStyle(
                positions[random.nextInt(positions.length)],
                0.02 + random.nextInt(280) / 1000.0,
                random.nextInt(0x1000000),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(2) * 0xFFAA01),
                TextStyle.Face.values()[random.nextInt(3)],
                TextStyle.Motion.values()[random.nextInt(4)],
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(0x1000000)),
                random.nextInt(3) / 10.0 - 0.1);
        return new TextSegment(id, start, length, "مرحبا 你好 \n\"" + id, style, random.nextInt(3));
    }
}
