package reelskill.studio.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import reelskill.language.Language;
import reelskill.studio.store.DataFolder;
import reelskill.studio.store.Library;

/** The files of one upload. Closing throws away those that found no place in the library. Not thread-safe. */
final class Arrivals implements AutoCloseable {
    private final DataFolder folder;
    private final Language language;
    private final List<IncomingFile> begun = new ArrayList<>();
    private final List<Library.Arrival> complete = new ArrayList<>();

    Arrivals(DataFolder folder, Language language) {
        this.folder = folder;
        this.language = language;
    }

    IncomingFile begin(String rawName) throws IOException {
        IncomingFile file = new IncomingFile(folder, rawName, language);
        begun.add(file);
        return file;
    }

    void end(IncomingFile file) throws IOException {
        complete.add(file.arrive());
    }

    /** Returns the files that came in to their end, in order. */
    List<Library.Arrival> complete() {
        return List.copyOf(complete);
    }

    @Override
    public void close() throws IOException {
        for (IncomingFile file : begun) file.close();
    }
}
