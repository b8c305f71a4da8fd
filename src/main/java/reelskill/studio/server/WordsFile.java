package reelskill.studio.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.media.MediaFacts;
import reelskill.media.MediaFacts.Kind;
import reelskill.studio.plan.Footage;
import reelskill.studio.store.Library;
import reelskill.studio.store.StoredMedia;
import reelskill.studio.transcript.Cue;
import reelskill.studio.transcript.SubtitleFile;
import reelskill.studio.transcript.Transcript;
import reelskill.studio.transcript.UserText;

/**
 * A file of the user's with the words of a media file: subtitles ({@code .srt}, {@code .vtt}) or plain text ({@code .txt}).
 *
 * @param file where it lies
 */
record WordsFile(Path file) {
    static final MediaFacts FACTS = new MediaFacts(Kind.TEXT, Duration.ZERO, Optional.empty(), Optional.empty());

    private static final List<String> ENDINGS = List.of(".srt", ".vtt", ".txt");
    private static final long LARGEST = 4L << 20;

    static boolean isNamedSo(String name) {
        return ENDINGS.contains(FileName.extension(name));
    }

    /** Refuses what has no words, and subtitles without times. */
    static void require(Library.Arrival arrival, Language language) throws IOException {
        Optional<String> text = arrival.bytes() > LARGEST ? Optional.empty() : text(arrival.file());
        boolean isPlain = FileName.extension(arrival.name()).equals(".txt");
        boolean fits = text.filter(it -> !it.isBlank())
                .filter(it -> isPlain || SubtitleFile.read(it).isPresent())
                .isPresent();
        if (fits) return;
        throw new Refusal(
                Code.UNSUPPORTED_FILE,
                language.say(
                        "%s: This is no subtitle file or text that can be read. Save it as .srt or .vtt with times, or as .txt in UTF-8,"
                                + " at most 4 MB.",
                        "%s：无法读取为字幕或文本。请保存为带时间的 .srt 或 .vtt，或 UTF-8 编码的 .txt，不超过 4 MB。", arrival.name()));
    }

    /**
     * Returns the words for {@code media}, the newest where there are several: a file of the same name but for its ending; and
     * where no other media has that name, the words are for the first media with sound.
     */
    static Optional<WordsFile> of(StoredMedia media, List<StoredMedia> library) {
        List<StoredMedia> texts =
                library.stream().filter(it -> it.facts().kind() == Kind.TEXT).toList();
        Optional<StoredMedia> first = library.stream()
                .filter(it -> it.facts().audio().isPresent())
                .findFirst()
                .filter(it -> it.id().equals(media.id()));
        return texts.stream()
                .filter(text -> stem(text).equals(stem(media)) || (first.isPresent() && isForNobody(text, library)))
                .reduce((older, newer) -> newer)
                .map(text -> new WordsFile(text.file()));
    }

    private static boolean isForNobody(StoredMedia text, List<StoredMedia> library) {
        return library.stream().noneMatch(it -> it.facts().kind() != Kind.TEXT && stem(it).equals(stem(text)));
    }

    private static String stem(StoredMedia media) {
        String name = media.name();
        return name.substring(0, name.length() - FileName.extension(name).length())
                .toLowerCase(Locale.ROOT);
    }

    /** Returns what the file says, laid along what is heard in the media; empty if there is nothing to lay it along. */
    Optional<Transcript> transcript(String mediaId, Footage heard) {
        String text = text(file).orElse("");
        Optional<List<Cue>> cues = SubtitleFile.read(text);
        if (cues.isPresent()) return Optional.of(UserText.of(cues.get(), heard.speech(mediaId)));
        // The recognizer knows English alone: its words tell nothing about the times of others.
        boolean english = Language.of(text) == Language.ENGLISH;
        Optional<Transcript> words = english ? Optional.of(heard.transcript(mediaId)) : Optional.empty();
        return UserText.of(text, heard.speech(mediaId), words);
    }

    /** Returns the file's text, in whichever of the usual encodings it is; empty if it is none. */
    private static Optional<String> text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE)
                return decoded(bytes, StandardCharsets.UTF_16);
            if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF)
                return decoded(bytes, StandardCharsets.UTF_16);
            return decoded(bytes, StandardCharsets.UTF_8)
                    .or(() -> decoded(bytes, Charset.forName("GB18030")))
                    .or(() -> decoded(bytes, Charset.forName("windows-1252")))
                    .map(text -> text.replace("\uFEFF", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text has no control characters but for breaks; that tells it from everything else. */
    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean plain = text.chars().noneMatch(letter -> letter < ' ' && "\n\r\t\f".indexOf(letter) < 0);
            return plain ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
