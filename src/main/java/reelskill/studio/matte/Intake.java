package reelskill.studio.matte;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import reelskill.studio.ffmpeg.FfmpegProcess;

/** Reads frames, each with what is to be behind it. */
record Intake(FrameSource source, FfmpegProcess decoder, Optional<Backdrop> backdrop, Conveyor belt) {
    /** Puts the frames that come, in their order, on the belt. */
    interface Frames {
        void accept(Frame frame);

        /** Puts what it still holds there: no more frames come. */
        default void end() {}
    }

    /** Works on a thread of its own until the frames, or the belt, end. */
    void start(Frames frames) {
        Thread thread = new Thread(() -> run(frames), "reelskill-matte-intake");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Frames frames) {
        try {
            InputStream in = decoder.output();
            for (long i = 0; i < source.length(); i++) {
                YuvPicture picture = belt.empty(source.size());
                byte[] data = picture.data();
                if (in.readNBytes(data, 0, data.length) < data.length) break;
                Half half = Half.of(picture);
                if (i == 0) backdrop.ifPresent(room -> room.light(RoomLight.of(half)));
                Optional<YuvPicture> behind =
                        backdrop.isPresent() ? Optional.of(backdrop.get().next()) : Optional.empty();
                frames.accept(new Frame(source.number(i), half, new Pyramid(half), behind));
            }
            frames.end();
            belt.end();
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            belt.fail(e);
        }
    }
}
