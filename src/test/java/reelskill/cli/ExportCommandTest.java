package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.ExportFormat;

class ExportCommandTest {
    @ParameterizedTest
    @CsvSource({
        "clips/out, PNG, clips/out.png",
        "talk.v2, MP4, talk.v2.mp4",
        "out.avi, GIF, out.avi.gif",
        "out.jpeg, MP4, out.jpeg",
        "out.MOV, GIF, out.MOV"
    })
    void nameOfAFileSaysWhatItIs(Path named, ExportFormat format, Path says) {
        assertThat(ExportCommand.saying(named, format)).isEqualTo(says);
    }
}
