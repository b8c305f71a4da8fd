package reelskill.studio.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Effect;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;
import reelskill.studio.timeline.Zoom;

class OmissionsTest {
    private static final MediaSegment PLAIN = MediaSegment.of("a", 0, 100, "m1", "a.mp4", 0);

    @Test
    void everyEffectIsThoughtOf() {
        for (Class<?> effect : Effect.class.getPermittedSubclasses())
            assertThat(Omissions.knows(effect)).as(effect.getSimpleName()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"OTIO", "FCPXML", "EDL", "MLT"})
    void cutsAndSpeedsAreLeftOutNowhere(ExportFormat format) {
        Timeline cuts = film(
                PLAIN.withPace(new Pace.Backwards(2, 300)),
                MediaSegment.of("b", 100, 50, "m1", "a.mp4", 0)
                        .withTransition(new Transition(Transition.Kind.CROSSFADE, 10)));
        assertThat(Omissions.of(cuts, format, Language.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OTIO,   volumes; fades; zooms; crops; how titles and captions look; kinds of transitions; where pictures; evened loudness, speeds",
        "FCPXML, fades; zooms; crops; how titles and captions look; kinds of transitions; evened loudness, volumes",
        "EDL,    volumes; fades; zooms; crops; everything over or beside; kinds of transitions; evened loudness, titles move",
        "MLT,    zooms; crops; kinds of transitions; speeds above 20×; evened loudness, fades",
    })
    void eachFormatIsToldWithWhatItCannotSay(ExportFormat format, String named, String carried) {
        MediaSegment dressed = PLAIN.withVolume(0.5)
                .withFades(10, 10)
                .with(new Zoom(1, 2, 0.5, 0.5, 0, 100))
                .with(Framing.NONE.flipped());
        MediaSegment fast = MediaSegment.of("b", 100, 50, "m1", "a.mp4", 0)
                .withPace(new Pace.Speed(30))
                .withTransition(new Transition(Transition.Kind.PIXELIZE, 10));
        MediaSegment inset = MediaSegment.of("c", 10, 50, "m2", "logo.png", 0)
                .with(new Placement.Inset(1, 0, 0.2, 1, Placement.Outline.NONE));
        List<Track> tracks = new ArrayList<>(film(dressed, fast).tracks());
        tracks.add(new Track(TrackKind.VIDEO, List.of(inset)));
        tracks.add(new Track(TrackKind.TEXT, List.of(new TextSegment("t", 0, 50, "Hi", TextStyle.TITLE, 5))));
        Timeline all = film().withTracks(tracks).withLoudness(OptionalDouble.of(-14));
        String told = Omissions.of(all, format, Language.ENGLISH).orElseThrow();
        assertThat(told).contains(named.split("; ")).doesNotContain(carried + ",");
        assertThat(Omissions.of(all, format, Language.CHINESE).orElseThrow()).contains("缩放运镜", "统一的响度");
    }

    private static Timeline film(Segment... clips) {
        return new Timeline(
                "film",
                new FrameRate(25, 1),
                new Resolution(1280, 720),
                List.of(new Track(TrackKind.VIDEO, List.of(clips))));
    }
}
