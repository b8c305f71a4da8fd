package reelskill.studio.plan;

import java.time.Duration;
import reelskill.language.Language;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Timeline;

/** What an operation works on: the timeline as it is now, the media and what else is at hand, and the language to report in. */
public record Scene(Timeline timeline, Supplies supplies, Language language) {
    Footage footage() {
        return supplies;
    }

    /** Returns this scene with another timeline. */
    Scene at(Timeline other) {
        return new Scene(other, supplies, language);
    }

    /** Returns the sentence of this conversation's language, formatted as {@link String#format} does. */
    String say(String english, String chinese, Object... arguments) {
        return language.say(english, chinese, arguments);
    }

    EditResult done(Timeline after, String english, String chinese, Object... arguments) {
        return EditResult.done(after, say(english, chinese, arguments));
    }

    /** What was asked for is there: nothing has to be done for it, and nobody is refused anything. */
    EditResult already(String english, String chinese, Object... arguments) {
        return EditResult.done(timeline, say(english, chinese, arguments));
    }

    EditResult unchanged(String english, String chinese, Object... arguments) {
        return EditResult.unchanged(timeline, say(english, chinese, arguments));
    }

    long frames(Duration length) {
        return timeline.rate().frames(length);
    }

    /** Returns how many frames of the timeline's rate the media lasts; without end for a still picture. */
    long mediaFrames(String mediaId) {
        MediaFacts facts = supplies.facts(mediaId);
        return facts.kind() == MediaFacts.Kind.IMAGE ? Integer.MAX_VALUE : frames(facts.duration());
    }

    /** Returns how many frames the media of {@code clip} has as played at its pace; without end for what stands still. */
    long mediaFrames(MediaSegment clip) {
        long frames = mediaFrames(clip.mediaId());
        Pace pace = clip.pace();
        if (pace.factor() == 0 || frames == Integer.MAX_VALUE) return Integer.MAX_VALUE;
        long passing = pace instanceof Pace.Backwards back ? back.end() : frames;
        return (long) Math.floor(passing / pace.factor() + 1e-6);
    }
}
