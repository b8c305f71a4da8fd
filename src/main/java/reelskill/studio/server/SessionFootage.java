package reelskill.studio.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.media.TimeRange;
import reelskill.studio.plan.BoringRule;
import reelskill.studio.plan.Footage;
import reelskill.studio.plan.LibraryItem;
import reelskill.studio.plan.Stretch;
import reelskill.studio.plan.Supplies;
import reelskill.studio.render.Lettering;
import reelskill.studio.store.StoredMedia;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Score;
import reelskill.studio.timeline.TextStyle.Face;
import reelskill.studio.transcript.Transcript;

/** One session's media: facts as they were found at the upload, and an analysis that starts when it is first asked. */
final class SessionFootage implements Supplies {
    private final Map<String, StoredMedia> library;
    private final ComposedMusic music;
    private final CardPictures cards;
    private final Function<Function<String, Path>, Footage> analysis;

    /** @param analysis makes an analysis of files whose places a function of their ids returns */
    SessionFootage(
            List<StoredMedia> media,
            ComposedMusic music,
            CardPictures cards,
            Function<Function<String, Path>, Footage> analysis) {
        this.library = media.stream()
                .collect(
                        Collectors.toMap(StoredMedia::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        this.music = music;
        this.cards = cards;
        this.analysis = analysis;
    }

    /** @throws NoSuchElementException if the session has no such media */
    Path file(String mediaId) {
        return find(mediaId).file();
    }

    @Override
    public MediaFacts facts(String mediaId) {
        return find(mediaId).facts();
    }

    @Override
    public List<TimeRange> boringStretches(String mediaId, BoringRule rule) {
        return analysis.apply(this::file).boringStretches(mediaId, rule);
    }

    @Override
    public boolean showsPerson(String mediaId) {
        return analysis.apply(this::file).showsPerson(mediaId);
    }

    @Override
    public Transcript transcript(String mediaId) {
        Footage heard = analysis.apply(this::file);
        return WordsFile.of(find(mediaId), List.copyOf(library.values()))
                .flatMap(words -> words.transcript(mediaId, heard))
                .orElseGet(() -> heard.transcript(mediaId));
    }

    @Override
    public List<TimeRange> speech(String mediaId) {
        return analysis.apply(this::file).speech(mediaId);
    }

    @Override
    public List<Stretch> stretches(String mediaId) {
        return analysis.apply(this::file).stretches(mediaId);
    }

    @Override
    public OptionalInt screen(String mediaId) {
        return analysis.apply(this::file).screen(mediaId);
    }

    @Override
    public List<Duration> unsureMoments(String mediaId) {
        return analysis.apply(this::file).unsureMoments(mediaId);
    }

    @Override
    public OptionalDouble loudness(String mediaId) {
        return analysis.apply(this::file).loudness(mediaId);
    }

    @Override
    public OptionalDouble noiseFloor(String mediaId) {
        return analysis.apply(this::file).noiseFloor(mediaId);
    }

    @Override
    public Optional<Balance> balance(String mediaId) {
        return analysis.apply(this::file).balance(mediaId);
    }

    @Override
    public List<Fitting.Spot> subject(String mediaId) {
        return analysis.apply(this::file).subject(mediaId);
    }

    @Override
    public String undrawable(String text) {
        return Lettering.undrawable(text);
    }

    @Override
    public boolean hasLetters(Face face) {
        return Lettering.has(face);
    }

    @Override
    public LibraryItem composed(Score score, Duration length) {
        return made(music.of(score, length));
    }

    @Override
    public LibraryItem card(String colour, int rgb, Resolution size) {
        return made(cards.of(colour, rgb, size));
    }

    private LibraryItem made(StoredMedia media) {
        library.put(media.id(), media);
        return new LibraryItem(media.id(), media.name(), media.facts());
    }

    private StoredMedia find(String id) {
        return Optional.ofNullable(library.get(id))
                .orElseThrow(() -> new NoSuchElementException("the session has no media " + id));
    }
}
