package reelskill.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.media.Resolution;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.Credits;
import reelskill.nemo.UploadedFile;
import reelskill.session.Conversation;
import reelskill.session.ScreenOffer;
import reelskill.session.SessionRecord;
import reelskill.session.Workplace;

/** The tools that begin a session, bring media in and look at what there is. */
final class SessionTools {
    private static final int MOST_SOURCES = 50;

    private final Office office;

    SessionTools(Office office) {
        this.office = office;
    }

    @Tool(
            name = "start_session",
            value = "Begins a new video editing session with an empty timeline and returns its session_id. 新建视频剪辑会话。"
                    + " Not needed before upload_media, which begins one by itself.")
    @Hints(title = "Start a session")
    Answer.SessionStarted startSession(
            @P(
                            name = "language",
                            value = "The language of the person's first message, like en or zh-CN; en if left out",
                            required = false)
                    @Nullable
                    String language,
            InvocationParameters call) {
        SessionRecord session = begin(language, call);
        return new Answer.SessionStarted(
                session.language()
                        .say(
                                "Session %s has begun (%s). Put files in with upload_media.",
                                "会话 %s 已开始（%s）。请用 upload_media 上传素材。", session.id(), session.backend()),
                session.id(),
                session.backend(),
                session.language().tag());
    }

    @Tool(
            name = "upload_media",
            value =
                    "Adds video, picture and sound files to an editing session, many at once: file paths on this machine or"
                            + " web addresses. 上传视频、图片、音频素材。 Formats: mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac, at most"
                            + " 500 MB each. Upload only files that the person named. Returns the session_id for the other tools.")
    @Hints(title = "Upload media")
    Answer.JobReport uploadMedia(
            @P(name = "sources", value = "File paths or http(s) addresses, 1 to 50, in the order of the story")
                    List<String> sources,
            @P(name = "session_id", value = "The session to add to; left out, a new one begins", required = false)
                    @Nullable
                    String sessionId,
            @P(
                            name = "language",
                            value = "For a new session: the language of the person's first message, like en or zh-CN",
                            required = false)
                    @Nullable
                    String language,
            @P(
                            name = "request_id",
                            value = "Any text that names this one request; the same text again returns the same job",
                            required = false)
                    @Nullable
                    String requestId,
            InvocationParameters call) {
        Optional<String> named = Optional.ofNullable(sessionId).filter(id -> !id.isBlank());
        Language spoken = named.map(id -> office.visit(id, call).language())
                .orElseGet(() -> Language.ofTag(language == null ? "en" : language));
        Sources wanted = sources(sources, spoken);
        String request = wanted.toString();
        // A retry goes on in the session that the first try began.
        String id = named.or(() -> office.jobs().sessionOf(Job.Kind.UPLOAD, request, requestId))
                .orElseGet(() -> begin(language, call).id());
        Visit visit = office.visit(id, call);
        Job.Order order = new Job.Order(Job.Kind.UPLOAD, visit.id(), request, requestId, null, spoken);
        return visit.start(order, false, (conversation, place, job) -> upload(conversation, place, wanted, spoken));
    }

    @Tool(
            name = "show_timeline",
            value = "Shows what is on the timeline now: tracks, clips, titles, music, durations, status of the edit."
                    + " 查看时间线、轨道、状态。 Costs nothing.")
    @Hints(title = "Show the timeline", readOnly = true, idempotent = true)
    Answer.TimelineNow showTimeline(
            @P(name = "session_id", value = "The session to look at") String sessionId, InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        Draft draft = visit.now(Conversation::draft);
        return new Answer.TimelineNow(
                draft.isReady()
                        ? visit.language().pick("The timeline is ready to export.", "时间线可以导出。")
                        : visit.language()
                                .pick(
                                        "The timeline is empty. Upload media and say what to do with it.",
                                        "时间线为空。请上传素材并说明要做什么。"),
                visit.id(),
                draft.isReady(),
                Plain.line(draft.summary(visit.language())),
                draft.durationMillis() / 1000.0,
                draft.size());
    }

    @Tool(
            name = "check_credits",
            value =
                    "Says how many credits are left: balance, cost, money, 积分、余额. 'frozen' is held for running work. Editing"
                            + " in the cloud costs credits, exporting costs none, and on this machine nothing does.")
    @Hints(title = "Check credits", readOnly = true, idempotent = true)
    Answer.CreditsLeft checkCredits(
            @P(
                            name = "language",
                            value = "The language to answer in, like en or zh-CN; en if left out",
                            required = false)
                    @Nullable
                    String language,
            InvocationParameters call) {
        Language spoken = Language.ofTag(language == null ? "en" : language);
        Workplace place = office.workplaces().of(Office.caller(call));
        Credits credits =
                Office.guarded(spoken, place, () -> place.backend().client().credits());
        return new Answer.CreditsLeft(
                spoken.say(
                        "%s credits are available, %s held for running work.",
                        "可用积分 %s，冻结 %s。",
                        credits.available().toPlainString(),
                        credits.frozen().toPlainString()),
                credits.available(),
                credits.frozen(),
                credits.total());
    }

    private SessionRecord begin(@Nullable String tag, InvocationParameters call) {
        Language language = Language.ofTag(tag == null ? "en" : tag);
        Workplace place = office.workplaces().of(Office.caller(call));
        return Office.guarded(language, place, () -> Conversation.begin(place, language, new CancelSignal())
                .session());
    }

    /** Everything is looked at before a session begins or the first byte is sent. */
    private Sources sources(@Nullable List<String> named, Language language) {
        if (named == null || named.isEmpty() || named.size() > MOST_SOURCES) {
            throw ToolException.of(
                    language,
                    "Name 1 to %d files or addresses in sources.",
                    "请在 sources 中给出 1 到 %d 个文件或网址。",
                    MOST_SOURCES);
        }
        List<Path> files = new ArrayList<>();
        List<URI> addresses = new ArrayList<>();
        for (String source : named) {
            String at = Arguments.text("sources", source, 4000, language);
            if (WebSources.isWeb(at)) {
                addresses.add(WebSources.require(at, language));
            } else {
                files.add(office.folders().media(at, language));
            }
        }
        return new Sources(files, addresses);
    }

    private record Sources(List<Path> files, List<URI> addresses) {}

    private static Job.Outcome upload(Conversation conversation, Workplace place, Sources sources, Language language) {
        List<UploadedFile> uploaded = new ArrayList<>();
        if (!sources.files.isEmpty()) uploaded.addAll(conversation.upload(sources.files));
        if (!sources.addresses.isEmpty()) {
            String id = conversation.session().id();
            uploaded.addAll(
                    place.backend().client().uploadUrls(id, sources.addresses).files());
        }
        List<Answer.MediaFile> files =
                uploaded.stream().map(file -> mediaFile(file, language)).toList();
        String said = language.say(
                "Uploaded: %d, into session %s. Say what to do with it: edit_video.",
                "%d 个文件已上传到会话 %s。请用 edit_video 说明要做什么。",
                files.size(),
                conversation.session().id());
        String offers = files.stream()
                .flatMap(file -> Stream.ofNullable(file.offer()))
                .map(offer -> " " + offer)
                .collect(Collectors.joining());
        return new Job.Outcome(said + offers, files, null, null);
    }

    private static Answer.MediaFile mediaFile(UploadedFile file, Language language) {
        Optional<Resolution> size = file.resolution();
        return new Answer.MediaFile(
                Plain.line(file.filename()),
                file.cdnUrl().flatMap(Plain::url).orElse(null),
                file.duration()
                        .map(Duration::toMillis)
                        .map(millis -> millis / 1000.0)
                        .orElse(null),
                size.map(Resolution::width).orElse(null),
                size.map(Resolution::height).orElse(null),
                ScreenOffer.of(file, language).map(Plain::line).orElse(null));
    }
}
