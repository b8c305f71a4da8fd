package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;

/**
 * The table of {@code addition-sentences.tsv}: what is put on, into and round the picture and the sound. The scene is what
 * was said before, between two slashes each; files that are named anywhere are in the library.
 */
class AdditionSentencesTest extends SentenceTable {
    private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(png|jpg|mp3|wav|mp4|mov|cube)");
    private final Planner planner = new Planner();

    AdditionSentencesTest() {
        super("addition-sentences.tsv");
    }

    @Override
    String read(String scene, String sentence) {
        List<LibraryItem> library = named(scene + " " + sentence);
        Timeline now = Timelines.of("talk", Library.THREE_CLIPS);
        AtomicReference<Optional<LastChange>> last = new AtomicReference<>(Optional.empty());
        for (String before : scene.split(" // ", -1)) {
            if (before.isEmpty() || before.startsWith("{")) continue;
            Timeline from = now;
            EditPlan plan = planner.plan(before, from, library, new Past(Set.of(), last::get));
            assertThat(plan.notUnderstood()).as(before).isEmpty();
            now = before.equals("add captions")
                    ? captioned(from)
                    : plan.apply(from, new Library(library)).after();
            last.set(Optional.of(new LastChange(from, plan.operations())));
        }
        return Notation.of(planner.plan(sentence, now, library, new Past(Set.of(), last::get)));
    }

    private static Timeline captioned(Timeline timeline) {
        return timeline.withCaptions(List.of(new TextSegment(
                "c", 0, 50, "Hello", CaptionStyle.CLEAN.look(TextStyle.Position.CAPTION, OptionalInt.empty()), 0)));
    }

    private static List<LibraryItem> named(String words) {
        List<LibraryItem> library = new ArrayList<>(Library.THREE_CLIPS);
        Set<String> names = new HashSet<>();
        library.forEach(item -> names.add(item.name()));
        FILE.matcher(words).results().filter(file -> names.add(file.group())).forEach(file -> {
            String id = "x" + library.size();
            library.add(
                    switch (file.group(1)) {
                        case "png", "jpg" -> Library.picture(id, file.group());
                        case "mp3", "wav" -> Library.sound(id, file.group(), 30);
                        case "cube" -> Library.table(id, file.group());
                        default -> Library.video(id, file.group(), 20);
                    });
        });
        return library;
    }
}
