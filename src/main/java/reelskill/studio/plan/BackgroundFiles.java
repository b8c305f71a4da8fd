package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.MediaSegment;

/** "use beach.jpg as my background", "put the second video behind me", "用这张图片做背景": files of the library. */
final class BackgroundFiles {
    private static final Set<String> MADE_OF = Clause.concepts(
            "BACKGROUND BEHIND OVER PICTURE CHANGE ADD PUT REMOVE TO SPAN PART CLIPREF VIDEO FRONT BEFORE");

    private BackgroundFiles() {}

    static Optional<Reading> read(Clause clause) {
        if (!clause.isMadeOf(MADE_OF) || !isAbout(clause)) return Optional.empty();
        boolean picture = clause.has("PICTURE") && clause.clips().isEmpty();
        if (picture) return Optional.of(picture(clause));
        if (clause.clips().size() != 1) return Optional.empty();
        ClipRef clip = clause.clips().get(0);
        // "the background of the second clip" is that clip's own; a name is a file's whatever stands around it.
        if (clip.number() != 0 && !isSetByNumber(clause)) return Optional.empty();
        return item(clause, clip)
                .filter(item -> item.facts().video().isPresent())
                .map(item -> behind(clause, item));
    }

    private static boolean isAbout(Clause clause) {
        // "put the second half of clip 2 before the first" is about time.
        boolean placed = clause.has("PUT")
                && (clause.has("OVER")
                        || (clause.has("BEFORE") && clause.spans().isEmpty()));
        boolean set = clause.has("BACKGROUND") && (clause.hasAny("CHANGE", "ADD", "PUT") || isWith(clause));
        return clause.has("BEHIND") || placed || set;
    }

    private static boolean isSetByNumber(Clause clause) {
        boolean used = clause.has("ADD") && !clause.has("CHANGE");
        return clause.hasAny("BEHIND", "OVER", "PUT") || used || isWith(clause);
    }

    /** "replace my background with the second video", "第二个视频作为背景". */
    private static boolean isWith(Clause clause) {
        return clause.tokens().stream().anyMatch(token -> token.value().equals("with"));
    }

    /** Returns the reading of "this picture": the one that is there, the only one that plays nowhere, or a question. */
    private static Reading picture(Clause clause) {
        List<LibraryItem> pictures = clause.library().stream()
                .filter(item -> item.facts().kind() == MediaFacts.Kind.IMAGE)
                .toList();
        Set<String> playing =
                clause.now().clips().stream().map(MediaSegment::mediaId).collect(Collectors.toSet());
        List<LibraryItem> waiting =
                pictures.stream().filter(item -> !playing.contains(item.id())).toList();
        if (pictures.size() == 1 || waiting.size() == 1)
            return behind(clause, pictures.size() == 1 ? pictures.get(0) : waiting.get(0));
        if (pictures.isEmpty())
            return Reading.notAvailable(clause.say(
                    "There is no picture yet: upload one, then say \"use it as the background\".",
                    "还没有图片：请先上传，再说“用它做背景”。"));
        String names =
                clause.language().list(pictures.stream().map(LibraryItem::name).toList());
        return Reading.ask(
                clause.say("Which picture: %s?", "用哪一张：%s？", names),
                clause.say("use %s as the background", "用%s做背景", Question.BLANK));
    }

    private static Reading behind(Clause clause, LibraryItem item) {
        Backdrop picture = new Backdrop.Picture(item.id());
        return Reading.of(new ReplaceBackground(
                Optional.of(picture),
                item.name(),
                new Target(List.of(), clause.spans()),
                BackgroundRules.isScreen(clause)));
    }

    /** Returns the file of a name, or the n-th of the library: what is not on the timeline yet has no other number. */
    static Optional<LibraryItem> item(Clause clause, ClipRef ref) {
        List<LibraryItem> library = clause.library();
        if (ref.number() == 0)
            return library.stream()
                    .filter(item -> item.name().equals(ref.name()))
                    .findFirst();
        int index = ref.number() > 0 ? ref.number() - 1 : library.size() + ref.number();
        return Stream.of(index)
                .filter(at -> at >= 0 && at < library.size())
                .map(library::get)
                .findFirst();
    }
}
