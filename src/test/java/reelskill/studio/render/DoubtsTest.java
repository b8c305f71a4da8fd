package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.media.FrameRate;
import reelskill.media.TimeRange;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** What is told of a result: where the person's edge is a guess, and where there is nobody. */
class DoubtsTest {
    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final Backdrop WALL = new Backdrop.Colour(0xFFFFFF);

    @TempDir
    Path folder;

    /** Half a second of a person, a second of an empty room, half a second of the person. */
    @Test
    void personWhoLeavesAndComesBackIsCutOutAgainAndTheGapIsTold() {
        String leaves = "[0:v]scale=320:180,split[a][b];[a]trim=end_frame=15,setpts=PTS-STARTPTS[here];"
                + "[b]trim=start_frame=15:end_frame=30,setpts=PTS-STARTPTS[again];"
                + "gradients=s=320x180:r=30:d=1:c0=0x808890:c1=0x404040:nb_colors=2:seed=1:speed=0.00001[room];"
                + "[here][room][again]concat=n=3";
        Stage stage = new Stage(folder).use("talk", talk(leaves));
        MediaSegment filmed = MediaSegment.of("s", 0, 60, "talk", "talk", 0);
        Timeline timeline = timeline(filmed.with(WALL));
        Path target = folder.resolve("out.mp4");
        List<byte[]> plain = Stage.frames(stage.rendered(timeline(filmed)), 32, 18);
        Doubts doubts = stage.render(timeline, target).doubts();
        List<byte[]> made = Stage.frames(target, 32, 18);
        int chest = 15 * 32 + 15;
        for (int i = 0; i < 60; i++) {
            boolean gone = i >= 15 && i < 45;
            assertThat(made.get(i)[0] & 0xFF).as("frame %s", i).isGreaterThan(235);
            int wanted = gone ? 255 : plain.get(i)[chest] & 0xFF;
            assertThat(made.get(i)[chest] & 0xFF).as("frame %s", i).isBetween(wanted - 8, wanted + 8);
        }
        assertThat(doubts.nobody()).containsExactly(range(500, 1500));
        assertThat(doubts.unsure()).isEmpty();
        assertThat(stage.render(timeline, target)).satisfies(again -> {
            assertThat(again.reused()).isEqualTo(again.chunks());
            assertThat(again.doubts()).isEqualTo(doubts);
        });
        MediaSegment fast = MediaSegment.of("s", 0, 30, "talk", "talk", 0)
                .with(new Pace.Speed(2))
                .with(WALL);
        assertThat(stage.render(timeline(fast), target).doubts().nobody())
                .containsExactly(new TimeRange(RATE.time(8), RATE.time(23)));
    }

    @Test
    void edgeThatIsAGuessIsToldAndGlowsWhereItIsSeen() throws IOException {
        Stage stage = new Stage(folder).use("talk", talk("[0:v]scale=320:180,eq=contrast=0.15:enable='gte(n,15)'"));
        MediaSegment filmed = MediaSegment.of("s", 0, 30, "talk", "talk", 0);
        Doubts doubts = stage.render(timeline(filmed.with(WALL)), folder.resolve("out.mp4"))
                .doubts();
        assertThat(doubts.nobody()).isEmpty();
        assertThat(doubts.unsure()).singleElement().satisfies(range -> {
            assertThat(range.in()).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
            assertThat(range.out()).isGreaterThan(Duration.ofMillis(750));
        });
        Path sheet = folder.resolve("sheet.jpg");
        doubts.writeSheet(sheet);
        BufferedImage seen = ImageIO.read(sheet.toFile());
        long glowing = Arrays.stream(seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth()))
                .filter(rgb -> (rgb >> 16 & 255) > 180 && (rgb & 255) < 90)
                .count();
        assertThat(glowing).isBetween(100L, (long) seen.getWidth() * seen.getHeight() / 2);
    }

    @Test
    void doubtsAreToldInBothLanguages() {
        Doubts doubts = new Doubts(
                List.of(range(1000, 2500), range(61_000, 62_000), range(70_000, 71_000), range(80_000, 81_000)),
                List.of(range(500, 900)),
                List.of());
        assertThat(doubts.sentences(Language.ENGLISH))
                .containsExactly(
                        "The edge of the person is hard to tell at 0:01.0-0:02.5, 1:01.0-1:02.0, 1:10.0-1:11.0 and 1 more:"
                                + " solid or high-contrast clothing and more light help.",
                        "I see nobody at 0:00.5-0:00.9: only the new background is shown there.");
        assertThat(doubts.sentences(Language.CHINESE))
                .containsExactly(
                        "0:01.0-0:02.5、1:01.0-1:02.0、1:10.0-1:11.0等4处人物边缘难以分辨：穿纯色或与背景对比明显的衣服、光线充足会更好。",
                        "0:00.5-0:00.9没有看到人，只显示新背景。");
        assertThat(Doubts.NONE.sentences(Language.ENGLISH)).isEmpty();
    }

    private static TimeRange range(long in, long out) {
        return new TimeRange(Duration.ofMillis(in), Duration.ofMillis(out));
    }

    private static Timeline timeline(MediaSegment segment) {
        return Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(segment)));
    }

    private Path talk(String filter) {
        Path file = folder.resolve("talk.mp4");
        List<String> arguments =
                new ArrayList<>(List.of("-v", "error", "-y", "-i", "tests-fixtures/media/talk.mp4", "-t", "2"));
        arguments.addAll(List.of("-filter_complex", filter, "-an", file.toString()));
        Stage.FFMPEG.run(arguments, FfmpegJob.unwatched());
        return file;
    }
}
