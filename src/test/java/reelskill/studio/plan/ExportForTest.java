package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Output.Codec;
import reelskill.studio.timeline.Release;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

class ExportForTest {
    private static final Timeline TIMELINE = Timelines.of("talk", Library.THREE_CLIPS);

    @Test
    void platformsHaveTheirOwnShapesAndTheTimelineKeepsIts() {
        EditResult result = applied(new ExportFor(
                List.of(Platform.TIKTOK, Platform.YOUTUBE),
                List.of(ExportFormat.GIF),
                Optional.empty(),
                OptionalLong.empty()));
        Output film = Output.DEFAULT;
        assertThat(result.after().output().releases())
                .containsExactly(
                        new Release("tiktok", film, size(1080, 1920), OptionalDouble.of(-14), 4_000_000_000L),
                        new Release("youtube", film, size(1920, 1080), OptionalDouble.of(-14), 256_000_000_000L),
                        new Release("gif", film.with(ExportFormat.GIF), Optional.empty(), OptionalDouble.empty()));
        assertThat(result.after().canvas()).isEqualTo(TIMELINE.canvas());
        assertThat(result.after().output().with(List.of())).isEqualTo(TIMELINE.output());
        assertThat(result.done()).singleElement().asString().contains("TikTok", "1080x1920", "GIF");
    }

    @Test
    void eachShapeIsAFilmOfItsOwnAndTheTimelineKeepsIts() {
        EditResult result = applied(ExportFor.shapes(List.of("9:16", "1:1"), Optional.empty(), OptionalLong.empty()));
        Output film = Output.DEFAULT;
        assertThat(result.after().output().releases())
                .containsExactly(
                        new Release("9x16", film, size(720, 1280), OptionalDouble.empty()),
                        new Release("1x1", film, size(720, 720), OptionalDouble.empty()));
        assertThat(result.after().canvas()).isEqualTo(TIMELINE.canvas());
        assertThat(result.done()).singleElement().asString().contains("2 files", "720x1280", "720x720");
    }

    @Test
    void lengthThatAPlatformDoesNotTakeIsTold() {
        Set<String> all = TIMELINE.clips().stream().map(MediaSegment::id).collect(Collectors.toSet());
        Timeline slow = TIMELINE.paced(all, pace -> pace.withFactor(0.05));
        assertThat(shorts().apply(new Scene(slow, new Library(Library.THREE_CLIPS), Language.ENGLISH))
                        .notDone())
                .singleElement()
                .asString()
                .contains("YouTube Shorts", "3 min");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIKTOK   | 25  | 90 | ",
                "TIKTOK   | 25  | 2    | TikTok takes videos from 3 s on, and this one lasts 2 s",
                "REELS    | 15  | 30   | Instagram Reels takes 23 to 60 frames a second, and this video has 15",
                "REELS    | 24  | 181  | Instagram Reels takes videos of up to 3 min, and this one lasts 3:01",
                "LINKEDIN | 120 | 30   | LinkedIn takes 10 to 60 frames a second, and this video has 120",
                "BILIBILI | 120 | 30   | ",
                "BILIBILI | 25  | 18060 | bilibili takes videos of up to 5 hours, and this one lasts 5:01:00",
                "WHATSAPP | 25  | 7200 | ",
            })
    void whatAPlatformDoesNotTakeIsToldBeforehand(Platform platform, int fps, int seconds, String told) {
        MediaSegment clip = MediaSegment.of("c", 0, (long) seconds * fps, "m1", "talk.mp4", 0);
        Timeline film = new Timeline(
                "film",
                new FrameRate(fps, 1),
                new Resolution(1920, 1080),
                List.of(new Track(TrackKind.VIDEO, List.of(clip))));
        List<String> warnings = platform.warnings(new Scene(film, new Library(Library.THREE_CLIPS), Language.ENGLISH));
        if (told == null) assertThat(warnings).isEmpty();
        else assertThat(warnings).singleElement().asString().startsWith(told);
    }

    @Test
    void kindOfFileAskedForOnceIsNotTheTimelinesAfterwards() {
        SetOutput gif =
                new SetOutput(Optional.of(ExportFormat.GIF), Optional.empty(), OptionalLong.of(3_000_000), true);
        Output after = applied(gif).after().output();
        assertThat(after.format()).isEqualTo(ExportFormat.MP4);
        assertThat(after.releases())
                .containsExactly(new Release(
                        "gif",
                        new Output(ExportFormat.GIF, Codec.H264, 3_000_000),
                        Optional.empty(),
                        OptionalDouble.empty()));
    }

    @Test
    void eachClipIsAFileOfItsOwnTime() {
        EditResult result = applied(new ExportClips(List.of(), Optional.empty()));
        assertThat(result.after().clips()).isEqualTo(TIMELINE.clips());
        assertThat(result.after().output().releases())
                .extracting(Release::name)
                .containsExactly("clip1", "clip2", "clip3");
        assertThat(result.after().output().releases())
                .extracting(release -> release.output().part().orElseThrow())
                .containsExactlyElementsOf(
                        Clips.of(TIMELINE).stream().map(Clips::range).toList());
        assertThat(applied(new ExportClips(List.of(ClipRef.number(9)), Optional.empty()))
                        .done())
                .isEmpty();
    }

    @Test
    void sizeOfAGifIsItsOwn() {
        PictureSize wide = new PictureSize(OptionalInt.of(481), OptionalInt.empty(), OptionalInt.empty());
        SetOutput gif = new SetOutput(
                Optional.of(ExportFormat.GIF), Optional.empty(), OptionalLong.empty(), Optional.of(wide), true);
        EditResult result = applied(gif);
        assertThat(result.after().canvas()).isEqualTo(TIMELINE.canvas());
        assertThat(result.after().output().releases())
                .extracting(Release::canvas)
                .containsExactly(size(482, 272));
        assertThat(result.done()).containsExactly("Result: GIF, 482x272");
    }

    private static ExportFor shorts() {
        return new ExportFor(List.of(Platform.SHORTS), List.of(), Optional.empty(), OptionalLong.empty());
    }

    private static Optional<Resolution> size(int width, int height) {
        return Optional.of(new Resolution(width, height));
    }

    private static EditResult applied(EditOperation operation) {
        return operation.apply(new Scene(TIMELINE, new Library(Library.THREE_CLIPS), Language.ENGLISH));
    }
}
