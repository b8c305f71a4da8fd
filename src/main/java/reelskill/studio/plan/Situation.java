package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reelskill.language.Language;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * What a sentence is said of.
 *
 * @param now what is on the timeline when it is to be done
 * @param library the session's media, in the order of upload
 */
public record Situation(Timeline now, List<LibraryItem> library, Past past, Language language) {
    private static final int MOST_LINES = 60;

    public Situation {
        library = List.copyOf(library);
    }

    /** Returns the same of another timeline. */
    Situation at(Timeline other) {
        return new Situation(other, library, past, language);
    }

    /** Returns what there is, a line each, in words for whoever cannot see it: lengths, names and texts, and nothing of the media. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s s long, %s", seconds(now.duration()), now.canvas()));
        for (Clips clip : Clips.of(now)) {
            FrameRange range = clip.range();
            lines.add(String.format(
                    Locale.ROOT,
                    "clip %d: \"%s\", %s-%s s",
                    clip.number(),
                    clip.name(),
                    seconds(range.in()),
                    seconds(range.out())));
        }
        now.texts()
                .forEach(text -> lines.add(String.format(
                        Locale.ROOT,
                        "title: \"%s\", %s-%s s",
                        text.text(),
                        seconds(text.start()),
                        seconds(text.start() + text.duration()))));
        if (!now.music().isEmpty()) lines.add("music");
        if (!now.captions().isEmpty()) lines.add("captions");
        return lines.stream().limit(MOST_LINES).toList();
    }

    private String seconds(long frames) {
        return String.format(Locale.ROOT, "%.1f", now.rate().seconds(frames));
    }
}
