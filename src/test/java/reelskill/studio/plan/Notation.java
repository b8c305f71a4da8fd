package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.TextStyle;

/** A plan in the short form of {@code sentences.tsv}. */
final class Notation {
    private Notation() {}

    static String of(EditPlan plan) {
        if (!plan.questions().isEmpty()) return "ask";
        List<String> parts = new ArrayList<>();
        if (!plan.notUnderstood().isEmpty()) parts.add("huh");
        if (!plan.notAvailable().isEmpty()) parts.add("cannot");
        if (plan.history() < 0) parts.add(plan.history() == -1 ? "undo" : "undo" + -plan.history());
        if (plan.history() > 0) parts.add("redo");
        plan.versions().stream()
                .filter(VersionRequest.Restore.class::isInstance)
                .map(Notation::of)
                .forEach(parts::add);
        plan.operations().forEach(operation -> parts.add(of(operation)));
        plan.versions().stream()
                .filter(request -> !(request instanceof VersionRequest.Restore))
                .map(Notation::of)
                .forEach(parts::add);
        if (plan.wantsExport()) parts.add("export");
        return String.join(" ; ", parts);
    }

    private static String of(VersionRequest request) {
        if (request instanceof VersionRequest.Name it) return "name " + of(it.version()) + " \"" + it.name() + "\"";
        if (request instanceof VersionRequest.Restore it) return "restore " + of(it.version());
        if (request instanceof VersionRequest.Compare it) return "compare " + of(it.one()) + " " + of(it.other());
        return request instanceof VersionRequest.Changes ? "changes" : "versions";
    }

    private static String of(VersionRef ref) {
        if (ref instanceof VersionRef.Numbered it) return Integer.toString(it.number());
        if (ref instanceof VersionRef.Named it) return "\"" + it.name() + "\"";
        return ref instanceof VersionRef.Current ? "current" : "previous";
    }

    static String of(EditOperation operation) {
        if (operation instanceof RemoveRanges it) return "remove" + clip(it.within()) + spans(it.spans());
        if (operation instanceof KeepRanges it) return "keep" + spans(it.spans());
        if (operation instanceof RemoveClip it) return "removeclip " + of(it.clip());
        if (operation instanceof Instead it)
            return it.change().operations().stream()
                    .map(Notation::of)
                    .collect(Collectors.joining(" & ", "instead ", ""));
        if (operation instanceof SpeedTo it) return "speedto " + seconds(it.most());
        if (operation instanceof TellTimeline) return "tell";
        if (operation instanceof FitTo it)
            return "fit " + seconds(it.most()) + (it.keepsStart() ? " start" : "") + (it.keepsEnd() ? " end" : "");
        if (operation instanceof CutBoring it) {
            String place = it.place().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return boring(it.rule()) + (it.place() == CutBoring.Place.EVERYWHERE ? "" : " " + place);
        }
        if (operation instanceof ArrangeClips it)
            return "order " + it.order().stream().map(String::valueOf).collect(Collectors.joining(" "));
        if (operation instanceof MovePart it)
            return "movepart" + spans(List.of(it.part())) + (it.place() == MoveClip.Place.BEFORE ? " front" : " end")
                    + it.within().map(clip -> " " + of(clip)).orElse("");
        if (operation instanceof RepeatPart it)
            return "repeat x" + (it.more() + 1) + target(it.target())
                    + it.place()
                            .map(place -> place == MoveClip.Place.BEFORE ? " front" : " end")
                            .orElse("");
        if (operation instanceof SplitAt it)
            return "split" + clip(it.within()) + " "
                    + it.moments().stream().map(Notation::of).collect(Collectors.joining(" "));
        if (operation instanceof JoinClips it) {
            return "join " + it.media().stream().map(LibraryItem::name).collect(Collectors.joining(" "));
        }
        if (operation instanceof GatherClips it)
            return "join "
                    + it.clips().stream()
                            .map(ref -> ref.number() == 0 ? ref.name() : of(ref))
                            .collect(Collectors.joining(" "));
        if (operation instanceof InsertClip it) return "insert " + of(it.clip()) + " " + of(it.at());
        if (operation instanceof SpeedPauses it) return "speedpauses " + number(it.speed());
        if (operation instanceof LoopUntil it) return "loopuntil " + seconds(it.length());
        if (operation instanceof CapitalLetters it)
            return "capitals"
                    + (it.captions() ? " captions" : "")
                    + it.which().map(words -> " \"" + words + "\"").orElse("");
        if (operation instanceof MoveClip it) return move(it);
        if (operation instanceof ReplaceClip it) return "replaceclip " + of(it.gone()) + " by " + of(it.instead());
        if (operation instanceof SwapClips it) return "swap " + of(it.first()) + " " + of(it.second());
        if (operation instanceof AddTransitions it) {
            String cut =
                    it.between().isEmpty() ? "" : " cut" + it.between().get(0).number();
            return "transitions " + it.kind().name().toLowerCase(Locale.ROOT) + " " + seconds(it.length()) + cut;
        }
        if (operation instanceof RemoveTransitions) return "notransitions";
        if (operation instanceof Fade it) {
            return "fade" + it.in().map(time -> " in " + seconds(time)).orElse("")
                    + it.out().map(time -> " out " + seconds(time)).orElse("");
        }
        if (operation instanceof AddText it) return title(it);
        if (operation instanceof ChangeText it) return "retitle \"" + it.words() + "\"";
        if (operation instanceof MoveText it)
            return "retime" + it.at().map(at -> " " + of(at)).orElse("")
                    + it.length().map(length -> " for " + seconds(length)).orElse("");
        if (operation instanceof RemoveText) return "untitle";
        if (operation instanceof StyleText it) return restyle(it);
        if (operation instanceof SetVolume it) {
            String amount = it.factor() ? "x" + number(it.amount()) : number(it.amount() * 100) + "%";
            String whom = it.clip()
                    .map(Notation::of)
                    .orElse(
                            switch (it.whose()) {
                                case UNSAID, EVERYTHING -> "all";
                                case CLIPS -> "clips";
                                case MUSIC -> "music";
                            });
            return "volume " + whom + " " + amount + spans(it.spans());
        }
        if (operation instanceof SetCare it) return "care " + it.care().name().toLowerCase(Locale.ROOT);
        if (operation instanceof SetLighting it)
            return "light" + it.wrap().map(how -> " wrap " + Notation.word(how)).orElse("")
                    + it.match().map(how -> " match " + Notation.word(how)).orElse("");
        if (operation instanceof ReplaceBackground it) {
            return "background" + target(it.where()) + " "
                    + it.backdrop().map(Notation::of).orElse("original");
        }
        if (operation instanceof AddMusic it) return music(it);
        if (operation instanceof RemoveMusic) return "nomusic";
        if (operation instanceof NextMusic) return "nextmusic";
        if (operation instanceof DuckMusic it)
            return it.decibels() == 0
                    ? "noduck"
                    : "duck" + (it.decibels() == 12 ? "" : " " + number(it.decibels()) + "dB");
        if (operation instanceof Normalize it) return "normalize " + number(it.lufs());
        if (operation instanceof SetCanvas it) return canvas(it);
        if (operation instanceof SetOutput it) return output(it);
        if (operation instanceof TakeStills it)
            return "still " + it.moments().stream().map(Notation::of).collect(Collectors.joining(" "))
                    + it.said()
                            .filter(format -> format != reelskill.media.ExportFormat.PNG)
                            .map(format -> " " + format.word())
                            .orElse("")
                    + (it.mostBytes().isPresent() ? " " + number(it.mostBytes().getAsLong() / 1e6) + "MB" : "")
                    + it.size().map(Notation::of).orElse("")
                    + it.inscription()
                            .map(words -> " with \"" + words.text() + "\"" + look(words.style()))
                            .orElse("");
        if (operation instanceof ExportClips it)
            return "clipfiles"
                    + it.clips().stream().map(clip -> " " + of(clip)).collect(Collectors.joining())
                    + it.format().map(format -> " " + format.word()).orElse("");
        if (operation instanceof SetSpeed it)
            return "speed" + target(it.target()) + (it.factor() ? " x" : " ") + number(it.amount());
        if (operation instanceof MakeSlideshow it)
            return "slideshow " + it.photos().size() + " " + seconds(it.each());
        if (operation instanceof PlayBackwards it) return "backwards" + target(it.target());
        if (operation instanceof ChangeColours it) return of(it.change()) + target(it.target());
        if (operation instanceof FrameClips it) return of(it.change()) + target(it.target());
        if (operation instanceof ZoomSlowly it) {
            String place = it.x() == 0.5 && it.y() == 0.5 ? "" : " at " + number(it.x()) + "," + number(it.y());
            return "slowzoom " + (it.out() ? "out " : "in ") + number(it.scale()) + place + target(it.target());
        }
        if (operation instanceof FreezeFrame it)
            return "freeze " + of(it.at()) + " " + seconds(it.length())
                    + it.within().map(clip -> " " + of(clip)).orElse("");
        return OverlayNotation.of(operation).orElseGet(() -> PictureNotation.of(operation));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String music(AddMusic it) {
        String what = it.source() instanceof MusicSource.Brought brought
                ? brought.item().name()
                : composed((MusicSource.Composed) it.source());
        String level =
                it.level().share().map(share -> " " + number(share * 100) + "%").orElse("")
                        + (it.level().decibels() == 0
                                ? ""
                                : " " + number(it.level().decibels()) + "dB");
        return "music " + what + level + (it.spans().isEmpty() ? "" : spans(it.spans()))
                + (it.ducked() ? "" : " noduck");
    }

    private static String composed(MusicSource.Composed it) {
        return word(it.mood()) + it.lead().map(lead -> " " + word(lead)).orElse("");
    }

    private static String of(Backdrop backdrop) {
        if (backdrop instanceof Backdrop.Room it) return it.place().name().toLowerCase(Locale.ROOT);
        if (backdrop instanceof Backdrop.Colour it) return String.format("#%06x", it.rgb());
        if (backdrop instanceof Backdrop.Blur it)
            return "blur " + it.strength().name().toLowerCase(Locale.ROOT);
        if (backdrop instanceof Backdrop.Transparent) return "transparent";
        return "picture " + ((Backdrop.Picture) backdrop).mediaId();
    }

    private static String boring(BoringRule rule) {
        if (rule.equals(BoringRule.DEFAULT)) return "boring";
        boolean stills = rule.shortestStill().compareTo(CutBoring.NEVER) < 0;
        String pause = "pause " + seconds(rule.shortestPause()) + " pad " + seconds(rule.padding());
        String still = " still " + (stills ? seconds(rule.shortestStill()) : "never");
        double db = rule.sensitivityDb();
        return "boring " + pause + still + (db == 0 ? "" : " " + (db > 0 ? "+" : "") + number(db));
    }

    private static String move(MoveClip it) {
        boolean before = it.place() == MoveClip.Place.BEFORE;
        String where = it.other().isEmpty()
                ? before ? "front" : "end"
                : (before ? "before " : "after ") + of(it.other().get());
        return "move " + of(it.clip()) + " " + where;
    }

    private static String title(AddText it) {
        return "title \"" + it.text() + "\" " + of(it.at()) + " " + seconds(it.length()) + look(it.style());
    }

    private static String look(TextStyle style) {
        String look = "";
        if (!style.in(TextStyle.TITLE.face()).moving(TextStyle.TITLE.motion()).equals(TextStyle.TITLE)) {
            look = " " + style.position().name().toLowerCase(Locale.ROOT);
            boolean plain = style.rgb() == 0xFFFFFF && (style.size() == 0.09 || style.box());
            if (!plain) look += " " + style.size() + String.format(" #%06x", style.rgb());
        }
        return look + OverlayNotation.of(style);
    }

    private static String restyle(StyleText it) {
        TextChange change = it.change();
        String scale = change.scale() == 1 ? "" : " x" + number(change.scale());
        String place = change.position()
                .map(position -> " " + position.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return "restyle" + it.which().map(words -> " \"" + words + "\"").orElse("") + scale + place
                + (change.rgb().isPresent()
                        ? String.format(" #%06x", change.rgb().getAsInt())
                        : "")
                + OverlayNotation.of(change);
    }

    private static String output(SetOutput it) {
        return "output"
                + it.format().map(format -> " " + format.word()).orElse("")
                + it.codec()
                        .map(codec -> " " + codec.name().toLowerCase(Locale.ROOT))
                        .orElse("")
                + (it.mostBytes().isPresent() ? " " + number(it.mostBytes().getAsLong() / 1e6) + "MB" : "")
                + it.size().map(Notation::of).orElse("");
    }

    private static String of(PictureSize it) {
        return (it.width().isPresent() ? " wide " + it.width().getAsInt() : "")
                + (it.height().isPresent() ? " high " + it.height().getAsInt() : "")
                + (it.lines().isPresent() ? " " + it.lines().getAsInt() + "p" : "");
    }

    private static String canvas(SetCanvas it) {
        OptionalInt lines = it.lines();
        return "canvas" + it.ratio().map(ratio -> " " + ratio).orElse("")
                + (lines.isPresent() ? " " + lines.getAsInt() + "p" : "");
    }

    private static String of(ChangeColours.Change change) {
        if (change instanceof ChangeColours.Style it)
            return "look " + it.look().style().name().toLowerCase(Locale.ROOT)
                    + (it.look().strength() == 1 ? "" : " " + number(it.look().strength()));
        if (change instanceof ChangeColours.Scale it) return "colours x" + number(it.factor());
        if (change instanceof ChangeColours.AsFilmed) return "colours original";
        if (change instanceof ChangeColours.ByTable it)
            return "lut " + it.name()
                    + (it.lut().strength() == 1 ? "" : " " + number(it.lut().strength()));
        if (change instanceof ChangeColours.WithoutTable) return "lut off";
        if (change instanceof ChangeColours.Finished it) return PictureNotation.of(it);
        Grade by = ((ChangeColours.Adjust) change).by();
        return (by.brightness() == 0 ? "" : "brightness " + number(by.brightness()))
                + (by.contrast() == 0 ? "" : "contrast " + number(by.contrast()))
                + (by.saturation() == 0 ? "" : "saturation " + number(by.saturation()))
                + (by.warmth() == 0 ? "" : "warmth " + number(by.warmth()));
    }

    private static String of(FrameClips.Change change) {
        if (change instanceof FrameClips.Turn it) return "turn " + 90 * it.quarters();
        if (change instanceof FrameClips.Flip it) return it.upright() ? "flip v" : "flip h";
        if (change instanceof FrameClips.Crop it) {
            return Stream.of(
                            it.kept().left(),
                            it.kept().top(),
                            it.kept().width(),
                            it.kept().height())
                    .map(Notation::number)
                    .collect(Collectors.joining(",", "crop ", ""));
        }
        if (change instanceof FrameClips.Enlarge it) {
            String place = it.x() == 0.5 && it.y() == 0.5 ? "" : " at " + number(it.x()) + "," + number(it.y());
            return "zoom " + number(it.scale()) + place;
        }
        return "reframe";
    }

    static String target(Target target) {
        return target.clips().stream().map(ref -> " " + of(ref)).collect(Collectors.joining()) + spans(target.spans());
    }

    private static String clip(Optional<ClipRef> clip) {
        return clip.map(ref -> " " + of(ref)).orElse("");
    }

    static String of(ClipRef ref) {
        return ref.number() == 0 ? "\"" + ref.name() + "\"" : "clip" + ref.number();
    }

    private static String spans(List<Span> spans) {
        return spans.stream()
                .map(span -> " " + of(span.in()) + ".." + of(span.out()))
                .collect(Collectors.joining());
    }

    static String of(Moment moment) {
        String offset = seconds(moment.offset().abs());
        boolean zero = moment.offset().isZero();
        if (moment.share() == 0) return offset;
        String share = moment.share() == 1 ? "end" : number(moment.share() * 100) + "%";
        return zero ? share : share + (moment.offset().isNegative() ? "-" : "+") + offset;
    }

    static String seconds(Duration time) {
        return number(time.toNanos() / 1e9);
    }

    static String number(double value) {
        return java.math.BigDecimal.valueOf(value)
                .setScale(3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
