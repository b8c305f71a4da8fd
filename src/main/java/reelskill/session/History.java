package reelskill.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.nemo.SessionVersion;

/**
 * The versions of a session's timeline. A studio keeps all of them; of any other backend these are the timelines that this
 * machine has seen.
 */
public final class History {
    private final Workplace place;
    private final String sessionId;
    private final Language language;

    History(Workplace place, String sessionId, Language language) {
        this.place = place;
        this.sessionId = sessionId;
        this.language = language;
    }

    /** Returns all, the oldest first. */
    public List<Version> versions() {
        if (place.backend().keepsVersions()) {
            return kept().stream().map(History::version).toList();
        }
        List<Draft> drafts = place.journal().draftsOf(sessionId);
        List<Version> seen = new ArrayList<>();
        for (Draft draft : drafts) {
            int number = seen.size() + 1;
            seen.add(Version.seen(number, draft, number == drafts.size(), language));
        }
        return seen;
    }

    /** Returns the timeline of the version that is meant by {@code wanted}: a number, a name, or "first". */
    public Optional<Draft> draft(String wanted) {
        Optional<Version> found = find(wanted);
        if (found.isEmpty()) return Optional.empty();
        int number = found.get().number();
        if (!place.backend().keepsVersions()) {
            return Optional.of(place.journal().draftsOf(sessionId).get(number - 1));
        }
        return kept().stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .map(version -> new Draft(place.backend().client().draft(sessionId, version)));
    }

    /**
     * As {@link #draft}.
     *
     * @throws SessionException if there is none
     */
    public Draft require(String wanted) {
        return draft(wanted)
                .orElseThrow(() -> new SessionException(
                        SessionException.Problem.NOTHING_THERE,
                        "There is no version '%s'; 'reelskill versions' lists them.",
                        "没有版本“%s”；“reelskill versions”可查看全部版本。",
                        wanted));
    }

    /** Returns the version that is meant by {@code wanted}. */
    public Optional<Version> find(String wanted) {
        List<Version> all = versions();
        String said = wanted.strip();
        return all.stream()
                .filter(version -> version.isCalled(said))
                .findFirst()
                .or(() -> all.stream()
                        .filter(version -> version.current() && said.equalsIgnoreCase("current"))
                        .findFirst())
                .or(() -> all.stream()
                        .filter(version -> said.equalsIgnoreCase("first"))
                        .findFirst());
    }

    private List<SessionVersion> kept() {
        return place.backend().client().versions(sessionId);
    }

    private static Version version(SessionVersion kept) {
        return new Version(
                kept.number(), kept.names(), kept.sentence(), kept.timeline(), kept.durationMillis(), kept.current());
    }
}
