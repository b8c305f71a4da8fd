package reelskill.studio.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;

/** The files of one render's stretches, encoded or copied. */
record Pictures(RenderPlan plan, ChunkEncoder encoder, Copies copies) {
    /**
     * Returns one file for each stretch of the plan, which can be joined without another look at the pictures. Copying takes
     * the disk and hardly a processor: it is done beside the encoding.
     */
    List<Path> made(DoubleConsumer progress, Cancellation cancellation) throws IOException {
        List<Copied> wanted = plan.copied();
        Map<Stretch, Path> files = new LinkedHashMap<>();
        try (Beside<Map<Copied, Path>> copying =
                new Beside<>("reelskill-studio-copies", own -> copies.made(wanted, own), cancellation)) {
            files.putAll(encoder.encoded(plan.chunks(), progress, cancellation));
            Map<Copied, Path> copied = copying.finished();
            List<Copied> failed =
                    wanted.stream().filter(copy -> !copied.containsKey(copy)).toList();
            Map<Chunk, Path> instead =
                    encoder.encoded(failed.stream().map(Chunk::of).toList(), share -> {}, cancellation);
            for (Copied copy : failed) files.put(copy, instead.get(Chunk.of(copy)));
            Optional<Path> encoded = files.values().stream().findFirst();
            files.putAll(copied);
            List<Path> made =
                    new ArrayList<>(plan.stretches().stream().map(files::get).toList());
            if (encoded.isPresent()) made.set(0, copies.announced(made.get(0), encoded.get()));
            encoder.evict();
            progress.accept(1);
            return made;
        }
    }

    RenderReport report(FrameRate rate, boolean hasSound) {
        long frames = plan.length();
        return new RenderReport(
                frames,
                rate.time(frames),
                hasSound,
                plan.chunks().size(),
                encoder.reused(),
                copies.frames(),
                Doubts.NONE);
    }
}
