package reelskill.studio.handoff;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/**
 * Final Cut Pro's XML, version 1.10, which DaVinci Resolve opens too: the story as the spine, all else connected to the
 * clip that it begins over. Every transition becomes a cross dissolve; the halves of a split screen lie over each other.
 */
final class Fcpxml {
    private static final String DISSOLVE = "FxPlug:4731E73A-8DAC-4113-9A30-AE85B1761265";
    private static final String TITLE =
            ".../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti";
    /** Where generated things begin in their own time, by Final Cut's habit: room for what a transition takes before. */
    private static final long GENERATED_SECONDS = 3600;

    private final Timeline timeline;
    private final Materials materials;
    private final FrameRate rate;
    private final List<String> assets = new ArrayList<>();
    private int styles;

    private Fcpxml(Timeline timeline, Materials materials) {
        this.timeline = timeline;
        this.materials = materials;
        this.rate = timeline.rate();
    }

    static String of(Timeline timeline, Materials materials) {
        return new Fcpxml(timeline, materials).document();
    }

    private String document() {
        Xml root = Xml.root("fcpxml").with("version", "1.10");
        resources(root.add("resources"));
        Xml sequence = root.add("library")
                .add("event")
                .with("name", timeline.title())
                .add("project")
                .with("name", timeline.title())
                .add("sequence")
                .with("format", "r1")
                .with("duration", time(timeline.duration()))
                .with("tcStart", "0s")
                .with("tcFormat", "NDF")
                .with("audioLayout", "stereo")
                .with("audioRate", "48k");
        spine(sequence.add("spine"));
        return root.document("<!DOCTYPE fcpxml>\n");
    }

    private void resources(Xml resources) {
        resources
                .add("format")
                .with("id", "r1")
                .with("frameDuration", time(1))
                .with("width", timeline.canvas().width())
                .with("height", timeline.canvas().height())
                .with("colorSpace", "1-1-1 (Rec. 709)");
        for (Track track : timeline.tracks()) {
            for (Segment segment : track.segments()) {
                if (segment instanceof MediaSegment media && !assets.contains(media.mediaId())) asset(resources, media);
            }
        }
        resources
                .add("effect")
                .with("id", "dissolve")
                .with("name", "Cross Dissolve")
                .with("uid", DISSOLVE);
        resources.add("effect").with("id", "title").with("name", "Basic Title").with("uid", TITLE);
    }

    private String asset(MediaSegment media) {
        return "a" + (assets.indexOf(media.mediaId()) + 1);
    }

    private void asset(Xml resources, MediaSegment media) {
        MediaFacts facts = materials.facts(media.mediaId());
        assets.add(media.mediaId());
        Xml asset = resources
                .add("asset")
                .with("id", asset(media))
                .with("name", media.name())
                .with("start", "0s")
                .with("duration", time(rate.frames(facts.duration())));
        if (facts.video().isPresent()) asset.with("hasVideo", 1).with("format", "r1");
        facts.audio().ifPresent(audio -> asset.with("hasAudio", 1)
                .with("audioSources", 1)
                .with("audioChannels", audio.channels())
                .with("audioRate", audio.sampleRate()));
        asset.add("media-rep")
                .with("kind", "original-media")
                .with("src", materials.file(media.mediaId()).toUri());
    }

    private void spine(Xml spine) {
        List<MediaSegment> clips = timeline.clips();
        long free = 0;
        for (int i = 0; i < clips.size(); i++) {
            MediaSegment clip = clips.get(i);
            if (clip.start() > free) gap(spine, free, clip.start());
            boolean joins = clip.start() == free && i > 0 && !clip.transition().isCut();
            if (joins) {
                spine.add("transition")
                        .with("name", "Cross Dissolve")
                        .with("offset", time(clip.start() - clip.transition().before()))
                        .with("duration", time(clip.transition().duration()))
                        .add("filter-video")
                        .with("ref", "dissolve")
                        .with("name", "Cross Dissolve");
            }
            Xml element = clip(spine, clip, clip.start());
            connect(element, clip.start(), clip.end(), clip.in());
            free = clip.end();
        }
        if (timeline.duration() > free) gap(spine, free, timeline.duration());
    }

    private void gap(Xml spine, long from, long to) {
        long start = rate.frames(Duration.ofSeconds(GENERATED_SECONDS));
        Xml gap = spine.add("gap")
                .with("name", "Gap")
                .with("offset", time(from))
                .with("start", time(start))
                .with("duration", time(to - from));
        connect(gap, from, to, start);
    }

    private Xml clip(Xml parent, MediaSegment media, long offset) {
        Xml clip = parent.add("asset-clip")
                .with("ref", asset(media))
                .with("name", media.name())
                .with("offset", time(offset))
                .with("start", time(media.in()))
                .with("duration", time(media.duration()))
                .with("tcFormat", "NDF");
        if (!Retiming.of(media).isAsFilmed()) retime(clip, media);
        media.effects()
                .get(Placement.class)
                .filter(Placement.Inset.class::isInstance)
                .ifPresent(placement -> place(clip, media, (Placement.Inset) placement));
        if (media.volume() != 1) clip.add("adjust-volume").with("amount", decibels(media.volume()));
        return clip;
    }

    /** From the time that the clip has played, which its start counts too, to that of its media: a straight line. */
    private void retime(Xml clip, MediaSegment media) {
        Xml map = clip.add("timeMap").with("frameSampling", "floor").with("preservesPitch", 1);
        long last = media.pace() instanceof Pace.Backwards back
                ? (long) Math.floor(back.end() / back.factor())
                // Beyond its end too, for what a transition takes.
                : media.out() + Math.round(rate.fps());
        for (long played : new long[] {0, Math.max(1, last)}) {
            map.add("timept")
                    .with("time", time(played))
                    .with("value", mediaTime(media.pace().position(played)))
                    .with("interp", "linear");
        }
    }

    private String mediaTime(double frame) {
        if (frame == Math.rint(frame)) return time((long) frame);
        return Math.round(frame * 1_000_000 * rate.denominator() / rate.numerator()) + "/1000000s";
    }

    /** From the middle of the canvas, up and right, in hundredths of its height; sizes as shares of the fitted picture's. */
    private void place(Xml clip, MediaSegment media, Placement.Inset inset) {
        Resolution canvas = timeline.canvas();
        Resolution picture = materials
                .facts(media.mediaId())
                .video()
                .map(MediaFacts.Video::size)
                .orElse(canvas);
        Placement.Area area = inset.on(canvas, picture);
        double fitted =
                Math.min((double) canvas.width() / picture.width(), (double) canvas.height() / picture.height());
        double scale = area.height() / (picture.height() * fitted);
        double x = (area.x() + area.width() / 2.0 - canvas.width() / 2.0) * 100 / canvas.height();
        double y = (canvas.height() / 2.0 - area.y() - area.height() / 2.0) * 100 / canvas.height();
        clip.add("adjust-transform")
                .with("position", String.format(Locale.ROOT, "%.3f %.3f", x, y))
                .with("scale", String.format(Locale.ROOT, "%.4f %.4f", scale, scale));
        if (inset.opacity() < 1) clip.add("adjust-blend").with("amount", inset.opacity());
    }

    /** Connects what begins between two frames of the timeline, whose first is {@code zero} in the parent's own time. */
    private void connect(Xml parent, long from, long to, long zero) {
        List<MediaSegment> story = timeline.clips();
        int up = 0;
        int down = 0;
        for (Track track : timeline.tracks()) {
            boolean isStory = track.segments().equals(story);
            if (isStory) continue;
            int lane = track.kind() == TrackKind.AUDIO ? --down : ++up;
            for (Segment segment : track.segments()) {
                if (segment.start() < from || segment.start() >= to) continue;
                long offset = zero + segment.start() - from;
                if (segment instanceof MediaSegment media)
                    clip(parent, media, offset).with("lane", lane);
                else title(parent, (TextSegment) segment, offset, lane);
            }
        }
    }

    private void title(Xml parent, TextSegment text, long offset, int lane) {
        String style = "ts" + ++styles;
        Xml title = parent.add("title")
                .with("ref", "title")
                .with("lane", lane)
                .with("name", text.text().replace('\n', ' '))
                .with("offset", time(offset))
                .with("start", GENERATED_SECONDS + "s")
                .with("duration", time(text.duration()));
        title.add("text").add("text-style").with("ref", style).text(text.text());
        int rgb = text.style().rgb();
        title.add("text-style-def")
                .with("id", style)
                .add("text-style")
                .with("font", "Helvetica")
                .with(
                        "fontSize",
                        Math.round(text.style().size() * timeline.canvas().height()))
                .with(
                        "fontColor",
                        "%.3f %.3f %.3f 1"
                                .formatted((rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0))
                .with("alignment", "center");
    }

    private static String decibels(double volume) {
        return volume == 0 ? "-96dB" : String.format(Locale.ROOT, "%.1fdB", 20 * Math.log10(volume));
    }

    /** Times are fractions of a second, exact and in lowest terms. */
    private String time(long frames) {
        BigInteger numerator = BigInteger.valueOf(frames * rate.denominator());
        BigInteger denominator = BigInteger.valueOf(rate.numerator());
        BigInteger common = numerator.gcd(denominator);
        BigInteger below = denominator.divide(common);
        String above = numerator.divide(common).toString();
        return below.equals(BigInteger.ONE) ? above + "s" : above + "/" + below + "s";
    }
}
