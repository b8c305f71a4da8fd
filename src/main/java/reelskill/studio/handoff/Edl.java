package reelskill.studio.handoff;

import java.util.List;
import java.util.Locale;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Transition;

/**
 * An edit decision list as CMX 3600 machines read it: one picture track, cuts, dissolves, wipes and speeds; nothing over it. Time codes count
 * frames at the rounded rate without dropping any.
 */
final class Edl {
    private static final int LONGEST_TITLE = 70;
    /** The number of a wipe from the left in the SMPTE table. */
    private static final String WIPE = "W001";

    private final Timeline timeline;
    private final Materials materials;
    private final StringBuilder lines = new StringBuilder();
    private int event;

    private Edl(Timeline timeline, Materials materials) {
        this.timeline = timeline;
        this.materials = materials;
    }

    static String of(Timeline timeline, Materials materials) {
        Edl edl = new Edl(timeline, materials);
        edl.write();
        return edl.lines.toString();
    }

    private void write() {
        String title = timeline.title().replaceAll("\\p{Cntrl}", " ");
        line("TITLE: %s", title.substring(0, Math.min(title.length(), LONGEST_TITLE)));
        line("FCM: NON-DROP FRAME");
        List<MediaSegment> clips = timeline.clips();
        for (int i = 0; i < clips.size(); i++) {
            MediaSegment clip = clips.get(i);
            boolean dissolves = !clip.transition().isCut() && i > 0;
            long after = i + 1 < clips.size() ? clips.get(i + 1).transition().before() : 0;
            if (dissolves) dissolve(clips.get(i - 1), clip, clip.end() - after);
            else cut(clip, clip.end() - after);
        }
    }

    private void cut(MediaSegment clip, long end) {
        line("");
        event(clip, "C", "   ", clip.in(), clip.in() + end - clip.start(), clip.start(), end);
        motion(clip, clip.in());
        source("FROM", clip);
    }

    /** A dissolve begins as a cut of no length from the outgoing reel, and lasts from there on in the incoming one. */
    private void dissolve(MediaSegment outgoing, MediaSegment incoming, long end) {
        Transition transition = incoming.transition();
        long begin = incoming.start() - transition.before();
        long left = outgoing.in() + begin - outgoing.start();
        line("");
        event(outgoing, "C", "   ", left, left, begin, begin);
        motion(outgoing, left);
        event--;
        String kind = transition.kind().blends() ? "D" : WIPE;
        long in = incoming.in() - transition.before();
        event(incoming, kind, String.format("%03d", transition.duration()), in, in + end - begin, begin, end);
        motion(incoming, in);
        source("FROM", outgoing);
        source("TO", incoming);
    }

    /** A line on how fast the reel runs, in frames a second, from which of its frames on. */
    private void motion(MediaSegment clip, long played) {
        Retiming retiming = Retiming.of(clip);
        if (retiming.isAsFilmed()) return;
        double fps = retiming.scalar() * Math.round(timeline.rate().fps());
        line(
                "M2   AX       %s%05.1f                %s",
                fps < 0 ? "-" : "", Math.abs(fps), code(retiming.frame(played)));
    }

    /**
     * @param in frames as played, like {@code out}; the reel's own are written
     */
    private void event(MediaSegment clip, String kind, String length, long in, long out, long from, long to) {
        Retiming retiming = Retiming.of(clip);
        long first = retiming.earliest(in, out);
        long last = first + Math.round((out - in) * Math.abs(retiming.scalar()));
        line(
                "%03d  AX       %s     %-4s %s %s %s %s %s",
                ++event, hasSound(clip) ? "B" : "V", kind, length, code(first), code(last), code(from), code(to));
    }

    private boolean hasSound(MediaSegment clip) {
        return materials.facts(clip.mediaId()).audio().isPresent() && clip.volume() > 0;
    }

    private void source(String word, MediaSegment clip) {
        line("* %s CLIP NAME: %s", word, clip.name().replaceAll("\\p{Cntrl}", " "));
        line("* SOURCE FILE: %s", materials.file(clip.mediaId()));
    }

    private String code(long frames) {
        long fps = Math.round(timeline.rate().fps());
        long seconds = Math.max(0, frames) / fps;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d:%02d",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60,
                Math.max(0, frames) % fps);
    }

    private void line(String format, Object... arguments) {
        lines.append(String.format(Locale.ROOT, format, arguments)).append("\r\n");
    }
}
