package reelskill.studio.server;

import reelskill.language.Language;
import reelskill.studio.analysis.UnusableMediaException;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.matte.MatteException;
import reelskill.studio.plan.NoWordsException;
import reelskill.studio.render.RenderException;
import reelskill.studio.speech.SpeechException;

/** What a person is told about a failure: what failed and what to do next, never the exception's own words. */
final class Failures {
    private Failures() {}

    static String sentence(Throwable failure, Language language) {
        if (failure instanceof RenderException e) return e.sentence(language);
        if (failure instanceof UnusableMediaException e) return e.sentence(language);
        if (failure instanceof MatteException e) return e.sentence(language);
        if (failure instanceof NoWordsException e) return e.sentence();
        if (failure instanceof SpeechException e) return e.sentence(language);
        if (failure instanceof FfmpegException e) return e.sentence(language);
        return language.say(
                "The studio failed at this, and nothing was changed. Try again, or say it in other words.",
                "操作失败，没有做任何改动。请重试，或换个说法。");
    }
}
