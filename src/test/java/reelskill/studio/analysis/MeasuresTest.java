package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.matte.PersonPlace.Place;
import reelskill.studio.plan.Footage;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Fitting.Spot;

/** What is measured before it is put right: noise, light, and where the subject is. */
class MeasuresTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
    private static final FrameRate RATE = new FrameRate(25, 1);

    @TempDir
    Path folder;

    @Test
    void noiseIsMeasuredInThePauses() {
        String speech = "aevalsrc='0.3*sin(2*PI*700*t)*lt(mod(t,1),0.6)+0.0173*(random(0)*2-1)':d=4:s=48000";
        assertThat(analysis().noiseFloor(make("noisy.wav", speech)).orElseThrow())
                .isBetween(-42.0, -38.0);
        String quiet = "aevalsrc='0.3*sin(2*PI*700*t)*lt(mod(t,1),0.6)':d=2:s=48000";
        assertThat(analysis().noiseFloor(make("quiet.wav", quiet)).orElse(-99)).isLessThan(-80);
    }

    @Test
    void colourCastAndFlatLightAreMeasured() {
        String warm = "color=0x808080:s=192x108:r=25:d=1,geq=r='60+140*X/W*1':g='50+117*X/W':b='42+98*X/W'";
        Balance balance = analysis().balance(make("warm.mp4", warm)).orElseThrow();
        assertThat(balance.red()).isBetween(0.82, 0.92);
        assertThat(balance.blue()).isBetween(1.12, 1.25);
        assertThat(balance.black()).isBetween(0.1, 0.2);
        assertThat(balance.white()).isBetween(0.7, 0.82);
    }

    @Test
    void wellLitPictureIsLeftAlone() {
        String fine = "color=black:s=192x108:r=25:d=1,geq=lum='16+219*X/W':cb=128:cr=128";
        assertThat(analysis().balance(make("fine.mp4", fine)).orElseThrow().isSlight())
                .isTrue();
    }

    @Test
    void pastelThingBeforeGreyIsNotTheLight() {
        String grey =
                "color=black:s=192x108:r=25:d=1,geq=r='16+220*X/W-60*gt(Y,70)':g='16+220*X/W':b='16+220*X/W-60*gt(Y,70)'";
        Balance balance = analysis().balance(make("pastel.mp4", grey)).orElseThrow();
        assertThat(balance.red()).isBetween(0.97, 1.03);
        assertThat(balance.green()).isBetween(0.97, 1.03);
        assertThat(balance.blue()).isBetween(0.97, 1.03);
    }

    @Test
    void whatMovesIsFollowedWhereNobodyIsSeen() {
        String box = "color=0x303030:s=320x180:r=25:d=4[a];color=white:s=24x24:r=25:d=4[b];"
                + "[a][b]overlay=x='60+40*t+8*sin(t*40)':y='70+8*cos(t*40)'";
        List<Spot> way = analysis().subject(make("moves.mp4", box));
        assertThat(way).isNotEmpty();
        assertThat(way.get(0).x()).isBetween(0.2, 0.36);
        assertThat(way.get(way.size() - 1).x()).isBetween(0.58, 0.74);
    }

    static Stream<Named<BiConsumer<Footage, String>>> searches() {
        return Stream.of(
                Named.of("somebody", Footage::showsPerson),
                Named.of("unsure edges", Footage::unsureMoments),
                Named.of("a screen", Footage::screen),
                Named.of("the subject", Footage::subject));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void cancelledSearchEndsAndIsNotTakenForAnAnswer(BiConsumer<Footage, String> search) {
        String media = make("moves.mp4", "testsrc=s=320x180:r=25:d=1");
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> search.accept(analysis(cancellation), media))
                .isInstanceOf(CancellationException.class);
        assertThatCode(() -> search.accept(analysis(), media)).doesNotThrowAnyException();
        assertThatCode(() -> search.accept(analysis(cancellation), media)).doesNotThrowAnyException();
    }

    @Test
    void nothingIsFollowedWhereNothingMoves() {
        assertThat(analysis().subject(make("still.mp4", "testsrc=s=320x180:r=25:d=2,trim=end_frame=1,loop=49:1")))
                .isEmpty();
    }

    @Test
    void frameStaysWhileTheSubjectDoesAndJumpsAtCuts() {
        SubjectPath path = new SubjectPath(RATE);
        for (int i = 0; i < 20; i++) path.seen(i * 6, new Place(0.3 + (i % 2) * 0.02, 0.5, 0.1), true);
        path.cut(120);
        for (int i = 20; i < 40; i++) path.seen(i * 6, new Place(0.7, 0.5, 0.1), true);
        List<Spot> spots = path.spots();
        List<Spot> first = spots.stream().filter(spot -> spot.millis() < 4800).toList();
        assertThat(first).allSatisfy(spot -> assertThat(spot.x()).isBetween(0.29, 0.33));
        assertThat(first.stream().mapToDouble(Spot::x).distinct().count()).isEqualTo(1);
        Spot jump = spots.get(first.size());
        assertThat(jump).isEqualTo(new Spot(4800, 0.7, 0.5, true));
    }

    @Test
    void oneMistakenLookMovesNothing() {
        SubjectPath path = new SubjectPath(RATE);
        for (int i = 0; i < 20; i++) path.seen(i * 6, new Place(i == 9 ? 0.9 : 0.4, 0.5, 0.1), true);
        assertThat(path.spots()).allSatisfy(spot -> assertThat(spot.x()).isEqualTo(0.4));
    }

    @Test
    void whoMovesIsFollowedAndNotATreeThatLooksLikeSomebody() {
        SubjectPath path = new SubjectPath(RATE);
        for (int i = 0; i < 20; i++) {
            if (i % 2 == 0) path.seen(i * 6, new Place(0.8, 0.5, 0.2), true);
            else path.seenMoving(i * 6, new Place(0.4, 0.5, 0.1));
        }
        assertThat(path.spots()).allSatisfy(spot -> assertThat(spot.x()).isEqualTo(0.4));
    }

    @Test
    void personWhoKeepsStillIsFollowedWhileNobodyMoves() {
        SubjectPath path = new SubjectPath(RATE);
        for (int i = 0; i < 20; i++) path.seen(i * 6, new Place(0.8, 0.5, 0.2), true);
        assertThat(path.spots()).allSatisfy(spot -> assertThat(spot.x()).isEqualTo(0.8));
    }

    @Test
    void screenIsFoundThoughTheFilmBeginsInTheDark() {
        String cloth = "color=0x20B040:s=320x180:r=25:d=4,format=yuv420p";
        assertThat(analysis().screen(make("light.mp4", cloth))).isPresent();
        assertThat(analysis().screen(make("dark.mp4", cloth + ",fade=d=0.4"))).isPresent();
        assertThat(analysis().screen(make("later.mp4", cloth + ",fade=d=3.9"))).isEmpty();
        assertThat(analysis().screen(make("none.mp4", "testsrc=s=320x180:r=25:d=4")))
                .isEmpty();
    }

    @Test
    void thingThatStirsHereAndThereIsHeldAndOneThatGoesAcrossIsFollowed() {
        SubjectPath still = new SubjectPath(RATE);
        for (int i = 0; i < 40; i++) still.seen(i * 6, new Place(0.6 + Math.sin(i * 1.7) * 0.08, 0.5, 0.1), false);
        assertThat(still.spots().stream().mapToDouble(Spot::x).distinct().count())
                .isEqualTo(1);

        SubjectPath across = new SubjectPath(RATE);
        for (int i = 0; i < 40; i++) across.seen(i * 6, new Place(0.1 + i * 0.02, 0.5, 0.1), false);
        List<Spot> way = across.spots();
        assertThat(way.get(way.size() - 1).x() - way.get(0).x()).isGreaterThan(0.4);
    }

    @Test
    void whereSomethingElseMovesEachTimeTheFrameStaysInTheMiddle() {
        SubjectPath path = new SubjectPath(RATE);
        for (int i = 0; i < 40; i++) path.seen(i * 6, new Place(i % 2 == 0 ? 0.2 : 0.8, 0.5, 0.1), false);
        assertThat(path.spots()).isEmpty();
    }

    private FootageAnalysis analysis() {
        return analysis(new Cancellation());
    }

    private FootageAnalysis analysis(Cancellation cancellation) {
        SoundCache sounds = new SoundCache(FFMPEG, folder.resolve("sound"));
        return new FootageAnalysis(FFMPEG, sounds, folder::resolve, folder.resolve("kept"), cancellation);
    }

    private String make(String name, String lavfi) {
        FFMPEG.run(
                List.of(
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        lavfi,
                        folder.resolve(name).toString()),
                FfmpegJob.unwatched());
        return name;
    }
}
