package reelskill.tools;

import java.nio.file.Path;

/** For tests that look at nothing. */
enum NoPictures implements Pictures {
    HERE;

    @Override
    public void contactSheet(Path video, Path target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void waveform(Path media, Path target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path folder() {
        return Path.of("target");
    }
}
