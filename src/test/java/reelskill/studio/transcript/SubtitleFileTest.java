package reelskill.studio.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.media.TimeRange;
import reelskill.studio.transcript.SubtitleFile.Format;

class SubtitleFileTest {
    private static final List<Cue> CUES = List.of(
            new Cue(TimeRange.ofSeconds(1, 3.5), "Hello there,\nhow are you?"),
            new Cue(TimeRange.ofSeconds(3661.007, 3662), "Fine & well"));

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(SubtitleFile.read(SubtitleFile.write(CUES, Format.SRT))).contains(CUES);
        assertThat(SubtitleFile.read(SubtitleFile.write(CUES, Format.VTT))).contains(CUES);
    }

    @Test
    void subRipLooksAsItsReadersExpect() {
        assertThat(SubtitleFile.write(CUES, Format.SRT)).startsWith("""
                1
                00:00:01,000 --> 00:00:03,500
                Hello there,
                how are you?

                2
                01:01:01,007 --> 01:01:02,000
                """);
        assertThat(SubtitleFile.write(CUES, Format.VTT))
                .startsWith("WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.500\n")
                .contains("Fine &amp; well");
    }

    /** As people's tools write them: byte order mark, Windows line ends, tags, settings, no numbers, no blank lines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Hello</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nYou\r\n",
                "WEBVTT - made by hand\n\nNOTE nothing\n\n00:01.000 --> 00:02.500 line:90% align:center\n<v Anna>Hello\n\n00:03.000 --> 00:04.000\nYou",
                "00:00:01.0 --> 00:00:02.5\n{\\an8}Hello\n2\n00:00:03.000 --> 00:00:04.000\nYou",
                "2\n00:00:03,000 --> 00:00:04,000\nYou\n\n1\n00:00:01,000 --> 00:00:02,500\nHello\n",
            })
    void badlyWrittenFilesAreRead(String file) {
        assertThat(SubtitleFile.read(file))
                .contains(List.of(
                        new Cue(TimeRange.ofSeconds(1, 2.5), "Hello"), new Cue(TimeRange.ofSeconds(3, 4), "You")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Just words.", "1\n2\n3", "00:00:05,000 --> 00:00:04,000\nbackwards", "{\"a\": \"-->\"}"})
    void whatHasNoCueIsNoSubtitleFile(String text) {
        assertThat(SubtitleFile.read(text)).isEmpty();
    }
}
