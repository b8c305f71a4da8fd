package reelskill.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.media.MediaFormat;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.NemoClient;
import reelskill.nemo.NemoException;
import reelskill.nemo.Progress;
import reelskill.nemo.RenderJob;
import reelskill.session.Conversation;
import reelskill.session.ExportRecord;

/**
 * Looks at pictures. The protocol has no picture of a timeline, so what is shown is a file on this machine, and the answer
 * says which and whether the timeline has changed since.
 */
final class PreviewTools {
    private final Office office;
    private final Pictures pictures;

    PreviewTools(Office office, Pictures pictures) {
        this.office = office;
        this.pictures = pictures;
    }

    @Tool(
            name = "preview_video",
            value =
                    "Shows what a video looks like: a contact sheet of frames (thumbnails, storyboard, screenshots) and, on"
                            + " request, the waveform of its sound, as pictures and as file paths. 预览视频、缩略图、波形。 Shows the newest"
                            + " exported file of the session, or the file that is named; export first to see the newest edit.")
    @Hints(title = "Preview the video", readOnly = true, idempotent = true)
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
            InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        Optional<ExportRecord> newest = newest(visit);
        boolean named = filePath != null && !filePath.isBlank();
        String file = named
                ? String.valueOf(filePath).strip()
                : newest.map(ExportRecord::target).orElseThrow(() -> nothing(visit.language()));
        Path media = office.folders().media(file, visit.language());
        boolean stale = !named && newest.map(export -> isStale(export, visit)).orElse(false);
        Answer.Preview preview = picture(visit, media, stale, Boolean.TRUE.equals(waveform));
        return named
                ? preview
                : newest.map(export -> withDoubts(preview, visit, export)).orElse(preview);
    }

    private static Optional<ExportRecord> newest(Visit visit) {
        return visit.journal().exports().stream()
                .filter(export -> export.sessionId().equals(visit.id()) && export.status() == ExportRecord.Status.DONE)
                .findFirst();
    }

    /** An extra: a preview does not fail for want of it. */
    private Answer.Preview withDoubts(Answer.Preview preview, Visit visit, ExportRecord export) {
        Path place = pictures.place(".jpg");
        NemoClient client = visit.place().backend().client();
        try {
            Optional<RenderJob> job = client.render(export.renderId()).doubts();
            if (job.isEmpty()) return preview;
            client.download(job.get(), place, Progress.none(), new CancelSignal());
            if (!MediaFormat.sniff(place).equals(Optional.of(MediaFormat.JPG))) return preview;
        } catch (NemoException | IOException e) {
            return preview;
        }
        String said = visit.language()
                .pick(
                        " Where the edge of the person is a guess, it glows in doubts_path.",
                        " 人物边缘难以分辨之处，在 doubts_path 图中发亮。");
        return preview.withDoubts(said, place);
    }

    private static boolean isStale(ExportRecord export, Visit visit) {
        return !visit.now(Conversation::draft).json().equals(export.draft());
    }

    private Answer.Preview picture(Visit visit, Path media, boolean stale, boolean sound) {
        Language language = visit.language();
        Path sheet = pictures.place(".jpg");
        Path wave = pictures.place(".png");
        boolean frames = Office.guarded(language, visit.place(), () -> pictures.contactSheet(media, sheet));
        // A sound has no frames: its waveform is its picture.
        boolean waves =
                (sound || !frames) && Office.guarded(language, visit.place(), () -> pictures.waveform(media, wave));
        if (!frames && !waves) throw noPicture(media, language);
        String what = frames
                ? language.say("Frames of %s, first to last.", "%s 的画面，从头到尾。", media)
                : language.say("The sound of %s, first to last.", "%s 的声音，从头到尾。", media);
        String silent = language.pick(" It has no sound to show.", " 文件没有可显示的声音。");
        String old = language.pick(
                " The timeline has changed since this file was exported; export again to see the newest edit.",
                " 导出该文件后时间线有改动；再次导出可查看最新版本。");
        return new Answer.Preview(
                what + (sound && !waves ? silent : "") + (stale ? old : ""),
                visit.id(),
                media.toString(),
                (frames ? sheet : wave).toString(),
                frames && waves ? wave.toString() : null,
                null,
                stale);
    }

    /** Returns the pictures of an answer that are there. */
    static List<Path> of(Answer answer) {
        if (!(answer instanceof Answer.Preview preview)) return List.of();
        return Stream.of(preview.picturePath(), preview.waveformPath(), preview.doubtsPath())
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
