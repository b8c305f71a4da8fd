package reelskill.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFormatTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "0000ftypisom|MP4",
                "0000ftypqt  |MOV",
                "0000ftypM4A |M4A",
                "0000moov0000|MOV",
                "RIFF0000AVI |AVI",
                "RIFF0000WAVE|WAV",
                "RIFF0000WEBP|WEBP",
                "GIF89a000000|GIF",
                "ID3000000000|MP3"
            })
    void formatIsToldByItsFirstBytes(String head, MediaFormat format) {
        assertThat(MediaFormat.sniff(head.getBytes(StandardCharsets.ISO_8859_1)))
                .contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "mif1", "avif"})
    void picturesInTheBoxesOfAVideoAreNoVideo(String brand) {
        assertThat(MediaFormat.sniff(("0000ftyp" + brand).getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void webmAndMatroskaAreToldApartByTheirDocumentType() {
        byte[] webm = "\u001aE\u00df\u00a3....B\u0082\u0084webm".getBytes(StandardCharsets.ISO_8859_1);
        byte[] matroska = "\u001aE\u00df\u00a3....B\u0082\u0088matroska".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MediaFormat.sniff(webm)).contains(MediaFormat.WEBM);
        assertThat(MediaFormat.sniff(matroska)).contains(MediaFormat.MKV);
    }

    @Test
    void adtsAndMpegAudioAreToldApartByTheLayer() {
        assertThat(MediaFormat.sniff(new byte[] {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80}))
                .contains(MediaFormat.AAC);
        assertThat(MediaFormat.sniff(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x64}))
                .contains(MediaFormat.MP3);
    }

    @Test
    void textIsNoMediaWhateverItsName() {
        assertThat(MediaFormat.sniff(new byte[] {(byte) 0xFF, (byte) 0xFE, 'h', 0}))
                .isEmpty();
        assertThat(MediaFormat.sniff("<!doctype html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(MediaFormat.sniff(new byte[0])).isEmpty();
    }
}
