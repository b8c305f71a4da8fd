package reelskill.studio.plan;

import java.util.List;
import java.util.OptionalInt;
import reelskill.language.Language;
import reelskill.media.FrameRate;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.transcript.Cue;
import reelskill.studio.transcript.SubtitleFile;

/** The captions of a timeline as a file beside the video. */
public final class Subtitles {
    private Subtitles() {}

    /**
     * Returns the captions that are on the timeline, or those that would be made for it: nobody has to have them burned in.
     *
     * @throws NoWordsException if nothing is said, or nothing of it was understood
     */
    public static String of(Timeline timeline, Supplies supplies, Language language, SubtitleFile.Format format) {
        List<TextSegment> captions = timeline.captions();
        if (captions.isEmpty()) {
            EditOperation add = new AddCaptions(CaptionStyle.CLEAN, TextStyle.Position.CAPTION, OptionalInt.empty());
            EditResult made = add.apply(new Scene(timeline, supplies, language));
            captions = made.after().captions();
            if (captions.isEmpty()) throw new NoWordsException(String.join("\n", made.notDone()));
        }
        return SubtitleFile.write(
                captions.stream().map(caption -> cue(caption, timeline.rate())).toList(), format);
    }

    private static Cue cue(TextSegment caption, FrameRate rate) {
        return new Cue(new TimeRange(rate.time(caption.start()), rate.time(caption.end())), caption.text());
    }
}
