package reelskill.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reelskill.parts.Part;
import reelskill.parts.PartStore;
import reelskill.studio.ffmpeg.Ffmpeg;

/**
 * The native parts of the studio, where this program came without them: they are fetched once, announced and checked, and
 * kept in the cache for every copy of the program. Safe for use by many threads.
 */
final class NativeParts {
    private final Settings settings;
    private final Terminal terminal;
    private final AtomicLong done = new AtomicLong();
    private Duration patience = Duration.ofHours(2);
    private @Nullable CompletableFuture<Void> fetching;

    NativeParts(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** Makes callers wait no longer than {@code patience}; who comes later finds more of it done. */
    void hurry(Duration within) {
        patience = within;
    }

    PartStore store() {
        List<URI> mirrors = settings.partsUrls();
        return new PartStore(settings.cache().resolve("parts"), mirrors.isEmpty() ? PartStore.MAVEN_CENTRAL : mirrors);
    }

    /** Returns those that belong to this system and are neither on the class path, nor set, nor fetched. */
    List<Part> missing() {
        return wanted().stream().filter(part -> store().find(part).isEmpty()).toList();
    }

    private List<Part> wanted() {
        List<Part> wanted = new ArrayList<>();
        if (settings.ffmpeg().isEmpty() && !Ffmpeg.isEmbedded())
            Part.ffmpeg(Ffmpeg.system()).ifPresent(wanted::add);
        for (NativeLibrary library : libraries()) if (library.bundled().isEmpty()) wanted.add(library.part());
        return wanted;
    }

    private static List<NativeLibrary> libraries() {
        return NativeLibrary.of(Ffmpeg.system());
    }

    /**
     * Returns the ffmpeg to use; empty for the one on the class path. Fetches what is missing.
     *
     * @throws SetupException if it cannot be fetched, or not within the patience
     */
    Optional<Path> ffmpeg() {
        fetch();
        return known();
    }

    /** Returns the ffmpeg to use as {@link #ffmpeg} does, without fetching anything. */
    Optional<Path> known() {
        return settings.ffmpeg()
                .map(Path::of)
                .or(() -> Ffmpeg.isEmbedded()
                        ? Optional.empty()
                        : Part.ffmpeg(Ffmpeg.system()).flatMap(part -> store().find(part)));
    }

    /** Fetches what is missing, and makes the libraries known to this process. */
    void fetch() {
        List<Part> wanted = wanted();
        if (!wanted.isEmpty()) await(wanted);
        supply();
    }

    private void await(List<Part> wanted) {
        try {
            begin(wanted).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SetupException(
                    "The video engine is still being fetched (" + megabytes(done.get()) + " of "
                            + megabytes(sum(wanted)) + "). Nothing is lost: do the same again in a minute.",
                    "视频引擎仍在下载（" + megabytes(done.get()) + "，共 " + megabytes(sum(wanted)) + "）。请一分钟后重试同一操作。");
        } catch (ExecutionException e) {
            throw new SetupException(
                    "The video engine could not be fetched from the Maven repository. Check the connection, set"
                            + " REELSKILL_PARTS_URL to a mirror, or set REELSKILL_FFMPEG to an ffmpeg of this machine.",
                    "无法从 Maven 仓库下载视频引擎。请检查网络，或将 REELSKILL_PARTS_URL 设为镜像地址，或将 REELSKILL_FFMPEG 设为本机的 ffmpeg。");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupException("Fetching the video engine was stopped.", "视频引擎的下载已停止。");
        }
    }

    private synchronized CompletableFuture<Void> begin(List<Part> wanted) {
        if (fetching == null || fetching.isCompletedExceptionally()) {
            done.set(0);
            CompletableFuture<Void> started = new CompletableFuture<>();
            Thread thread = new Thread(() -> complete(started, wanted), "reelskill-parts");
            thread.setDaemon(true);
            thread.start();
            fetching = started;
        }
        return fetching;
    }

    private void complete(CompletableFuture<Void> started, List<Part> wanted) {
        try {
            long all = sum(wanted);
            if (wanted.stream().anyMatch(part -> store().find(part).isEmpty())) announce(all);
            long before = 0;
            for (Part part : wanted) {
                long earlier = before;
                store().fetch(part, bytes -> tell(earlier + bytes, all));
                before += part.bytes();
            }
            started.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            started.completeExceptionally(e);
        }
    }

    private void supply() {
        for (NativeLibrary library : libraries()) {
            Optional<Path> bundled = library.bundled();
            try {
                Optional<Path> jar = bundled.or(() -> store().find(library.part()));
                if (jar.isPresent()) library.supply(jar.get(), store());
            } catch (IOException e) {
                // The code that loads it finds a place of its own for what lies beside it.
                if (bundled.isEmpty()) throw unusable();
            }
        }
    }

    private static SetupException unusable() {
        return new SetupException(
                "The video engine cannot be unpacked into the cache folder. Make room on its disk, or set REELSKILL_HOME to a"
                        + " folder on another one.",
                "无法将视频引擎解压到缓存文件夹。请腾出磁盘空间，或将 REELSKILL_HOME 设为其他磁盘上的文件夹。");
    }

    private void announce(long bytes) {
        terminal.say(terminal.language()
                .say(
                        "Fetching the video engine once, %s from %s (ffmpeg and two libraries; checksums are verified). It is kept for next time.",
                        "首次使用需从 %2$s 下载视频引擎（ffmpeg 与两个运行库，共 %1$s，逐一校验），之后无需再下载。",
                        megabytes(bytes),
                        store().repositories().get(0).getHost()));
    }

    /** A line at each quarter: it may be minutes. */
    private void tell(long bytes, long all) {
        if (bytes * 4 / all > done.getAndSet(bytes) * 4 / all) {
            terminal.say(terminal.language().say("Fetched %s of %s", "已下载 %s / %s", megabytes(bytes), megabytes(all)));
        }
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
    }
}
