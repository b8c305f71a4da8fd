package reelskill.studio.matte;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import reelskill.studio.ffmpeg.FfmpegProcess;

/** Reads frames that were filmed before a screen and puts each on the belt: its matte needs no other frame. */
record ScreenIntake(
        FrameSource source, FfmpegProcess decoder, Optional<Backdrop> backdrop, ChromaKey key, Conveyor belt) {
    /** Works on a thread of its own until the frames, or the belt, end. */
    void start() {
        Thread thread = new Thread(this::run, "reelskill-matte-intake");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            InputStream in = decoder.output();
            for (long i = 0; i < source.length(); i++) {
                YuvPicture picture = belt.empty(source.size());
                byte[] data = picture.data();
                if (in.readNBytes(data, 0, data.length) < data.length) break;
                // The screen's light is no light of a room: a backdrop stays as it is.
                Optional<YuvPicture> behind =
                        backdrop.isPresent() ? Optional.of(backdrop.get().next()) : Optional.empty();
                Half half = Half.of(picture);
                Frame frame = new Frame(source.number(i), half, new Pyramid(half), behind);
                belt.put(frame, belt.begin(() -> key.cut(picture)));
            }
            belt.end();
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            belt.fail(e);
        }
    }
}
