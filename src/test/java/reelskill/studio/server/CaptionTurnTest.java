package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;

/** From a person talking to captions on the picture and beside it; the first two sentences of the project's own clip. */
class CaptionTurnTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), StudioMedia.CACHE);
    private static final String SRT = """
            1
            00:00:00,400 --> 00:00:03,690
            Good morning, and welcome to the weekly status update.

            2
            00:00:04,890 --> 00:00:08,160
            The new import screen is finished, and it works well.
            """;

    @TempDir
    private static Path media;

    @TempDir
    private Path home;

    private Studio studio;
    private StudioClient client;
    private String session;

    @BeforeAll
    static void cutTheClip() {
        Path whole = Path.of("tests-fixtures", "media", "talk.mp4");
        run(
                "-t",
                "9",
                "-i",
                whole.toString(),
                "-c",
                "copy",
                media.resolve("talk.mp4").toString());
    }

    @BeforeEach
    void upload() throws IOException {
        studio = Studio.open(StudioSettings.of(home, StudioMedia.CACHE));
        client = new StudioClient(studio).signIn("client");
        session = client.createSession();
        client.upload(session, media.resolve("talk.mp4"));
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void captionsAreSeenWhileTheirWordsAreSaidAndOnlyThen() throws Exception {
        assertThat(say("add captions")).contains("Added 2 captions", "recognized English");
        Path film = export("mp4");
        // In the lowest quarter: letters at 2 s and at 6 s, none in the pause between the sentences.
        assertThat(changed(film, 2)).isGreaterThan(4);
        assertThat(changed(film, 6)).isGreaterThan(4);
        assertThat(changed(film, 4.4)).isLessThan(1.5);
        assertThat(changed(film, 8.9)).isLessThan(1.5);
        say("undo");
        assertThat(client.state(session).at("/state/draft/t")).hasSize(1);
    }

    @Test
    void subtitlesOfTheUserAreUsedWordForWordAndComeOutAgain() throws Exception {
        JsonNode file = client.upload(session, "talk.srt", SRT.getBytes(StandardCharsets.UTF_8))
                .data()
                .at("/files/0");
        assertThat(file.path("file_type").asText()).isEqualTo("text");
        assertThat(say("add captions")).contains("Added 2 captions", "your own text");
        String srt = Files.readString(export("srt"));
        assertThat(srt).startsWith("1\n00:00:00,4").contains("Good morning, and welcome", "weekly status update.");
        assertThat(Files.readString(export("vtt"))).startsWith("WEBVTT\n\n1\n00:00:00.4");
    }

    @Test
    void subtitlesNeedNoCaptionsOnThePicture() throws Exception {
        client.upload(session, "words.srt", SRT.getBytes(StandardCharsets.UTF_8));
        say("remove the first 4s");
        String srt = Files.readString(export("srt"));
        assertThat(srt)
                .startsWith("1\n00:00:00,9")
                .contains("The new import screen")
                .doesNotContain("Good morning");
        assertThat(client.state(session).at("/state/draft/t")).hasSize(1);
    }

    @Test
    void textInAnotherLanguageAndEncodingIsLaidAlongTheSpeech() {
        byte[] words = "大家早上好，欢迎收看每周进展。新的导入界面已经完成，运行良好。".getBytes(Charset.forName("GB18030"));
        client.upload(session, "talk.txt", words);
        assertThat(say("加字幕")).contains("已添加", "您提供的文字");
        List<String> captions = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        client.state(session).at("/state/draft/t/1/sg").forEach(caption -> {
            captions.add(caption.path("text").asText().replace("\n", ""));
            starts.add(caption.path("start").asLong());
        });
        assertThat(String.join("", captions)).isEqualTo("大家早上好，欢迎收看每周进展。新的导入界面已经完成，运行良好。");
        assertThat(starts.get(0)).isBetween(300L, 600L);
        assertThat(starts).anyMatch(start -> start > 4700 && start < 5100);
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(client.upload(session, "a.srt", "no times".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains(".srt or .vtt with times");
        assertThat(client.upload(session, "a.txt", new byte[] {0, 1, 2, 3}).body())
                .contains("UTF-8");
        assertThat(client.say(session, "add captions").body()).contains("recognized English");
    }

    private String say(String words) {
        List<JsonNode> events = client.say(session, words).events();
        return events.get(events.size() - 1).path("content").asText();
    }

    private Path export(String format) throws Exception {
        String id = "render_" + format + System.identityHashCode(this);
        client.submit(session, id, client.state(session).at("/state/draft"), format);
        assertThat(client.await(id).json().path("status").asText()).isEqualTo("completed");
        Request request =
                client.request("/api/render/proxy/" + id + "/download").build();
        try (Response response = client.http.newCall(request).execute()) {
            return Files.write(home.resolve("out." + format), response.body().bytes());
        }
    }

    /** Returns by how much the lowest quarter of the picture differs from what was filmed, 0 to 255, on average. */
    private double changed(Path film, double seconds) throws IOException {
        byte[] made = lowest(film, seconds);
        byte[] filmed = lowest(media.resolve("talk.mp4"), seconds);
        long sum = 0;
        for (int i = 0; i < made.length; i++) sum += Math.abs((made[i] & 0xFF) - (filmed[i] & 0xFF));
        return (double) sum / made.length;
    }

    private byte[] lowest(Path film, double seconds) throws IOException {
        Path raw = home.resolve("picture.raw");
        run(
                "-ss",
                Double.toString(seconds),
                "-i",
                film.toString(),
                "-frames:v",
                "1",
                "-vf",
                "crop=iw:ih/4:0:ih*3/4,scale=640:90",
                "-pix_fmt",
                "gray",
                "-f",
                "rawvideo",
                "-y",
                raw.toString());
        return Files.readAllBytes(raw);
    }

    private static void run(String... arguments) {
        FFMPEG.run(List.of(arguments), FfmpegJob.unwatched());
    }
}
