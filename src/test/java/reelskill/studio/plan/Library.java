package reelskill.studio.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Score;
import reelskill.studio.timeline.TextStyle.Face;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Transcript;

/** Media by hand: their facts, and the stretches in which nothing happens, where a test says so. */
final class Library implements Supplies {
    static final FrameRate RATE = new FrameRate(25, 1);
    static final List<LibraryItem> THREE_CLIPS =
            List.of(video("m1", "intro.mp4", 10), video("m2", "interview.mp4", 60), video("m3", "beach.mov", 20));

    private final Map<String, MediaFacts> facts = new HashMap<>();
    private final Map<String, List<TimeRange>> boring = new HashMap<>();
    private final Map<String, List<Stretch>> stretches = new HashMap<>();
    private final Map<String, Transcript> said = new HashMap<>();
    private final Set<String> empty = new HashSet<>();
    private final Map<String, Integer> screens = new HashMap<>();
    private final Map<String, List<Duration>> unsure = new HashMap<>();

    Library(List<LibraryItem> items) {
        items.forEach(item -> facts.put(item.id(), item.facts()));
    }

    Library boring(String mediaId, TimeRange... ranges) {
        boring.put(mediaId, List.of(ranges));
        return this;
    }

    static LibraryItem video(String id, String name, double seconds) {
        MediaFacts.Video look =
                new MediaFacts.Video("h264", new Resolution(1280, 720), RATE, false, 0, "yuv420p", false);
        Duration length = Duration.ofMillis(Math.round(seconds * 1000));
        return new LibraryItem(
                id,
                name,
                new MediaFacts(
                        MediaFacts.Kind.VIDEO,
                        length,
                        Optional.of(look),
                        Optional.of(new MediaFacts.Audio("aac", 48000, 2))));
    }

    static LibraryItem table(String id, String name) {
        return new LibraryItem(
                id, name, new MediaFacts(MediaFacts.Kind.TABLE, Duration.ZERO, Optional.empty(), Optional.empty()));
    }

    static LibraryItem picture(String id, String name) {
        MediaFacts.Video look = new MediaFacts.Video("png", new Resolution(400, 400), RATE, false, 0, "rgba", false);
        return new LibraryItem(
                id, name, new MediaFacts(MediaFacts.Kind.IMAGE, Duration.ZERO, Optional.of(look), Optional.empty()));
    }

    @Override
    public MediaFacts facts(String mediaId) {
        return facts.get(mediaId);
    }

    /** Makes nobody to be seen in a file; in all others somebody is. */
    Library empty(String mediaId) {
        empty.add(mediaId);
        return this;
    }

    /** A file that plays music: -14 LUFS; all others -23. */
    @Override
    public OptionalDouble loudness(String mediaId) {
        boolean music = facts.containsKey(mediaId) && facts.get(mediaId).kind() == MediaFacts.Kind.AUDIO;
        return OptionalDouble.of(music ? -14 : -23);
    }

    @Override
    public LibraryItem composed(Score score, Duration length) {
        String mood = score.mood().name().toLowerCase(Locale.ROOT);
        LibraryItem item = sound("c-" + mood + score.seed(), "♪ " + mood, length.toMillis() / 1000.0);
        facts.put(item.id(), item.facts());
        return item;
    }

    @Override
    public LibraryItem card(String colour, int rgb, Resolution size) {
        LibraryItem item = picture("p-" + rgb, "■ " + colour);
        facts.put(item.id(), item.facts());
        return item;
    }

    static LibraryItem sound(String id, String name, double seconds) {
        Duration length = Duration.ofMillis(Math.round(seconds * 1000));
        Optional<MediaFacts.Audio> audio = Optional.of(new MediaFacts.Audio("mp3", 44100, 2));
        return new LibraryItem(id, name, new MediaFacts(MediaFacts.Kind.AUDIO, length, Optional.empty(), audio));
    }

    @Override
    public boolean showsPerson(String mediaId) {
        return !empty.contains(mediaId);
    }

    /** Makes a file one that was filmed before a screen. */
    Library screen(String mediaId, int rgb) {
        screens.put(mediaId, rgb);
        return this;
    }

    @Override
    public OptionalInt screen(String mediaId) {
        return screens.containsKey(mediaId) ? OptionalInt.of(screens.get(mediaId)) : OptionalInt.empty();
    }

    /** Makes the edge of a person a guess at some moments. */
    Library unsure(String mediaId, Duration... moments) {
        unsure.put(mediaId, List.of(moments));
        return this;
    }

    @Override
    public List<Duration> unsureMoments(String mediaId) {
        return unsure.getOrDefault(mediaId, List.of());
    }

    @Override
    public List<TimeRange> boringStretches(String mediaId, BoringRule rule) {
        return boring.getOrDefault(mediaId, List.of());
    }

    /** Lets a file consist of {@code parts}. */
    Library stretches(String mediaId, Stretch... parts) {
        stretches.put(mediaId, List.of(parts));
        return this;
    }

    @Override
    public List<Stretch> stretches(String mediaId) {
        return stretches.getOrDefault(mediaId, List.of());
    }

    /** Lets {@code transcript} be what is said in a file; in all others nobody speaks. */
    Library saying(String mediaId, Transcript transcript) {
        said.put(mediaId, transcript);
        return this;
    }

    @Override
    public Transcript transcript(String mediaId) {
        return said.getOrDefault(mediaId, Transcript.SILENCE);
    }

    @Override
    public List<TimeRange> speech(String mediaId) {
        return transcript(mediaId).phrases().stream().map(Phrase::time).toList();
    }

    @Override
    public OptionalDouble noiseFloor(String mediaId) {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<Balance> balance(String mediaId) {
        return Optional.empty();
    }

    @Override
    public List<Fitting.Spot> subject(String mediaId) {
        return List.of();
    }

    @Override
    public String undrawable(String text) {
        return "";
    }

    @Override
    public boolean hasLetters(Face face) {
        return true;
    }
}
