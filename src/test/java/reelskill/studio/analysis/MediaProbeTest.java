package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;
import reelskill.media.MediaFacts;
import reelskill.media.MediaFacts.Kind;
import reelskill.studio.analysis.UnusableMediaException.Reason;
import reelskill.studio.ffmpeg.FfmpegJob;

class MediaProbeTest {
    @TempDir
    Path folder;

    private final MediaProbe probe = new MediaProbe(SharedMedia.FFMPEG);

    @ParameterizedTest
    @CsvSource({
        "mp4, VIDEO",
        "mov, VIDEO",
        "avi, VIDEO",
        "webm, VIDEO",
        "mkv, VIDEO",
        "gif, VIDEO",
        "jpg, IMAGE",
        "png, IMAGE",
        "webp, IMAGE",
        "mp3, AUDIO",
        "wav, AUDIO",
        "m4a, AUDIO",
        "aac, AUDIO",
    })
    void contentCountsAndNotTheName(String format, Kind kind) throws IOException {
        boolean sound = kind == Kind.AUDIO;
        Path made = make(
                "made." + format,
                "-f",
                "lavfi",
                "-i",
                sound ? "sine=d=1" : "testsrc=s=64x48:r=10:d=1",
                kind == Kind.IMAGE ? "-frames:v" : "-t",
                "1");
        Path renamed = Files.move(made, folder.resolve("holiday.txt"));
        assertThat(probe.probe(renamed).kind()).isEqualTo(kind);
    }

    @Test
    void gifOfOnePictureIsAnImage() {
        MediaFacts facts = probe.probe(make("one.gif", "-f", "lavfi", "-i", "testsrc=s=64x48:d=1", "-frames:v", "1"));
        assertThat(facts.kind()).isEqualTo(Kind.IMAGE);
        assertThat(facts.duration()).isZero();
    }

    @Test
    void coverPictureIsNoVideo() {
        Path cover = make("cover.png", "-f", "lavfi", "-i", "testsrc=s=64x48:d=1", "-frames:v", "1");
        Path song = make(
                "song.mp3",
                "-f",
                "lavfi",
                "-i",
                "sine=d=1",
                "-i",
                cover.toString(),
                "-map",
                "0",
                "-map",
                "1",
                "-disposition:v",
                "attached_pic");
        assertThat(probe.probe(song).kind()).isEqualTo(Kind.AUDIO);
        assertThat(probe.probe(song).video()).isEmpty();
    }

    @Test
    void fileThatWasCutOffIsAsLongAsWhatIsLeft() throws IOException {
        Path whole = make("whole.mkv", "-f", "lavfi", "-i", "testsrc=s=320x240:r=25:d=8", "-g", "25");
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.mkv"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(probe.probe(half).duration().toMillis()).isBetween(2000L, 6000L);
    }

    /** Each of them ffmpeg would follow to the other file if it were let. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.mp4\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile secret.mp4\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" profiles=\"isoff\"><Period/></MPD>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"secret.mp4\"/></svg>",
            })
    void playlistOpensNoOtherFile(String script) throws IOException {
        make("secret.mp4", "-f", "lavfi", "-i", "testsrc=s=64x48:d=1");
        for (String name : List.of("list.mp4", "list.m3u8", "list.ffconcat", "list")) {
            Path list = Files.writeString(folder.resolve(name), script);
            assertThatThrownBy(() -> probe.probe(list)).isInstanceOf(UnusableMediaException.class);
        }
    }

    @Test
    void textNamedLikeAVideoIsNotMedia() throws IOException {
        Path text = Files.writeString(folder.resolve("talk.mp4"), "<html>404</html>\n".repeat(200));
        assertReason(text, Reason.NOT_MEDIA);
    }

    @Test
    void emptyFileIsSaidToBeEmpty() throws IOException {
        assertReason(Files.createFile(folder.resolve("empty.mp4")), Reason.EMPTY);
    }

    @Test
    void missingFileIsSaidToBeMissing() {
        assertReason(folder.resolve("none.mp4"), Reason.MISSING);
    }

    @Test
    void pictureOfAbsurdSizeIsRefused() throws IOException {
        byte[] png = Files.readAllBytes(make("a.png", "-f", "lavfi", "-i", "testsrc=s=64x48:d=1", "-frames:v", "1"));
        png[16] = 0x0F;
        assertThatThrownBy(() -> probe.probe(Files.write(folder.resolve("huge.png"), png)))
                .isInstanceOf(UnusableMediaException.class);
    }

    @Test
    void nameThatLooksLikeAnOptionOrAnAddressIsAFile() throws IOException {
        Path made = make("a.wav", "-f", "lavfi", "-i", "sine=d=1");
        for (String name : List.of("-i.wav", "http:a.wav", "concat:a|b.wav", "50%d.wav", "说话.wav")) {
            assertThat(probe.probe(Files.copy(made, folder.resolve(name))).kind())
                    .isEqualTo(Kind.AUDIO);
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonSaysWhatToDoInBothLanguages(Reason reason) {
        UnusableMediaException e = new UnusableMediaException(reason, "/home/me/secret.mp4");
        assertThat(e.sentence(Language.ENGLISH)).endsWith(".").doesNotContain("/home");
        assertThat(Language.of(e.sentence(Language.CHINESE))).isEqualTo(Language.CHINESE);
    }

    private void assertReason(Path file, Reason reason) {
        assertThatThrownBy(() -> probe.probe(file))
                .isInstanceOfSatisfying(UnusableMediaException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));
    }

    private Path make(String name, String... arguments) {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-y", file.toString()));
        SharedMedia.FFMPEG.run(all, FfmpegJob.unwatched());
        return file;
    }
}
