package reelskill.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reelskill.media.ExportFormat;
import reelskill.tools.Folders;
import reelskill.tools.ToolException;

/** The deeds that commands and sentences share. Each is one call of a tool, or a few of them. */
final class Hands {
    /** What words may say of the result: its size, its shape, its kind of file, how large that may be. */
    private static final Pattern RESULT = Pattern.compile(
            "(?i)(?<![.\\w])(?:\\d{3,4}p|[248]k|vertical|portrait|square|landscape|horizontal|widescreen|\\d{1,2}:\\d{1,2}|\\d+x\\d+|"
                    + ExportFormat.list().replace(' ', '|')
                    + "|png|prores|h\\.?26[45]|hevc|(?:(?:under|below|at most|max(?:imum)?|less than|smaller than) )?\\d+(?:\\.\\d+)? ?[kmg]b)(?![\\w])"
                    + "|竖屏|横屏|方形|竖版|横版|动图");

    private static final Pattern EXPORTS = Pattern.compile("(?i)export|render|导出|渲染");

    private final Work work;
    private final Screen screen;
    private final Talk talk;
    private final Folders folders;
    private final Places places;
    private final boolean local;

    /** @param local whether nothing costs */
    Hands(Work work, Screen screen, Talk talk, Folders folders, Places places, boolean local) {
        this.local = local;
        this.work = work;
        this.screen = screen;
        this.talk = talk;
        this.folders = folders;
        this.places = places;
    }

    /** Uploads the files of a message that are not there yet. The person named them, so they may be anywhere. */
    void upload(Typed message) {
        List<Path> files =
                message.files().stream().filter(file -> !talk.isUploaded(file)).toList();
        if (files.isEmpty() && message.addresses().isEmpty()) {
            if (message.words().isEmpty())
                screen.show(Passage.quiet(talk.language().pick("It is there already.", "该素材已上传。")));
            return;
        }
        ObjectNode arguments = Work.arguments().put("language", talk.language().tag());
        talk.sessionId().ifPresent(id -> arguments.put("session_id", id));
        ArrayNode sources = arguments.putArray("sources");
        files.forEach(folders::allowNamed);
        files.forEach(file -> sources.add(file.toString()));
        message.addresses().forEach(sources::add);
        work.tell("upload_media", arguments);
        files.forEach(talk::noteUploaded);
    }

    /**
     * Edits as the words say, in a session of their own if none was begun.
     *
     * @param exports whether the file is wanted too; it is made if something was changed
     */
    void edit(String words, boolean exports) {
        JsonNode edit = change(words, !exports && !EXPORTS.matcher(words).find());
        boolean changed = edit.path("outcome").asText().equals("changed");
        // The studio says so only where the words asked for it; the cloud may offer an export after any edit.
        boolean understood = local && edit.path("suggests_export").asBoolean();
        if (understood || (exports && changed)) makeFile(words);
    }

    /** Returns what the edit led to. */
    private JsonNode change(String words, boolean advises) {
        if (talk.sessionId().isEmpty()) begin();
        JsonNode edit = work.tell("edit_video", work.inSession().put("instruction", words), advises)
                .data()
                .path("edit");
        talk.expectAnswer(edit.path("outcome").asText().equals("unchanged")
                && edit.path("said").asText().matches("(?s).*[?？].*"));
        return edit;
    }

    void begin() {
        talk.leave();
        work.run(
                "start_session",
                Work.arguments().put("language", talk.language().tag()));
    }

    /** Makes the file; what the words say of the result is an edit that comes first. */
    void export(String words) {
        String wanted = RESULT.matcher(words).results().map(MatchResult::group).collect(Collectors.joining(" "));
        if (!wanted.isEmpty()) change(talk.language().pick("make it ", "改成 ") + wanted, false);
        makeFile(words);
    }

    private void makeFile(String words) {
        ObjectNode arguments = work.inSession();
        target(words).ifPresent(place -> {
            folders.allowNamed(place);
            arguments.put("output_path", place.toString());
        });
        work.tell("export_video", arguments);
    }

    /** Returns where the words want the file: a name that ends as a result does. */
    private Optional<Path> target(String words) {
        return Token.of(words).stream()
                .map(Token::text)
                .filter(text -> text.contains(".")
                        && ExportFormat.of(text.substring(text.lastIndexOf('.') + 1))
                                .isPresent())
                .findFirst()
                .flatMap(places::path);
    }

    void timeline() {
        work.tell("show_timeline", work.inSession());
    }

    /** Tells how things stand: the timeline, or the exports if the words are about those. */
    void state(String words) {
        if (EXPORTS.matcher(words).find()) work.tell("export_status", work.inSession());
        else timeline();
    }

    void credits() {
        work.tell(
                "check_credits",
                Work.arguments().put("language", talk.language().tag()));
        if (local) {
            screen.show(Passage.quiet(talk.language().pick("Nothing on this machine costs any.", "在本机使用不消耗积分。")));
        }
    }

    void preview(String words) {
        ObjectNode arguments =
                work.inSession().put("waveform", words.matches("(?i).*\\b(?:sound|waveform)\\b.*|.*声音.*|.*波形.*"));
        Typed typed = Typed.of(words, places);
        typed.files().stream().findFirst().ifPresent(file -> {
            folders.allowNamed(file);
            arguments.put("file_path", file.toString());
        });
        work.tell("preview_video", arguments);
    }

    /** Lists the versions, or compares one with another; with the current one where one alone is named. */
    void versions(String words) {
        ObjectNode arguments = work.inSession();
        List<String> named = Token.of(words).stream().map(Token::text).toList();
        if (!named.isEmpty()) arguments.put("compare", named.get(0));
        if (named.size() > 1) arguments.put("compare_with", named.get(1));
        work.tell("list_versions", arguments);
    }

    void undo(String words) {
        ObjectNode arguments = work.inSession();
        if (words.matches("\\d{1,2}")) arguments.put("steps", Integer.parseInt(words));
        else if (!words.isEmpty()) throw wrong("/undo 2", "/undo 2");
        work.tell("undo_edit", arguments);
    }

    /** Waits for what was begun last and let run on. */
    void waitForKept() {
        Optional<String> job = talk.kept().keySet().stream().findFirst();
        if (job.isPresent()) work.waitAgain(job.get());
        else screen.show(Passage.quiet(talk.language().pick("Nothing is running.", "没有进行中的任务。")));
    }

    private ToolException wrong(String english, String chinese) {
        return ToolException.of(talk.language()
                .say("Write it like this: %s", "请这样写：%s", talk.language().pick(english, chinese)));
    }
}
