package reelskill.studio.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.FrameRate;
import reelskill.media.TimeRange;

class MusicBedTest {
    private static final FrameRate RATE = new FrameRate(25, 1);

    @ParameterizedTest
    @CsvSource({
        // the music's seconds, the bed's frames, its pieces
        "30, 250, 1",
        "30, 750, 1",
        "30, 751, 2",
        "10, 1500, 8",
        "1, 250, 13",
        "0.1, 250, 84",
    })
    void bedIsAsLongAsWantedHoweverShortTheMusicIs(double seconds, long frames, int pieces) {
        Timeline timeline = film(2000).withMusic(List.of(bed(seconds, 40, 40 + frames)));
        Track track = timeline.tracks().get(1);
        assertThat(track.segments().size()).isEqualTo(pieces);
        assertThat(track.segments().get(0).start()).isEqualTo(40);
        assertThat(track.end()).isEqualTo(40 + frames);
        assertThat(DraftJson.read(DraftJson.write(timeline))).isEqualTo(timeline);
        long length = RATE.frames(Duration.ofMillis(Math.round(seconds * 1000)));
        for (int i = 0; i < pieces; i++) {
            MediaSegment piece = (MediaSegment) track.segments().get(i);
            long handle = i + 1 < pieces
                    ? ((MediaSegment) track.segments().get(i + 1)).transition().after()
                    : 0;
            assertThat(piece.out() + handle).isLessThanOrEqualTo(Math.max(1, length));
        }
    }

    @Test
    void cutsShortenMusicAndDoNotCutIt() {
        Timeline timeline = film(1000).withMusic(List.of(bed(60, 0, 1000)));
        Timeline after = timeline.remove(List.of(new FrameRange(100, 200), new FrameRange(400, 450)));
        assertThat(after.tracks().get(0).segments()).hasSize(3);
        assertThat(after.tracks().get(1).segments()).singleElement().satisfies(piece -> {
            assertThat(piece.duration()).isEqualTo(850);
            assertThat(((MediaSegment) piece).fadeOut()).isEqualTo(25);
            assertThat(piece.id()).isEqualTo(timeline.music().get(0).piece().id());
        });
    }

    @Test
    void quietPartOfMusicStaysUnderItsPictures() {
        MusicBed bed = bed(60, 0, 1000);
        VolumeChanges quiet = VolumeChanges.NONE.with(TimeRange.ofSeconds(20, 24), 0.2);
        Timeline timeline =
                film(1000).withMusic(List.of(bed.withPiece(bed.piece().with(quiet))));
        MusicBed after =
                timeline.remove(List.of(new FrameRange(100, 200))).music().get(0);
        assertThat(after.piece().effects().get(VolumeChanges.class))
                .contains(VolumeChanges.NONE.with(TimeRange.ofSeconds(16, 20), 0.2));
    }

    @Test
    void musicToTheEndFollowsTheEndAndOtherMusicStays() {
        Timeline timeline = film(1000).withMusic(List.of(bed(60, 0, 300), bed(60, 500, 1000)));
        Timeline longer = timeline.append(TrackKind.VIDEO, MediaSegment.of("new", 0, 200, "m2", "2.mp4", 0));
        assertThat(longer.withMusicFitted(1000).music())
                .extracting(MusicBed::start, MusicBed::end)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 300L),
                        org.assertj.core.groups.Tuple.tuple(500L, 1200L));
    }

    @Test
    void musicCountsNeitherAsLengthNorAsAClip() {
        MediaSegment talk = MediaSegment.of("s1", 0, 100, "m1", "talk.mp3", 0);
        Timeline spoken = film(1).withTracks(List.of(new Track(TrackKind.AUDIO, List.of(talk))));
        Timeline timeline = spoken.withMusic(List.of(bed(60, 0, 100))).remove(List.of(new FrameRange(0, 40)));
        assertThat(timeline.duration()).isEqualTo(60);
        assertThat(timeline.clips()).extracting(MediaSegment::mediaId).containsExactly("m1");
        assertThat(timeline.music()).extracting(MusicBed::end).containsExactly(60L);
    }

    @Test
    void loudnessSurvivesEditsAndTheWire() {
        Timeline timeline = film(100).withLoudness(OptionalDouble.of(-16)).remove(List.of(new FrameRange(0, 10)));
        assertThat(DraftJson.read(DraftJson.write(timeline)).loudness()).hasValue(-16);
    }

    private static Timeline film(int frames) {
        return RandomTimelines.row(RATE, frames);
    }

    private static MusicBed bed(double seconds, long start, long end) {
        Duration length = Duration.ofMillis(Math.round(seconds * 1000));
        Music music = new Music(length, 12, Optional.of(new Score(Score.Mood.CALM, 3)));
        return new MusicBed(MediaSegment.of("new", 0, 1, "a1", "song.mp3", 0).with(music), start, end, 5, 25);
    }
}
