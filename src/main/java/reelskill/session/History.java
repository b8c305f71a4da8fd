package reelskill.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.nemo.SessionVersion;

/**
 * The versions of a session's timeline. A studio keeps all of them; of any other backend these are the timelines that this
 * machine has seen, under the names that were given here.
 */
public final class History {
    private final Workplace place;
    private final String sessionId;

    History(Workplace place, String sessionId) {
        this.place = place;
        this.sessionId = sessionId;
    }

    /** Returns all, the oldest first. */
    public List<Version> versions() {
        if (place.backend().keepsVersions()) {
            return kept().stream().map(History::version).toList();
        }
        List<Draft> drafts = place.journal().draftsOf(sessionId);
        Map<String, Integer> names = place.journal().namesOf(sessionId);
        List<Version> seen = new ArrayList<>();
        for (Draft draft : drafts) {
            int number = seen.size() + 1;
            List<String> own = names.entrySet().stream()
                    .filter(name -> name.getValue() == number)
                    .map(Map.Entry::getKey)
                    .toList();
            seen.add(Version.seen(number, own, draft, number == drafts.size()));
        }
        return seen;
    }

    /** Names a timeline that this machine has seen, and returns what is told of it. Asks no backend. */
    String named(VersionNaming wish, Language language) {
        int newest = place.journal().draftsOf(sessionId).size();
        int number = wish.number().orElse(newest);
        if (newest == 0) return language.pick("There is no version to name yet.", "还没有可以命名的版本。");
        if (number < 1 || number > newest) {
            return language.say(
                    "There is no version %d here: there are 1 to %d.", "这里没有版本 %d：共有 1 到 %d。", number, newest);
        }
        place.journal().call(sessionId, number, wish.name());
        return language.say(
                "Version %d is called \"%s\" now. The cloud keeps no versions: the name and the timeline are on this machine,"
                        + " to look at, compare and export; nothing was sent and nothing was paid.",
                "版本 %d 已命名为“%s”。云端不保存版本：名称和时间线保存在本机，可查看、对比和导出；没有发送消息，也没有消耗积分。", number, wish.name());
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
