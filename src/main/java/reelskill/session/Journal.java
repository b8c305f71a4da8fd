package reelskill.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reelskill.draft.Draft;
import reelskill.file.PrivateFile;

/**
 * The memory of the client: sessions, exports under way, and a snapshot of every draft seen. Plain JSON files that only
 * their owner can read, each written whole or not at all; two processes may use one folder.
 */
public final class Journal {
    /** Keeps every digit: a draft that was kept must equal the same draft read from the backend. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path sessions;
    private final Path exports;
    private final Path drafts;
    private final Path costs;
    private final Path turns;
    private final Path jobs;

    /** Keeps everything under {@code folder}, which need not exist yet. */
    public Journal(Path folder) {
        sessions = folder.resolve("sessions");
        exports = folder.resolve("exports");
        drafts = folder.resolve("drafts");
        costs = folder.resolve("costs");
        turns = folder.resolve("turns");
        jobs = folder.resolve("jobs");
    }

    public void save(SessionRecord session) {
        write(sessions.resolve(fileName(session.id())), session);
    }

    /** Returns what is remembered of a session; empty where that is nothing, or no longer to be read. */
    public Optional<SessionRecord> session(String id) {
        return read(sessions.resolve(fileName(id)), SessionRecord.class);
    }

    /** Returns the session that was used last on {@code backend}. */
    public Optional<SessionRecord> lastSession(String backend) {
        return newestFirst(sessions, SessionRecord.class).stream()
                .filter(session -> session.backend().equals(backend))
                .findFirst();
    }

    /** Returns the session that was used last on any backend. */
    public Optional<SessionRecord> lastSession() {
        return newestFirst(sessions, SessionRecord.class).stream().findFirst();
    }

    public void save(ExportRecord export) {
        write(exports.resolve(fileName(export.renderId())), export);
    }

    /** Forgets an export whose id was never taken by the backend. */
    void forget(ExportRecord export) {
        delete(exports.resolve(fileName(export.renderId())));
    }

    /** Returns all exports, the newest first. */
    public List<ExportRecord> exports() {
        return newestFirst(exports, ExportRecord.class);
    }

    /** Returns what is remembered of an export; empty where that is nothing, or no longer to be read. */
    public Optional<ExportRecord> export(String renderId) {
        return read(exports.resolve(fileName(renderId)), ExportRecord.class);
    }

    /** Keeps a line of the ledger; the same turn's earlier line is replaced. */
    void save(CostRecord cost) {
        write(costs.resolve(safe(cost.sessionId())).resolve(cost.startedMillis() + ".json"), cost);
    }

    /** Returns what each paid turn of a session cost, the oldest first. */
    public List<CostRecord> costsOf(String sessionId) {
        return files(costs.resolve(safe(sessionId)))
                .flatMap(file -> read(file, CostRecord.class).stream())
                .sorted(Comparator.comparingLong(CostRecord::startedMillis))
                .toList();
    }

    void save(TurnRecord turn) {
        write(turns.resolve(fileName(turn.name())), turn);
    }

    /** Returns the message of this name if it was about to be sent and what it did was not told yet. */
    public Optional<TurnRecord> turn(String name) {
        return read(turns.resolve(fileName(name)), TurnRecord.class);
    }

    /** Forgets a message once what it did is written down elsewhere. */
    public void forgetTurn(String name) {
        delete(turns.resolve(fileName(name)));
    }

    public void save(JobRecord job) {
        write(jobs.resolve(safe(job.sessionId())).resolve(fileName(job.id())), job);
    }

    /** Returns the job of this id, whatever process began it. */
    public Optional<JobRecord> job(String id) {
        return folders(jobs)
                .map(session -> session.resolve(fileName(id)))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(file -> read(file, JobRecord.class));
    }

    /** Returns all jobs of a session, the newest first. */
    public List<JobRecord> jobsOf(String sessionId) {
        return newestFirst(jobs.resolve(safe(sessionId)), JobRecord.class);
    }

    /** Keeps {@code draft} as the newest snapshot of its session, unless it equals the one before. */
    void snapshot(String sessionId, Draft draft) {
        List<Path> kept = snapshots(sessionId);
        Optional<Draft> last = kept.isEmpty() ? Optional.empty() : draft(kept.get(kept.size() - 1));
        if (!draft.json().isMissingNode() && !last.map(draft::equals).orElse(false)) {
            write(drafts.resolve(safe(sessionId)).resolve(String.format("%06d.json", kept.size() + 1)), draft.json());
        }
    }

    /** Returns every draft seen in a session, the oldest first. */
    public List<Draft> draftsOf(String sessionId) {
        return snapshots(sessionId).stream()
                .flatMap(file -> draft(file).stream())
                .toList();
    }

    private Optional<Draft> draft(Path file) {
        return read(file, JsonNode.class).map(Draft::new);
    }

    private List<Path> snapshots(String sessionId) {
        return files(drafts.resolve(safe(sessionId))).sorted().toList();
    }

    private <T> List<T> newestFirst(Path folder, Class<T> type) {
        return files(folder)
                .map(Dated::new)
                .sorted(Comparator.comparingLong(Dated::millis).reversed())
                .flatMap(dated -> read(dated.file(), type).stream())
                .toList();
    }

    /** A file and its age when it was looked at: others may write it while it is sorted. */
    private record Dated(Path file, long millis) {
        Dated(Path file) {
            this(file, file.toFile().lastModified());
        }
    }

    private static Stream<Path> files(Path folder) {
        return list(folder).filter(file -> file.toString().endsWith(".json"));
    }

    private static Stream<Path> folders(Path folder) {
        return list(folder).filter(Files::isDirectory);
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is not ours or was damaged is passed over: it must not keep a person from working. */
    private <T> Optional<T> read(Path file, Class<T> type) {
        try {
            Optional<String> text = new PrivateFile(file).read();
            return text.isPresent() ? Optional.of(json.readValue(text.get(), type)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void write(Path file, Object value) {
        try {
            new PrivateFile(file).write(json.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fileName(String id) {
        return safe(id) + ".json";
    }

    /** Ids come from a backend: they must never name a place outside the folder. */
    private static String safe(String id) {
        String name = id.replaceAll("[^A-Za-z0-9_-]", "_");
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
