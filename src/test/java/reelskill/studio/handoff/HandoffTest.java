package reelskill.studio.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import reelskill.media.ExportFormat;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

class HandoffTest {
    private static final FrameRate NTSC = new FrameRate(30000, 1001);
    private static final Path MEDIA = Path.of("/media/a & b <1>.mp4").toAbsolutePath();
    private static final String HOSTILE = "A & \"B\" <c>\u0001 你好";

    /** One clip, a second over a dissolve of 10 frames, and words over both. */
    private static final Timeline TIMELINE = new Timeline(
            HOSTILE,
            NTSC,
            new Resolution(1280, 720),
            List.of(
                    new Track(
                            TrackKind.VIDEO,
                            List.of(
                                    MediaSegment.of("a", 0, 100, "m1", HOSTILE, 40),
                                    MediaSegment.of("b", 100, 60, "m2", "b", 30)
                                            .withVolume(0.5)
                                            .withTransition(new Transition(Transition.Kind.CROSSFADE, 10)))),
                    new Track(TrackKind.TEXT, List.of(new TextSegment("t", 90, 30, HOSTILE, TextStyle.TITLE, 5)))));

    @Test
    void otioHasTracksClipsTransitionsAndGapsInFrames() throws Exception {
        JsonNode otio = new ObjectMapper().readTree(document(ExportFormat.OTIO));
        assertThat(otio.path("OTIO_SCHEMA").asText()).isEqualTo("Timeline.1");
        JsonNode tracks = otio.at("/tracks/children");
        assertThat(texts(tracks, "kind")).containsExactly("Video", "Audio", "Video");
        JsonNode story = tracks.get(0).path("children");
        assertThat(texts(story, "OTIO_SCHEMA")).containsExactly("Clip.2", "Transition.1", "Clip.2");
        assertThat(story.at("/0/source_range/start_time/value").asDouble()).isEqualTo(40);
        assertThat(story.at("/0/source_range/duration/value").asDouble()).isEqualTo(100);
        assertThat(story.at("/0/media_references/DEFAULT_MEDIA/target_url").asText())
                .isEqualTo(MEDIA.toUri().toString());
        assertThat(story.at("/1/in_offset/value").asDouble()).isEqualTo(5);
        assertThat(texts(tracks.get(2).path("children"), "OTIO_SCHEMA")).containsExactly("Gap.1", "Clip.2");
        assertThat(tracks.at("/2/children/0/source_range/duration/value").asDouble())
                .isEqualTo(90);
    }

    @Test
    void edlHasOneEventForEachClipAndTwoLinesForADissolve() {
        List<String> events = document(ExportFormat.EDL)
                .lines()
                .filter(line -> line.matches("\\d{3} .*"))
                .toList();
        assertThat(events)
                .containsExactly(
                        "001  AX       B     C        00:00:01:10 00:00:04:15 00:00:00:00 00:00:03:05",
                        "002  AX       B     C        00:00:04:15 00:00:04:15 00:00:03:05 00:00:03:05",
                        "002  AX       B     D    010 00:00:00:25 00:00:03:00 00:00:03:05 00:00:05:10");
        assertThat(document(ExportFormat.EDL))
                .contains("* SOURCE FILE: " + MEDIA)
                .doesNotContain("\u0001");
    }

    @ParameterizedTest
    @CsvSource({
        "//sequence/@duration,                 2002/375s",
        "//asset-clip[1]/@start,               1001/750s",
        "//asset-clip[2]/@offset,              1001/300s",
        "//transition/@offset,                 19019/6000s",
        "//transition/@duration,               1001/3000s",
        "//asset-clip[1]/title/@offset,        13013/3000s",
        "//asset-clip[2]/adjust-volume/@amount, -6.0dB",
        "count(//asset),                       2",
    })
    void finalCutsTimesAreExactFractions(String path, String expected) throws Exception {
        assertThat(XPathFactory.newInstance().newXPath().evaluate(path, parsed(ExportFormat.FCPXML)))
                .isEqualTo(expected);
    }

    @Test
    void meltsPlaylistLastsAsLongAsTheTimeline() throws Exception {
        Document mlt = parsed(ExportFormat.MLT);
        var xpath = XPathFactory.newInstance().newXPath();
        assertThat(xpath.evaluate("//tractor[@id='main']/@out", mlt)).isEqualTo("159");
        assertThat(xpath.evaluate("count(//playlist[@id='track2']/entry)", mlt)).isEqualTo("3");
        assertThat(xpath.evaluate("//tractor[@id='joint1']/@out", mlt)).isEqualTo("9");
    }

    /** Twice as fast from frame 20 of the media, backwards from its frame 119, and frozen at its frame 70. */
    private static final Timeline PACED = TIMELINE.withTracks(List.of(new Track(
            TrackKind.VIDEO,
            List.of(
                    MediaSegment.of("a", 0, 30, "m1", "a", 10).withPace(new Pace.Speed(2)),
                    MediaSegment.of("b", 30, 20, "m1", "b", 5).withPace(new Pace.Backwards(1, 125)),
                    MediaSegment.of("c", 50, 15, "m1", "c", 250).withPace(new Pace.Freeze(70))))));

    @Test
    void otioWarpsTime() throws Exception {
        JsonNode story =
                new ObjectMapper().readTree(document(PACED, ExportFormat.OTIO)).at("/tracks/children/0/children");
        assertThat(texts(story, "OTIO_SCHEMA")).containsOnly("Clip.2").hasSize(3);
        double[][] expected = {{2, 20, 30}, {-1, 100, 20}, {0, 70, 15}};
        for (int i = 0; i < expected.length; i++) {
            JsonNode clip = story.get(i);
            assertThat(clip.at("/effects/0/time_scalar").asDouble()).isEqualTo(expected[i][0]);
            assertThat(clip.at("/source_range/start_time/value").asDouble()).isEqualTo(expected[i][1]);
            assertThat(clip.at("/source_range/duration/value").asDouble()).isEqualTo(expected[i][2]);
        }
        assertThat(story.at("/2/effects/0/OTIO_SCHEMA").asText()).isEqualTo("FreezeFrame.1");
    }

    @Test
    void edlHasALineOfMotionForEachPacedClip() {
        List<String> lines = document(PACED, ExportFormat.EDL)
                .lines()
                .filter(line -> line.matches("(\\d{3}|M2) .*"))
                .toList();
        assertThat(lines)
                .containsExactly(
                        "001  AX       B     C        00:00:00:20 00:00:02:20 00:00:00:00 00:00:01:00",
                        "M2   AX       060.0                00:00:00:20",
                        "002  AX       B     C        00:00:03:10 00:00:04:00 00:00:01:00 00:00:01:20",
                        "M2   AX       -030.0                00:00:03:29",
                        "003  AX       B     C        00:00:02:10 00:00:02:10 00:00:01:20 00:00:02:05",
                        "M2   AX       000.0                00:00:02:10");
    }

    @ParameterizedTest
    @CsvSource({
        "//asset-clip[1]/timeMap/timept[1]/@value, 0s",
        "//asset-clip[1]/timeMap/timept[2]/@time,  7007/3000s",
        "//asset-clip[1]/timeMap/timept[2]/@value, 7007/1500s",
        "//asset-clip[2]/timeMap/timept[1]/@value, 1001/240s",
        "//asset-clip[2]/timeMap/timept[2]/@time,  1001/240s",
        "//asset-clip[2]/timeMap/timept[2]/@value, 0s",
        "//asset-clip[3]/timeMap/timept[1]/@value, 7007/3000s",
        "//asset-clip[3]/timeMap/timept[2]/@value, 7007/3000s",
        "//asset-clip[2]/@start,                   1001/6000s",
    })
    void finalCutMapsTime(String path, String expected) throws Exception {
        assertThat(XPathFactory.newInstance().newXPath().evaluate(path, parsed(PACED, ExportFormat.FCPXML)))
                .isEqualTo(expected);
    }

    private static String document(ExportFormat format) {
        return document(TIMELINE, format);
    }

    private static String document(Timeline timeline, ExportFormat format) {
        return Handoff.document(timeline, format, new Materials() {
            @Override
            public Path file(String mediaId) {
                return MEDIA;
            }

            @Override
            public MediaFacts facts(String mediaId) {
                return new MediaFacts(
                        MediaFacts.Kind.VIDEO,
                        Duration.ofSeconds(20),
                        Optional.of(new MediaFacts.Video(
                                "h264", new Resolution(1280, 720), NTSC, false, 0, "yuv420p", false)),
                        Optional.of(new MediaFacts.Audio("aac", 48_000, 2)));
            }

            @Override
            public Path picture(TextSegment text) {
                return Path.of("/titles/1.png").toAbsolutePath();
            }
        });
    }

    private static Document parsed(ExportFormat format) throws Exception {
        return parsed(TIMELINE, format);
    }

    private static Document parsed(Timeline timeline, ExportFormat format) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(document(timeline, format).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(JsonNode list, String key) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.path(key).asText()));
        return texts;
    }
}
