package reelskill.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.nemo.RenderCheck;
import reelskill.session.Conversation;
import reelskill.session.ExportRecord;
import reelskill.session.History;

/**
 * Looks at pictures. The protocol has no picture of a timeline, so what is shown is a file on this machine, and the answer
 * says which and whether the timeline has changed since.
 */
final class PreviewTools {
    private final Office office;
    private final Pictures pictures;
    private final Viewings viewings;

    PreviewTools(Office office, Pictures pictures, Viewings viewings) {
        this.office = office;
        this.pictures = pictures;
        this.viewings = viewings;
    }

    @Tool(
            name = "preview_video",
            value =
                    "Shows what a video looks like: a contact sheet of frames (thumbnails, storyboard, screenshots), the frames"
                            + " around each cut and title, and what to look at: black or frozen stretches, clipped words, covered"
                            + " titles, loudness, peaks; on request the waveform, or two versions side by side."
                            + " 预览视频、检查成片、对比版本画面、缩略图、波形。 Shows the newest exported file of the session, or the file"
                            + " that is named; export first to see the newest edit.")
    @Hints(title = "Preview and check the video", readOnly = true, idempotent = true)
    Answer.Preview previewVideo(
            @P(name = "session_id", value = "The session to preview") String sessionId,
            @P(
                            name = "file_path",
                            value = "A media file on this machine to look at instead, such as a clip that was uploaded",
                            required = false)
                    @Nullable
                    String filePath,
            @P(name = "waveform", value = "true for a picture of the sound too; false if left out", required = false)
                    @Nullable
                    Boolean waveform,
            @P(
                            name = "compare_with",
                            value =
                                    "A version's number or name, or first: its frames are shown beside the timeline as it is"
                                            + " now, instead of a file",
                            required = false)
                    @Nullable
                    String compareWith,
            InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        if (compareWith != null && !compareWith.isBlank()) return beside(visit, compareWith);
        boolean named = filePath != null && !filePath.isBlank();
        Optional<ExportRecord> shown = named ? Optional.empty() : newest(visit);
        // Where an export went was allowed when it was made.
        Path media = named
                ? office.folders().media(String.valueOf(filePath).strip(), visit.language())
                : shown.map(export -> Path.of(export.target())).orElseThrow(() -> nothing(visit.language()));
        return picture(visit, media, shown, Boolean.TRUE.equals(waveform));
    }

    private static Optional<ExportRecord> newest(Visit visit) {
        return Looks.done(visit)
                .filter(export -> Files.isRegularFile(Path.of(export.target())))
                .findFirst();
    }

    private static boolean isStale(ExportRecord export, Visit visit) {
        return !visit.now(Conversation::draft).json().equals(export.draft());
    }

    private Answer.Preview picture(Visit visit, Path media, Optional<ExportRecord> export, boolean sound) {
        Language language = visit.language();
        String name = String.join(
                "\n",
                visit.id(),
                stamp(media),
                export.map(ExportRecord::renderId).orElse(""),
                Boolean.toString(sound));
        Sights sights = seen(name, visit, threads -> new Looks(visit, pictures).at(media, export, sound, threads));
        Optional<Path> frames = Sights.seen(sights.overview());
        Optional<Path> wave = Sights.seen(sights.waveform());
        boolean drawn = sights.overview().isDone() && sights.waveform().isDone();
        if (drawn && frames.isEmpty() && wave.isEmpty()) throw noPicture(media, language);
        boolean stale = export.map(it -> isStale(it, visit)).orElse(false);
        Optional<RenderCheck> check = Sights.seen(sights.check());
        Optional<Path> doubts = Sights.seen(sights.doubts());
        List<String> said = new ArrayList<>();
        if (frames.isPresent()) said.add(language.say("Frames of %s, first to last.", "%s 的画面，从头到尾。", media));
        else if (drawn) said.add(language.say("The sound of %s, first to last.", "%s 的声音，从头到尾。", media));
        if (sound && drawn && wave.isEmpty()) said.add(language.pick("It has no sound to show.", "文件没有可显示的声音。"));
        if (stale)
            said.add(language.pick(
                    "The timeline has changed since this file was exported; export again to see the newest edit.",
                    "导出该文件后时间线有改动；再次导出可查看最新版本。"));
        if (export.isPresent() && sights.check().isDone()) said.add(Looks.words(check, visit));
        if (doubts.isPresent())
            said.add(language.pick(
                    "Where the edge of the person is a guess, it glows in doubts_path.",
                    "人物边缘难以分辨之处，在 doubts_path 图中发亮。"));
        pending(sights, language).ifPresent(said::add);
        return new Answer.Preview(
                String.join(" ", said),
                visit.id(),
                media.toString(),
                frames.or(() -> wave).map(Path::toString).orElse(null),
                frames.flatMap(it -> wave).map(Path::toString).orElse(null),
                doubts.map(Path::toString).orElse(null),
                Sights.seen(sights.changes()).map(Path::toString).orElse(null),
                check.map(Looks::data).orElse(null),
                null,
                missing(sights, language),
                stale);
    }

    /** Returns what is seen of {@code name} by the time that the caller waits no longer. */
    private Sights seen(String name, Visit visit, Function<Executor, Sights> begin) {
        Sights sights = viewings.of(name, begin);
        boolean fetched = true;
        try {
            sights.await(visit.caller().patience());
            fetched = sights.isComplete();
        } finally {
            if (fetched) viewings.fetched(name);
        }
        return sights;
    }

    /** A file that was written anew is another one. */
    private static String stamp(Path media) {
        try {
            return media + " " + Files.size(media) + " " + Files.getLastModifiedTime(media);
        } catch (IOException e) {
            return media.toString();
        }
    }

    private static Optional<String> pending(Sights sights, Language language) {
        List<String> pending = sights.pending(language);
        if (pending.isEmpty()) return Optional.empty();
        return Optional.of(language.say(
                "Not seen yet: %s. Call preview_video once more in the same way: what was seen is kept, and the rest goes on"
                        + " meanwhile.",
                "尚未完成：%s。请以相同方式再次调用 preview_video：已完成的会保留，其余仍在进行。", String.join(language.pick(", ", "、"), pending)));
    }

    private static @Nullable List<String> missing(Sights sights, Language language) {
        List<String> pending = sights.pending(language);
        return pending.isEmpty() ? null : pending;
    }

    /** Shows two versions; what of them was never exported is rendered small where that costs nothing. */
    private Answer.Preview beside(Visit visit, String wanted) {
        Language language = visit.language();
        History history = visit.now(Conversation::history);
        VersionTools.Compared compared = VersionTools.compared(visit, history, wanted, null);
        String name = String.join(
                "\n",
                visit.id(),
                compared.before().json().toString(),
                compared.after().json().toString());
        Sights sights = seen(name, visit, threads -> new Looks(visit, pictures).at(compared, threads));
        Optional<Path> sheet = Sights.seen(sights.overview());
        Optional<Path> file = Optional.ofNullable(sights.file().getNow(null));
        if (sights.isComplete() && sheet.isEmpty())
            throw noPicture(sights.file().join(), language);
        return new Answer.Preview(
                compared.sentence(language)
                        + pending(sights, language)
                                .map(it -> " " + it)
                                .orElse(language.say(
                                        " Version %d is on the left, version %d on the right.",
                                        " 左边是版本 %d，右边是版本 %d。",
                                        compared.one().number(),
                                        compared.other().number())),
                visit.id(),
                file.map(Path::toString).orElse(null),
                sheet.map(Path::toString).orElse(null),
                null,
                null,
                null,
                null,
                compared.changes(language),
                missing(sights, language),
                false);
    }

    /** Returns the pictures of an answer that are there. */
    static List<Path> of(Answer answer) {
        if (!(answer instanceof Answer.Preview preview)) return List.of();
        return Stream.of(preview.picturePath(), preview.changesPath(), preview.waveformPath(), preview.doubtsPath())
                .flatMap(Stream::ofNullable)
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static ToolException noPicture(Path media, Language language) {
        return ToolException.of(
                language,
                "No picture could be made of '%s': it has neither frames nor sound.",
                "无法为“%s”生成图片：文件没有画面，也没有声音。",
                Plain.line(String.valueOf(media.getFileName())));
    }

    private static ToolException nothing(Language language) {
        return ToolException.of(
                language,
                "Nothing was exported in this session yet. Call export_video first, or name a clip in file_path.",
                "本会话还没有导出文件。请先调用 export_video，或在 file_path 中指定素材。");
    }
}
