package reelskill.studio.analysis;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.media.MediaFacts;
import reelskill.media.MediaFacts.Kind;
import reelskill.media.TimeRange;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.matte.Screen;
import reelskill.studio.plan.BoringRule;
import reelskill.studio.plan.Footage;
import reelskill.studio.plan.Stretch;
import reelskill.studio.speech.SpeechException;
import reelskill.studio.speech.VoiceDetector;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.transcript.Transcript;

/**
 * Answers from the media itself, each question once: what took long is kept on disk by the media's content. Safe for use
 * by many threads and by several processes on one folder.
 */
public final class FootageAnalysis implements Footage {
    private static final Logger LOG = LoggerFactory.getLogger(FootageAnalysis.class);
    private static final TypeReference<List<Integer>> COLOURS = new TypeReference<>() {};
    private static final TypeReference<byte[]> BYTES = new TypeReference<>() {};
    private static final TypeReference<List<Double>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<Fitting.Spot>> SPOTS = new TypeReference<>() {};
    private static final TypeReference<Balance> BALANCE = new TypeReference<>() {};

    private static final String POWERS = "powers";
    private static final String VOICE = "voice";

    private final Ffmpeg ffmpeg;
    private final SoundCache sounds;
    private final Function<String, Path> mediaById;
    private final SpanStore store;
    private final Cancellation cancellation;

    /**
     * @param mediaById where the file of an id is; throws for an unknown one
     * @param folder where results are kept, a kilobyte or so each
     */
    public FootageAnalysis(Ffmpeg ffmpeg, SoundCache sounds, Function<String, Path> mediaById, Path folder) {
        this(ffmpeg, sounds, mediaById, folder, new Cancellation());
    }

    /**
     * @param cancellation ends whatever looks for people and subjects, and whatever asks for them later, with a
     *     {@link java.util.concurrent.CancellationException}; nothing unfinished is kept
     */
    public FootageAnalysis(
            Ffmpeg ffmpeg,
            SoundCache sounds,
            Function<String, Path> mediaById,
            Path folder,
            Cancellation cancellation) {
        this.ffmpeg = ffmpeg;
        this.sounds = sounds;
        this.mediaById = mediaById;
        this.store = new SpanStore(folder, cancellation);
        this.cancellation = cancellation;
    }

    @Override
    public MediaFacts facts(String mediaId) {
        Path media = mediaById.apply(mediaId);
        return inspection(media).facts();
    }

    @Override
    public List<TimeRange> boringStretches(String mediaId, BoringRule rule) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        return store.spans(key, "boring " + rule, () -> boring(media, key, rule)).stream()
                .map(Span::toTimeRange)
                .toList();
    }

    @Override
    public boolean showsPerson(String mediaId) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        MediaFacts facts = inspection(media).facts();
        if (facts.video().isEmpty() || facts.kind() == Kind.AUDIO) return false;
        return !store.spans(key, "person", people(media, facts)::first).isEmpty();
    }

    @Override
    public Transcript transcript(String mediaId) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        return store.result(key, "transcript", KeptTranscript.TYPE, () -> KeptTranscript.of(heard(media, key)))
                .transcript();
    }

    @Override
    public List<TimeRange> speech(String mediaId) {
        Path media = mediaById.apply(mediaId);
        return voice(media, ContentKey.of(media)).stretches();
    }

    @Override
    public List<Stretch> stretches(String mediaId) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        MediaFacts facts = inspection(media).facts();
        if (facts.kind() == Kind.IMAGE) return List.of();
        int length = Span.hops(facts.duration());
        float[] levels = heard(media, sound -> Levels.of(sound, length)).orElse(new float[0]);
        return new Interest(length, voice(media, key).spans(), levels, changes(media, key)).stretches();
    }

    @Override
    public List<Duration> unsureMoments(String mediaId) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        MediaFacts facts = inspection(media).facts();
        if (facts.video().isEmpty()) return List.of();
        return store.spans(key, "unsure", people(media, facts)::unsure).stream()
                .map(span -> span.toTimeRange().in())
                .toList();
    }

    @Override
    public OptionalInt screen(String mediaId) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        MediaFacts facts = inspection(media).facts();
        if (facts.video().isEmpty()) return OptionalInt.empty();
        List<Integer> colour = store.result(key, "screen", COLOURS, () -> screen(media, facts));
        return colour.stream().mapToInt(Integer::intValue).findFirst();
    }

    private Transcript heard(Path media, String key) {
        Voice voice = voice(media, key);
        return heard(media, sound -> voice.transcript(new SpeechSound(sound))).orElse(Transcript.SILENCE);
    }

    private List<Integer> screen(Path media, MediaFacts facts) {
        return people(media, facts).screen().stream().map(Screen::rgb).toList();
    }

    private PersonSearch people(Path media, MediaFacts facts) {
        return new PersonSearch(ffmpeg, media, facts, cancellation);
    }

    @Override
    public OptionalDouble loudness(String mediaId) {
        Path media = mediaById.apply(mediaId);
        double[] steps = heard(media, LoudnessMeter::stepsOf).orElse(new double[0]);
        store.result(ContentKey.of(media), POWERS, BYTES, () -> Powers.bytes(steps));
        return LoudnessMeter.integrated(steps);
    }

    /**
     * Returns how loud a file is from moment to moment; empty where it was not measured yet and lasts longer than
     * {@code longest}, so that nobody waits for it.
     */
    public Optional<Powers> powers(String mediaId, Duration longest) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        MediaFacts facts = inspection(media).facts();
        if (facts.audio().isEmpty()) return Optional.of(Powers.SILENCE);
        boolean isShort = facts.duration().compareTo(longest) <= 0;
        Optional<byte[]> kept = isShort
                ? Optional.of(store.result(key, POWERS, BYTES, () -> heard(media, LoudnessMeter::stepsOf)
                        .map(Powers::bytes)
                        .orElse(new byte[0])))
                : store.known(key, POWERS, BYTES);
        return kept.map(Powers::kept);
    }

    @Override
    public OptionalDouble noiseFloor(String mediaId) {
        Path media = mediaById.apply(mediaId);
        List<Double> floor = store.result(ContentKey.of(media), "noise", NUMBERS, () -> heard(media, Noise::floor)
                .orElse(List.of()));
        return floor.stream().mapToDouble(Double::doubleValue).findFirst();
    }

    @Override
    public Optional<Balance> balance(String mediaId) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        Inspection inspection = inspection(media);
        if (inspection.picture().isEmpty()) return Optional.empty();
        int picture = inspection.picture().getAsInt();
        return Optional.of(store.result(key, "light", BALANCE, () -> new LightMeter(ffmpeg).of(media, picture)));
    }

    @Override
    public List<Fitting.Spot> subject(String mediaId) {
        Path media = mediaById.apply(mediaId);
        String key = ContentKey.of(media);
        Inspection inspection = inspection(media);
        if (inspection.picture().isEmpty()) return List.of();
        return store.result(key, "subject-5", SPOTS, new SubjectSearch(ffmpeg, media, inspection, cancellation)::path);
    }

    private List<Span> boring(Path media, String key, BoringRule rule) {
        MediaFacts facts = inspection(media).facts();
        if (facts.kind() == Kind.IMAGE) return List.of();
        int length = Span.hops(facts.duration());
        if (store.known(key, VOICE, BYTES).isEmpty()) VoiceDetector.expect();
        Optional<float[]> levels = heard(media, sound -> Levels.of(sound, length));
        return new BoringStretches(rule, length, voice(media, key), () -> stills(media, key)).of(levels);
    }

    /** Media on a machine that has no network for voices is judged by its levels. */
    private Voice voice(Path media, String key) {
        try {
            return new Voice(store.result(key, VOICE, BYTES, () -> percents(media)));
        } catch (SpeechException e) {
            LOG.warn("voices cannot be heard; levels alone decide", e);
            return Voice.UNKNOWN;
        }
    }

    private byte[] percents(Path media) {
        VoiceDetector.expect(); // The sound may have to be decoded yet.
        return heard(media, sound -> VoiceDetector.get().percents(new SpeechSound(sound)))
                .orElse(new byte[0]);
    }

    private <T> Optional<T> heard(Path media, Function<Sound, T> listener) {
        Optional<Sound> sound = sounds.open(media, share -> {}, cancellation);
        if (sound.isEmpty()) return Optional.empty();
        try (Sound open = sound.get()) {
            return Optional.of(listener.apply(open));
        }
    }

    private List<Span> stills(Path media, String key) {
        Inspection inspection = inspection(media);
        if (inspection.picture().isEmpty()) return List.of();
        int picture = inspection.picture().getAsInt();
        return store.spans(key, "still", () -> new StillPicture(ffmpeg).spans(media, picture));
    }

    private byte[] changes(Path media, String key) {
        OptionalInt picture = inspection(media).picture();
        if (picture.isEmpty()) return new byte[0];
        return store.result(key, "changes", BYTES, () -> new PictureChange(ffmpeg).tenths(media, picture.getAsInt()));
    }

    private Inspection inspection(Path media) {
        return new MediaProbe(ffmpeg).inspect(media);
    }
}
