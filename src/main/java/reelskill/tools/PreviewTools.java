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
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.media.MediaFormat;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.NemoClient;
import reelskill.nemo.NemoException;
import reelskill.nemo.Progress;
import reelskill.nemo.RenderCheck;
import reelskill.nemo.RenderJob;
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

    PreviewTools(Office office, Pictures pictures) {
        this.office = office;
        this.pictures = pictures;
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
        Answer.Preview preview = picture(visit, media, shown, Boolean.TRUE.equals(waveform));
        return shown.map(export -> withDoubts(preview, visit, export)).orElse(preview);
    }

    private static Optional<ExportRecord> newest(Visit visit) {
        return Looks.done(visit)
                .filter(export -> Files.isRegularFile(Path.of(export.target())))
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

    private Answer.Preview picture(Visit visit, Path media, Optional<ExportRecord> export, boolean sound) {
        Language language = visit.language();
        Path sheet = pictures.place(".jpg");
        Path wave = pictures.place(".png");
        boolean frames = Office.guarded(language, visit.place(), () -> pictures.contactSheet(media, sheet));
        // A sound has no frames: its waveform is its picture.
        boolean waves =
                (sound || !frames) && Office.guarded(language, visit.place(), () -> pictures.waveform(media, wave));
        if (!frames && !waves) throw noPicture(media, language);
        boolean stale = export.map(it -> isStale(it, visit)).orElse(false);
        Optional<RenderCheck> check = export.flatMap(it -> Looks.check(visit, it));
        Optional<Path> changes = export.filter(it -> frames).flatMap(it -> changes(visit, media, it, check));
        String what = frames
                ? language.say("Frames of %s, first to last.", "%s 的画面，从头到尾。", media)
                : language.say("The sound of %s, first to last.", "%s 的声音，从头到尾。", media);
        String silent = language.pick(" It has no sound to show.", " 文件没有可显示的声音。");
        String old = language.pick(
                " The timeline has changed since this file was exported; export again to see the newest edit.",
                " 导出该文件后时间线有改动；再次导出可查看最新版本。");
        String checked = export.map(it -> " " + Looks.words(check, visit)).orElse("");
        return new Answer.Preview(
                what + (sound && !waves ? silent : "") + (stale ? old : "") + checked,
                visit.id(),
                media.toString(),
                (frames ? sheet : wave).toString(),
                frames && waves ? wave.toString() : null,
                null,
                changes.map(Path::toString).orElse(null),
                check.map(Looks::data).orElse(null),
                null,
                stale);
    }

    private Optional<Path> changes(Visit visit, Path media, ExportRecord export, Optional<RenderCheck> check) {
        Language language = visit.language();
        List<SheetRow> rows = Stream.concat(
                        check.stream().flatMap(it -> SheetRows.of(it, media).stream()),
                        SheetRows.around(new Draft(export.draft()), media, language).stream())
                .toList();
        Path sheet = pictures.place(".jpg");
        boolean drawn = !rows.isEmpty() && Office.guarded(language, visit.place(), () -> pictures.sheet(rows, sheet));
        return drawn ? Optional.of(sheet) : Optional.empty();
    }

    /** Shows two versions; what of them was never exported is rendered small where that costs nothing. */
    private Answer.Preview beside(Visit visit, String wanted) {
        Language language = visit.language();
        History history = visit.now(Conversation::history);
        VersionTools.Compared compared = VersionTools.compared(visit, history, wanted, null);
        Looks looks = new Looks(visit, pictures);
        SheetRows.Side one = looks.side(compared.one(), compared.before());
        SheetRows.Side other = looks.side(compared.other(), compared.after());
        Path sheet = pictures.place(".jpg");
        boolean drawn =
                Office.guarded(language, visit.place(), () -> pictures.sheet(SheetRows.beside(one, other), sheet));
        if (!drawn) throw noPicture(one.video(), language);
        return new Answer.Preview(
                compared.sentence(language)
                        + language.say(
                                " Version %d is on the left, version %d on the right.",
                                " 左边是版本 %d，右边是版本 %d。",
                                compared.one().number(),
                                compared.other().number()),
                visit.id(),
                other.video().toString(),
                sheet.toString(),
                null,
                null,
                null,
                null,
                compared.changes(language),
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
