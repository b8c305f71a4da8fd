package reelskill.tools;

import java.nio.file.Path;
import java.util.List;

/** For tests that look at nothing. */
public enum NoPictures implements Pictures {
    HERE;

    @Override
    public boolean contactSheet(Path video, Path target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean sheet(List<SheetRow> rows, Path target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path place(String content, String suffix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean waveform(Path media, Path target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path place(String suffix) {
        return Path.of("target");
    }
}
