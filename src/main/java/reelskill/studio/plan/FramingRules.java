package reelskill.studio.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;
import reelskill.studio.timeline.Box;

/** "rotate 90 degrees", "mirror the second clip", "crop 10% off the top", "zoom in 1.5x", "缓慢放大". */
final class FramingRules {
    private static final Set<String> WHERE =
            Clause.concepts("CLIPREF CLIP VIDEO SPAN ALL SHAPE PICTURE FROM TO AT FOR BETWEEN");
    private static final Set<String> TURN =
            Clause.union(WHERE, Clause.concepts("ROTATE CHANGE NUMBER DEGREES SIDE CLOCKWISE UPSIDEDOWN"));
    private static final Set<String> FLIP = Clause.union(WHERE, Clause.concepts("FLIP RATIO CHANGE UPSIDEDOWN ADD"));
    private static final Set<String> CROP = Clause.union(
            WHERE,
            Clause.concepts(
                    "CROP REMOVE CUT KEEP ONLY PERCENT SIDE POSITION HALF MIDDLE OFF OFF2 EDGES PART AROUND TRIM"));
    private static final Set<String> ZOOM = Clause.union(
            WHERE,
            Clause.concepts(
                    "ZOOMIN ZOOMOUT SCALE SLOWLY FACTOR PERCENT SLIGHTLY POSITION SIDE MIDDLE ADD OVER ADJECTIVE GENTLE PART HEAD"));
    private static final Set<String> RESET = Clause.union(
            WHERE, Clause.concepts("REMOVE RESTORE UNDO ZOOMIN ZOOMOUT CROP ROTATE FLIP ORIGINAL FRAMING KIND"));
    private static final double SMALL = 1.2;
    private static final double SLOW = 1.2;
    private static final double LARGEST = 8;

    private FramingRules() {}

    static Optional<Reading> turn(Clause clause) {
        boolean about = clause.has("ROTATE")
                || (clause.has("CHANGE") && clause.has("DEGREES"))
                || (clause.has("UPSIDEDOWN") && !clause.has("FLIP"));
        Target target = Target.of(clause);
        if (!about || !target.isClear() || !clause.isMadeOf(TURN)) return Optional.empty();
        if (clause.has("UPSIDEDOWN")) return Optional.of(frame(new FrameClips.Turn(2), target));
        Optional<Double> told = clause.one(Token.NUMBER, Double.class);
        Optional<String> way = clause.text("CLOCKWISE").or(() -> clause.text("SIDE"));
        boolean left = way.filter(side -> side.equals("left")).isPresent();
        if (told.isEmpty() && way.isEmpty()) {
            return Optional.of(Reading.ask(
                    clause.say("By how much? For example: 90 degrees clockwise; 180 degrees", "旋转多少度？例如：顺时针90度、180度"),
                    Question.SAID_AND_BLANK));
        }
        double quarters = told.orElse(90.0) / 90;
        if (quarters != Math.rint(quarters) || quarters > 12 || quarters == 0) {
            return Optional.of(Reading.notAvailable(
                    clause.say("I can turn the picture by 90, 180 or 270 degrees only.", "画面只能旋转90、180或270度。")));
        }
        int turns = Math.floorMod(left ? -(int) quarters : (int) quarters, 4);
        return turns == 0 ? Optional.empty() : Optional.of(frame(new FrameClips.Turn(turns), target));
    }

    /** 左右 stands before the verb; whoever answered with that alone would turn every clip over. */
    private static String flipped(Clause clause) {
        if (clause.language() == Language.ENGLISH) return Question.SAID_AND_BLANK;
        Target target = Target.of(clause);
        if (target.equals(Target.ALL)) return Question.BLANK + "翻转";
        boolean one = target.clips().size() == 1
                && target.spans().isEmpty()
                && target.clips().get(0).number() > 0;
        return one ? "第" + target.clips().get(0).number() + "段" + Question.BLANK + "翻转" : "";
    }

    static Optional<Reading> flip(Clause clause) {
        Target target = Target.of(clause);
        if (!clause.has("FLIP") || !target.isClear() || !clause.isMadeOf(FLIP)) return Optional.empty();
        String way = clause.all("FLIP", String.class).stream()
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
        if (clause.has("UPSIDEDOWN")) way = "v";
        if (clause.has("RATIO")) way = clause.text("RATIO").orElse("").equals("9:16") ? "v" : "h";
        if (way.isEmpty()) {
            return Optional.of(
                    Reading.ask(clause.say("Left to right, or top to bottom?", "左右翻转还是上下翻转？"), flipped(clause)));
        }
        return Optional.of(frame(new FrameClips.Flip(way.equals("v")), target));
    }

    static Optional<Reading> crop(Clause clause) {
        boolean share = clause.has(Token.PERCENT) && clause.hasAny("SIDE", "POSITION", "EDGES");
        boolean about = clause.has("CROP") || (share && clause.hasAny("REMOVE", "CUT", "TRIM"));
        Target target = Target.of(clause);
        if (!about || !target.isClear() || !clause.isMadeOf(CROP)) return Optional.empty();
        Optional<Double> percent = clause.one(Token.PERCENT, Double.class)
                .or(() -> clause.has("HALF") ? Optional.of(0.5) : Optional.empty());
        String side = clause.text("SIDE").or(() -> clause.text("POSITION")).orElse("");
        boolean keeps = clause.hasAny("TO", "KEEP", "ONLY");
        boolean drops = clause.hasAny("OFF", "OFF2", "FROM", "REMOVE", "CUT", "TRIM")
                || clause.all("CROP", String.class).contains("off");
        if (percent.isEmpty() || keeps == drops || percent.get() <= 0 || percent.get() >= 1) return askCrop(clause);
        double kept = keeps ? percent.get() : 1 - percent.get();
        if (clause.has("EDGES") && drops) return edges(percent.get(), target);
        boolean middle = clause.has("MIDDLE") || side.equals("center");
        if (middle && keeps) return cropped(centred(kept), target);
        return Optional.ofNullable(SIDES.get(side))
                .map(box -> box.kept(kept, keeps))
                .flatMap(box -> cropped(box, target));
    }

    private interface Side {
        Box kept(double share, boolean keepsThatSide);
    }

    /** What stays, by the side that was named: the side itself where it is kept, the rest where it goes. */
    private static final Map<String, Side> SIDES = Map.of(
            "left", (share, keeps) -> new Box(keeps ? 0 : 1 - share, 0, share, 1),
            "right", (share, keeps) -> new Box(keeps ? 1 - share : 0, 0, share, 1),
            "top", (share, keeps) -> new Box(0, keeps ? 0 : 1 - share, 1, share),
            "bottom", (share, keeps) -> new Box(0, keeps ? 1 - share : 0, 1, share));

    private static Box centred(double share) {
        return new Box((1 - share) / 2, (1 - share) / 2, share, share);
    }

    private static Optional<Reading> edges(double share, Target target) {
        return share < 0.5 ? cropped(centred(1 - 2 * share), target) : Optional.empty();
    }

    private static Optional<Reading> cropped(Box box, Target target) {
        boolean possible = box.width() >= 0.05 && box.height() >= 0.05;
        return possible ? Optional.of(frame(new FrameClips.Crop(box), target)) : Optional.empty();
    }

    private static Optional<Reading> askCrop(Clause clause) {
        return Optional.of(Reading.ask(
                clause.say(
                        "What should stay? For example: crop to the left half; crop 10%% off the top",
                        "保留哪一部分？例如：裁剪到左边一半；从顶部裁掉10%%"),
                ""));
    }

    static Optional<Reading> zoom(Clause clause) {
        // "放大1.5倍" is said of pictures too.
        boolean enlarged = clause.text("SCALE").filter("1.4"::equals).isPresent() && clause.has("FACTOR");
        boolean face =
                clause.has("HEAD") && clause.text("SCALE").filter("1.4"::equals).isPresent();
        boolean in = clause.has("ZOOMIN") || enlarged || face;
        boolean out = clause.has("ZOOMOUT");
        Target target = Target.of(clause);
        if (in == out || !target.isClear() || !clause.isMadeOf(ZOOM)) return Optional.empty();
        if (clause.count("FACTOR") + clause.count(Token.PERCENT) > 1) return Optional.empty();
        if (clause.has("HEAD") && !clause.hasAny("POSITION", "SIDE", "MIDDLE")) return Optional.of(whereIsIt(clause));
        boolean slow = clause.has("SLOWLY")
                || clause.text("ZOOMIN")
                        .or(() -> clause.text("ZOOMOUT"))
                        .filter("slow"::equals)
                        .isPresent();
        Optional<Double> scale = scale(clause);
        if (scale.filter(it -> it <= 1 || it > LARGEST).isPresent()) {
            return Optional.of(Reading.notAvailable(clause.say("I can zoom in up to 8×, from 1× on.", "只能放大1到8倍。")));
        }
        double x = share(clause, "left", "right");
        double y = share(clause, "top", "bottom");
        if (slow || out) {
            return slow || scale.isPresent()
                    ? Optional.of(Reading.of(new ZoomSlowly(scale.orElse(SLOW), out, x, y, target)))
                    : Optional.of(Reading.ask(
                            clause.say("Slowly over the clip, or back to the whole picture?", "缓慢拉远，还是恢复完整画面？"), ""));
        }
        Optional<Double> told = scale.or(() -> clause.has("SLIGHTLY") ? Optional.of(SMALL) : Optional.empty());
        return told.map(it -> frame(new FrameClips.Enlarge(it, x, y), target))
                .or(() -> Optional.of(Reading.ask(
                        clause.say("How far? For example: 1.5x; or: slowly", "放大几倍？例如：1.5倍；或：缓慢放大"),
                        Question.SAID_AND_BLANK)));
    }

    /** Enlarging about the middle would cut off a face that is elsewhere. */
    private static Reading whereIsIt(Clause clause) {
        return Reading.ask(
                clause.say(
                        "I do not look for faces: where in the picture is it, and how far? For example: zoom in 1.5x at the top right",
                        "我不会自动找人脸：它在画面的什么位置，放大几倍？例如：右上角放大1.5倍"),
                "");
    }

    /** "1.5x" and "150%" say how large; "20%" by how much. */
    private static Optional<Double> scale(Clause clause) {
        return clause.one("FACTOR", Double.class)
                .or(() -> clause.one(Token.PERCENT, Double.class).map(share -> share > 1 ? share : 1 + share));
    }

    private static double share(Clause clause, String zero, String one) {
        String place =
                clause.text("POSITION").orElse("") + " " + clause.text("SIDE").orElse("");
        return place.contains(zero) ? 0 : place.contains(one) ? 1 : 0.5;
    }

    static Optional<Reading> reset(Clause clause) {
        boolean named = clause.hasAny("ZOOMIN", "ZOOMOUT", "CROP", "ROTATE", "FLIP", "FRAMING")
                || clause.text("KIND").equals(Optional.of("zoom"));
        boolean about = named && clause.hasAny("REMOVE", "RESTORE", "UNDO");
        Target target = Target.of(clause);
        if (!about || !target.isClear() || !clause.isMadeOf(RESET)) return Optional.empty();
        return Optional.of(frame(new FrameClips.Reset(), target));
    }

    private static Reading frame(FrameClips.Change change, Target target) {
        return Reading.of(new FrameClips(change, target));
    }
}
