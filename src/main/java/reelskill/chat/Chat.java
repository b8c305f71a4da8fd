package reelskill.chat;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.language.Language;
import reelskill.skill.SkillProfile;
import reelskill.skill.Words;
import reelskill.tools.ToolException;
import reelskill.tools.Toolbox;

/** One conversation from the greeting to the farewell. Used by one thread. */
final class Chat {
    private static final Logger LOG = LoggerFactory.getLogger(Chat.class);

    private final SkillProfile profile;
    private final boolean local;
    private final Screen screen;
    private final Talk talk;
    private final Optional<LlmSettings> studioLlm;
    private final Places places;
    private final Work work;
    private final Hands hands;
    private final Mind mind;

    Chat(ChatSettings settings, Screen screen, Talk talk, Work work, Hands hands, Mind mind) {
        this.profile = settings.profile();
        this.local = settings.local();
        this.studioLlm = settings.studioLlm();
        this.places = settings.places();
        this.screen = screen;
        this.talk = talk;
        this.work = work;
        this.hands = hands;
        this.mind = mind;
    }

    /** Talks until the person leaves. */
    void run() {
        greet();
        setUp();
        int taken = 0;
        while (true) {
            try {
                Optional<String> line = screen.read();
                taken = 0;
                if (line.isEmpty() || !hear(line.get().strip())) break;
            } catch (CancellationException e) {
                if (++taken > 1) break;
                screen.show(Passage.quiet(say("Ctrl-C again leaves; so does Ctrl-D.", "再按一次 Ctrl-C 退出，Ctrl-D 亦可。")));
            }
        }
        leave();
    }

    private void greet() {
        Language language = talk.language();
        screen.show(Passage.strong(profile.texts().greeting().in(language)));
        String example = language.pick("Try: ", "试试：");
        for (Words line : profile.texts().trySaying()) {
            screen.show(Passage.quiet(example + line.in(language)));
            example = " ".repeat(Wrapped.columns(language.pick("Try: ", "试试：")));
        }
    }

    private void setUp() {
        screen.progress(say("Setting up", "正在准备"), Screen.UNKNOWN);
        try {
            Toolbox.Told credits = work.run(
                    "check_credits",
                    Work.arguments().put("language", talk.language().tag()));
            screen.show(Passage.done(ready(credits)));
        } catch (ToolException e) {
            work.fail(e);
            if (!local) screen.show(Passage.hint(say("--local works on this machine instead.", "加上 --local 可在本机使用。")));
        } finally {
            screen.endProgress();
        }
    }

    private String ready(Toolbox.Told credits) {
        if (local && studioLlm.isPresent())
            return talk.language()
                    .say(
                            "Ready: local studio, no account needed. Your media stay on this machine; words that it does not"
                                    + " understand go to %s, with names and times of the timeline. /help lists the commands.",
                            "已就绪：本地工作室，无需账户，素材不会离开本机；听不懂的话会连同时间线上的名称和时间发给 %s。/help 列出全部命令。", studioLlm.get());
        return local
                ? say(
                        "Ready: local studio, no account needed. Nothing leaves this machine. /help lists the commands.",
                        "已就绪：本地工作室，无需账户，素材不会离开本机。/help 列出全部命令。")
                : talk.language()
                        .say(
                                "Ready: NemoVideo cloud, %s credits left; files you name are uploaded there, edits take credits."
                                        + " /help lists the commands.",
                                "已就绪：NemoVideo 云端，剩余积分 %s；指定的文件会上传，编辑会消耗积分。/help 列出全部命令。",
                                credits.data().path("available").asText());
    }

    /** Returns false if the person leaves. */
    private boolean hear(String line) {
        if (line.isEmpty()) return true;
        try {
            Optional<Command> command = Slash.command(line, places);
            if (command.isPresent()) return obey(command.get(), Slash.argument(line));
            if (Slash.isMeant(line, places)) unknown(line);
            else converse(line);
        } catch (ToolException e) {
            work.fail(e);
        } catch (CancellationException e) {
            screen.show(Passage.quiet(say("Stopped.", "已停止。")));
        } catch (RuntimeException e) {
            LOG.warn("a message failed", e);
            screen.show(Passage.failed(say(
                    "Something went wrong inside the program. Nothing you made is lost; REELSKILL_DEBUG=1 shows where.",
                    "程序内部出错。您的内容没有丢失；设置 REELSKILL_DEBUG=1 可查看位置。")));
        } finally {
            screen.endText();
        }
        return true;
    }

    private void converse(String line) {
        Typed message = Typed.of(line, places);
        talk.hear(message.words());
        if (message.missing().isEmpty()) {
            mind.hear(message);
            return;
        }
        screen.show(Passage.failed(talk.language()
                .say(
                        "There is no file '%s'. Nothing was sent; check the path.",
                        "找不到文件“%s”。没有发送任何内容，请检查路径。", message.missing().get(0))));
    }

    private void unknown(String line) {
        String name = Slash.name(line);
        screen.show(Passage.plain(Command.like(name)
                .map(meant ->
                        talk.language().say("There is no %s. Did you mean %s?", "没有 %s。是想用 %s 吗？", name, meant.typed()))
                .orElseGet(() -> talk.language()
                        .say("There is no %s. /help lists the commands.", "没有 %s。/help 列出全部命令。", name))));
    }

    private boolean obey(Command command, String argument) {
        switch (command) {
            case UPLOAD -> upload(argument);
            case EDIT -> hands.edit(argument, false);
            case UNDO -> hands.undo(argument);
            case REDO -> hands.edit(say("redo", "重做"), false);
            case TIMELINE -> hands.timeline();
            case VERSIONS -> hands.versions(argument);
            case PREVIEW -> hands.preview(argument);
            case EXPORT -> hands.export(argument);
            case STATUS -> work.tell("export_status", work.inSession());
            case WAIT -> hands.waitForKept();
            case CANCEL ->
                screen.show(Passage.quiet(work.run("cancel_export", work.inSession())
                        .data()
                        .path("message")
                        .asText()));
            case CREDITS -> hands.credits();
            case NEW -> begin();
            case HELP -> help();
            case QUIT -> {
                return false;
            }
        }
        return true;
    }

    private void upload(String argument) {
        Typed typed = Typed.of(argument, places);
        Optional<String> missing = typed.missing().stream().findFirst();
        if (typed.hasMedia() && missing.isEmpty()) hands.upload(typed);
        else
            screen.show(Passage.failed(
                    missing.map(path -> talk.language().say("There is no file '%s'.", "找不到文件“%s”。", path))
                            .orElseGet(() -> say("Write it like this: /upload clip.mp4", "请这样写：/upload clip.mp4"))));
    }

    private void begin() {
        hands.begin();
        screen.show(Passage.done(say("A new session: the timeline is empty.", "已新建会话，时间线为空。")));
    }

    private void help() {
        for (Command command : Command.values()) {
            String typed = command.typed() + (command.arguments().isEmpty() ? "" : " " + command.arguments());
            screen.show(Passage.entry(typed, command.help(talk.language())));
        }
        screen.show(Passage.hint(say(
                "Anything else is said to the editor, in English or Chinese. Drag files into the line to add them.",
                "其他内容会作为编辑要求处理，中英文均可。把文件拖到输入行即可添加。")));
    }

    private void leave() {
        if (!talk.kept().isEmpty()) {
            screen.show(Passage.quiet(say(
                    "What was still running is looked up next time; 'reelskill exports resume' finishes an export.",
                    "未完成的任务下次可查；“reelskill exports resume”可完成导出。")));
        }
        if (talk.sessionId().isPresent()) {
            screen.show(Passage.quiet(
                    say("'reelskill chat --continue' goes on here.", "“reelskill chat --continue”可从这里继续。")));
        }
    }

    private String say(String english, String chinese) {
        return talk.language().pick(english, chinese);
    }
}
