package reelskill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reelskill.session.Narrator;
import reelskill.session.Workplace;
import reelskill.tools.Caller;
import reelskill.tools.Folders;
import reelskill.tools.ToolException;
import reelskill.tools.Toolbox;
import reelskill.tools.Workplaces;

/** The registry of tools for a person at this machine: over one backend, which the first call opens. */
final class ChatTools implements Workplaces, AutoCloseable {
    private final Desk desk;
    private final BackendOptions options;
    private final String backend;
    private final Folders folders;
    private final Toolbox toolbox;
    private @Nullable Bench bench;

    /** @param folder where names without a folder are looked for, and results go */
    ChatTools(Desk desk, BackendOptions options, String backend, Path folder, List<Path> allowed) throws IOException {
        this.desk = desk;
        this.options = options;
        this.backend = backend;
        Settings settings = desk.settings();
        List<Path> all = new ArrayList<>(List.of(folder));
        all.addAll(allowed);
        all.addAll(settings.workspace());
        this.folders = Folders.of(all);
        Path pictures = settings.cache().resolve("previews").toAbsolutePath();
        Files.createDirectories(pictures);
        this.toolbox = new Toolbox(
                this,
                folders,
                new FfmpegPictures(desk.backends().parts()::ffmpeg, settings.cache(), pictures, Clock.systemUTC()),
                Duration.ZERO);
    }

    Toolbox toolbox() {
        return toolbox;
    }

    Folders folders() {
        return folders;
    }

    /** What a backend has to say when a session begins the one who talks says at the start. */
    @Override
    public synchronized Workplace of(Caller caller) {
        try {
            Bench opened = bench == null ? desk.open(backend, options) : bench;
            bench = opened;
            Workplace place = opened.place();
            return new Workplace(
                    place.backend(), place.journal(), Narrator.SILENT, place.manifest(), place.allowance());
        } catch (IOException | RuntimeException e) {
            throw ToolException.of(
                    Failure.of(e, desk.language(), Optional.empty()).sentence());
        }
    }

    @Override
    public synchronized void close() {
        toolbox.close();
        if (bench != null) bench.close();
    }
}
