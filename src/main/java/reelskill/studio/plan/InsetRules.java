package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.media.MediaFacts;
import reelskill.studio.plan.InsetRef.Kind;
import reelskill.studio.timeline.MediaSegment;

/** Pictures over the video: "put my logo in the top right corner", "add webcam.mp4 as a picture in picture", "去掉水印". */
final class InsetRules {
    private static final Set<String> NOUNS = Clause.concepts("LOGO PIP PICTURE CLIPREF VIDEO");
    private static final Set<String> PLACE = Clause.concepts("POSITION SIDE MIDDLE");
    private static final Set<String> LOOK = Clause.union(
            PLACE,
            Clause.concepts(
                    "SHARE WIDTH SIZE TRANSLUCENT TRANSPARENT OPACITY SEETHROUGH PERCENT CORNERS BORDER COLOR KIND ADJECTIVE MOREBIT LESSBIT"));
    private static final Set<String> ADD = Clause.union(
            Clause.union(NOUNS, LOOK),
            Clause.concepts(
                    "ADD PUT CHANGE ABOUT ATMOST SLIGHTLY OVER FOR AT TO FROM TIME SPAN START END ALL FRONT LONG MOVE BEHIND NUMBER CLIP ONLY SCALE"));
    private static final Set<String> CHANGE = Clause.union(
            Clause.union(NOUNS, LOOK),
            Clause.concepts(
                    "CHANGE SCALE MOREBIT LESSBIT SLIGHTLY FACTOR MOVE PUT ADD TO AT MUCH REMOVE NOT DOUBLE HALVE AROUND"));
    private static final Set<String> REMOVE =
            Clause.union(NOUNS, Clause.union(PLACE, Clause.concepts("REMOVE CUT NOT OFF ALL FROM BOTH")));
    private static final Set<String> SOUND =
            Clause.concepts("PIP CLIPREF MUTE UNMUTE TURNON SOUND ADD NOT CHANGE VIDEO RESTORE ORIGINAL OFF");

    private InsetRules() {}

    static Optional<Reading> remove(Clause clause) {
        boolean gone = clause.hasAny("REMOVE", "CUT", "NOT", "OFF");
        Optional<InsetRef> which = named(clause).or(() -> pictureThere(clause));
        if (!gone || which.isEmpty() || !clause.isMadeOf(REMOVE)) return Optional.empty();
        return Optional.of(Reading.of(new RemoveInset(which.get(), clause.has("ALL"))));
    }

    static Optional<Reading> sound(Clause clause) {
        Optional<InsetRef> which = named(clause).or(() -> justAdded(clause));
        boolean on = clause.hasAny("UNMUTE", "RESTORE") || (clause.has("SOUND") && clause.hasAny("ADD", "TURNON"));
        boolean off = clause.has("MUTE") || (clause.has("SOUND") && clause.hasAny("NOT", "OFF"));
        if (which.isEmpty() || on == off || !clause.isMadeOf(SOUND)) return Optional.empty();
        return Optional.of(Reading.of(new ChangeInset(which.get(), List.of(new InsetChange.Sound(on)))));
    }

    /** One that is there already; "it" is the only one where no title could be meant. */
    static Optional<Reading> change(Clause clause) {
        boolean only = InsetRef.all(clause.now()).stream()
                                .map(MediaSegment::name)
                                .distinct()
                                .count()
                        == 1
                && clause.now().texts().isEmpty()
                && !clause.hasAny("CLIPREF", "LOGO", "PIP", "VIDEO");
        Optional<InsetRef> which = named(clause)
                .or(() -> pictureThere(clause))
                .or(() -> only ? Optional.of(InsetRef.ANY) : Optional.empty());
        boolean there = which.filter(ref -> !ref.in(clause.now()).isEmpty()).isPresent();
        boolean changes =
                clause.hasAny("CHANGE", "MOVE", "PUT", "SCALE", "MOREBIT", "LESSBIT", "FACTOR", "DOUBLE", "HALVE")
                        || clause.hasAny("CORNERS", "BORDER", "TRANSLUCENT", "OPACITY", "SEETHROUGH");
        if (!there || !changes || !clause.isMadeOf(CHANGE) || InsetLooks.contradicts(clause)) return Optional.empty();
        List<InsetChange> wanted = InsetLooks.changes(clause);
        return wanted.isEmpty() ? Optional.empty() : Optional.of(Reading.of(new ChangeInset(which.get(), wanted)));
    }

    /** "make it bigger" where a title and a picture are there could mean either. */
    static Optional<Reading> ask(Clause clause) {
        boolean both =
                !InsetRef.all(clause.now()).isEmpty() && clause.now().texts().size() == 1;
        boolean named = clause.hasAny(
                "TITLE", "SUBTITLES", "VIDEO", "CLIP", "LOGO", "PIP", "PICTURE", Token.CLIPREF, Token.QUOTE);
        boolean moves = clause.hasAny("MOVE", "PUT") && clause.hasAny("POSITION", "SIDE");
        boolean sizes = clause.hasAny("SCALE", "MOREBIT", "LESSBIT");
        if (!both || named || (!moves && !sizes) || !clause.isMadeOf(CHANGE)) return Optional.empty();
        String picture = InsetRef.all(clause.now()).get(0).name();
        return Optional.of(Reading.ask(
                clause.say(
                        "The title or the picture? For example: make the title bigger; make %s bigger",
                        "是标题还是图片？例如：标题大一点；%s大一点", picture),
                ""));
    }

    static Optional<Reading> add(Clause clause) {
        // "from 15 to 25" is a time that has to be read as one.
        if (clause.has("FROM") && clause.count(Token.NUMBER) == 2) return Optional.empty();
        boolean placed = clause.hasAny("ADD", "PUT", "OVER") || (clause.has("CHANGE") && clause.has(Token.CLIPREF));
        boolean called = (clause.hasAny("LOGO", "PIP") || isPictureFile(clause)) && clause.hasAny("POSITION", "SIDE");
        boolean centred = clause.has("MIDDLE") && clause.hasAny("SHARE", Token.SPAN);
        boolean cornered = (centred || clause.hasAny("POSITION", "SIDE")) && clause.hasAny("PICTURE", Token.CLIPREF);
        boolean about = clause.hasAny("LOGO", "PIP")
                || isLogoFile(clause)
                || isLaidOver(clause)
                || (cornered && clause.hasAny("ADD", "PUT", "OVER"));
        if ((!placed && !called)
                || !about
                || !clause.isMadeOf(ADD)
                || clause.clips().size() > 1) return Optional.empty();
        // A picture in the corner is smaller than the video anyway.
        boolean larger = clause.text("SCALE").filter("1.4"::equals).isPresent();
        if (larger || InsetLooks.contradicts(clause) || clause.has("BACKGROUND")) return Optional.empty();
        Optional<Span> when = Showing.of(clause);
        if (when.isEmpty()) return Optional.empty();
        Found found = file(clause);
        if (found.item.isEmpty()) return Optional.of(found.otherwise(clause));
        LibraryItem item = found.item.get();
        if (item.facts().video().isEmpty()) return Optional.empty();
        Kind kind = clause.has("LOGO") || (!clause.has("PIP") && item.facts().kind() == MediaFacts.Kind.IMAGE)
                ? Kind.LOGO
                : Kind.CAMERA;
        return Optional.of(Reading.of(new AddInset(item, InsetLooks.of(clause, kind), when.get())));
    }

    /** "add webcam.mp4 bottom right and mute it": what is not there before the message can only be meant in it. */
    private static Optional<InsetRef> justAdded(Clause clause) {
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty() || !(last.get(last.size() - 1) instanceof AddInset added)) return Optional.empty();
        InsetRef ref = new InsetRef(Kind.ANY, Optional.of(added.item().name()));
        boolean bare = clause.tokens().size() == 1;
        return bare && ref.in(clause.now()).isEmpty() ? Optional.of(ref) : Optional.empty();
    }

    /** "place star.png over the video", "overlay star.png"; "put me over beach.jpg" names what lies below. */
    private static boolean isLaidOver(Clause clause) {
        List<String> concepts = clause.tokens().stream().map(Token::concept).toList();
        int file = concepts.indexOf(Token.CLIPREF);
        if (file >= 0 && clause.all("ADD", String.class).contains("over")) return true;
        int over = concepts.indexOf("OVER");
        return file >= 0 && over > file && concepts.lastIndexOf("VIDEO") > over;
    }

    private static boolean isPictureFile(Clause clause) {
        return pictureFile(clause).isPresent();
    }

    /** "add logo.png": what is called so is no clip. */
    private static boolean isLogoFile(Clause clause) {
        return pictureFile(clause).filter(InsetRules::isLogo).isPresent();
    }

    private static Optional<LibraryItem> pictureFile(Clause clause) {
        if (clause.clips().size() != 1) return Optional.empty();
        return BackgroundFiles.item(clause, clause.clips().get(0))
                .filter(item -> item.facts().kind() == MediaFacts.Kind.IMAGE);
    }

    /** Returns what a clause calls by its name or its kind. */
    private static Optional<InsetRef> named(Clause clause) {
        List<ClipRef> clips = clause.clips();
        if (clips.size() > 1) return Optional.empty();
        if (clips.size() == 1) {
            InsetRef ref = new InsetRef(Kind.ANY, Optional.of(clips.get(0).name()));
            boolean there = !ref.in(clause.now()).isEmpty();
            return there ? Optional.of(ref) : Optional.empty();
        }
        if (clause.has("LOGO")) return Optional.of(new InsetRef(Kind.LOGO, Optional.empty()));
        return clause.has("PIP") ? Optional.of(new InsetRef(Kind.CAMERA, Optional.empty())) : Optional.empty();
    }

    /** "the picture" is the one over the video where there is one and none is a clip. */
    private static Optional<InsetRef> pictureThere(Clause clause) {
        boolean picture = clause.has("PICTURE") && clause.clips().isEmpty();
        InsetRef logo = new InsetRef(Kind.LOGO, Optional.empty());
        return picture && !logo.in(clause.now()).isEmpty() ? Optional.of(logo) : Optional.empty();
    }

    /** The file that is meant; where it is not clear, those that may be. */
    private record Found(Optional<LibraryItem> item, List<LibraryItem> candidates, boolean still) {
        Reading otherwise(Clause clause) {
            String rest = InsetLooks.again(clause);
            if (candidates.isEmpty()) return Reading.notAvailable(missing(clause));
            String names = clause.language()
                    .list(candidates.stream().map(LibraryItem::name).toList());
            return Reading.ask(clause.say("Which file: %s?", "用哪个文件：%s？", names), rest);
        }

        private String missing(Clause clause) {
            return still
                    ? clause.say(
                            "There is no picture yet: upload your logo, then say \"put my logo in the top right corner\".",
                            "还没有图片：请先上传标志图片，再说“把标志放在右上角”。")
                    : clause.say(
                            "There is only one video: upload the other one, then say \"add it as a picture in picture\".",
                            "只有一个视频：请再上传一个，然后说“把它做成画中画”。");
        }
    }

    private static Found file(Clause clause) {
        boolean still = clause.has("LOGO") || !clause.has("PIP");
        List<ClipRef> clips = clause.clips();
        if (clips.size() == 1) {
            Optional<LibraryItem> item = BackgroundFiles.item(clause, clips.get(0));
            return new Found(item, List.of(), still);
        }
        MediaFacts.Kind kind = still ? MediaFacts.Kind.IMAGE : MediaFacts.Kind.VIDEO;
        List<LibraryItem> all = clause.library().stream()
                .filter(item -> item.facts().kind() == kind)
                .toList();
        List<LibraryItem> meant = new ArrayList<>(all);
        if (clause.has("LOGO"))
            narrow(meant, all.stream().filter(InsetRules::isLogo).toList());
        if (meant.size() > 1)
            narrow(meant, meant.stream().filter(item -> !plays(clause, item)).toList());
        if (!still && meant.size() == 2 && all.size() == 2) meant.remove(0);
        boolean alone = !still && all.size() < 2;
        Optional<LibraryItem> one = meant.size() == 1 && !alone ? Optional.of(meant.get(0)) : Optional.empty();
        return new Found(one, alone ? List.of() : meant, still);
    }

    private static void narrow(List<LibraryItem> meant, List<LibraryItem> fewer) {
        if (!fewer.isEmpty()) meant.retainAll(fewer);
    }

    private static boolean isLogo(LibraryItem item) {
        String name = Letters.normalized(item.name());
        return name.contains("logo") || name.contains("watermark") || name.contains("标志") || name.contains("水印");
    }

    private static boolean plays(Clause clause, LibraryItem item) {
        return clause.now().clips().stream().anyMatch(clip -> clip.mediaId().equals(item.id()));
    }
}
