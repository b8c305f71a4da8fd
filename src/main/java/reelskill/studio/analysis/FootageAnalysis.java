package reelskill.studio.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reelskill.media.MediaFacts;
import reelskill.media.MediaFacts.Kind;
import reelskill.media.TimeRange;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.plan.BoringRule;
import reelskill.studio.plan.Footage;

/**
 * Answers from the media itself, each question once: what took long is kept on disk by the media's content. Safe for use
 * by many threads and by several processes on one folder.
 */
public final class FootageAnalysis implements Footage {
    private final Ffmpeg ffmpeg;
    private final SoundCache sounds;
    private final Function<String, Path> mediaById;
    private final SpanStore store;
    private final Map<String, Inspection> inspections = new ConcurrentHashMap<>();

    /**
     * @param mediaById where the file of an id is; throws for an unknown one
     * @param folder where results are kept, a kilobyte or so each
     */
    public FootageAnalysis(Ffmpeg ffmpeg, SoundCache sounds, Function<String, Path> mediaById, Path folder) {
        this.ffmpeg = ffmpeg;
        this.sounds = sounds;
        this.mediaById = mediaById;
        this.store = new SpanStore(folder);
    }

    @Override
    public MediaFacts facts(String mediaId) {
        Path media = mediaById.apply(mediaId);
        return inspection(media, ContentKey.of(media)).facts();
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
        MediaFacts facts = inspection(media, key).facts();
        if (facts.video().isEmpty() || facts.kind() == Kind.AUDIO) return false;
        return !store.spans(key, "person", () -> new PersonSearch(ffmpeg).in(media, facts))
                .isEmpty();
    }

    private List<Span> boring(Path media, String key, BoringRule rule) {
        MediaFacts facts = inspection(media, key).facts();
        if (facts.kind() == Kind.IMAGE) return List.of();
        int length = Span.hops(facts.duration());
        return new BoringStretches(rule, length, () -> stills(media, key)).of(levels(media, length));
    }

    private Optional<float[]> levels(Path media, int length) {
        Optional<Sound> sound = sounds.open(media);
        if (sound.isEmpty()) return Optional.empty();
        try (Sound open = sound.get()) {
            return Optional.of(Levels.of(open, length));
        }
    }

    private List<Span> stills(Path media, String key) {
        Inspection inspection = inspection(media, key);
        if (inspection.picture().isEmpty()) return List.of();
        int picture = inspection.picture().getAsInt();
        return store.spans(key, "still", () -> new StillPicture(ffmpeg).spans(media, picture));
    }

    private Inspection inspection(Path media, String key) {
        return inspections.computeIfAbsent(key, missing -> new MediaProbe(ffmpeg).inspect(media));
    }
}
