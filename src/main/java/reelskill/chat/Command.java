package reelskill.chat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import reelskill.language.Language;

/** What can be typed with a slash. Each tool has one, so that nothing needs a sentence to be understood. */
public enum Command {
    UPLOAD("upload_media", "FILE…", "add files; dragging them in does the same", "添加素材；直接拖入也可以"),
    EDIT("edit_video", "WORDS", "edit as the words say; without a slash does the same", "按文字编辑；不加斜杠也可以"),
    UNDO("undo_edit", "[N]", "take back the last edit, or the last N", "撤销上一次（或最近 N 次）编辑"),
    REDO("edit_video", "", "do it again after all", "重做"),
    TIMELINE("show_timeline", "", "what is on the timeline", "查看时间线"),
    VERSIONS("list_versions", "[N] [N]", "every version so far, or how two differ", "查看全部版本，或对比两个版本"),
    PREVIEW("preview_video", "[FILE] [sound]", "a contact sheet of the last export or of a file", "生成画面缩略图"),
    EXPORT("export_video", "[FILE.mp4] [1080p]", "make the file", "导出成片"),
    STATUS("export_status", "", "exports and what is running", "查看导出和进行中的任务"),
    WAIT("wait_for", "", "wait again for what is still running", "继续等待进行中的任务"),
    CANCEL("cancel_export", "", "stop the export that runs", "取消正在进行的导出"),
    CREDITS("check_credits", "", "how many credits are left", "查看剩余积分"),
    NEW("start_session", "", "begin again with an empty timeline", "新建会话，清空时间线"),
    HELP("", "", "this list", "显示此列表"),
    QUIT("", "", "leave; what runs in the cloud goes on", "退出；云端任务会继续");

    private final String tool;
    private final String arguments;
    private final String english;
    private final String chinese;

    Command(String tool, String arguments, String english, String chinese) {
        this.tool = tool;
        this.arguments = arguments;
        this.english = english;
        this.chinese = chinese;
    }

    /** Returns the tool that it calls; empty for what concerns the chat alone. */
    public Optional<String> tool() {
        return Optional.of(tool).filter(name -> !name.isEmpty());
    }

    /** Returns the name as it is typed, like {@code /undo}. */
    String typed() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is typed for it after {@code reelskill}, outside the chat. */
    public String onCommandLine() {
        return switch (this) {
            case NEW -> "upload --new";
            case STATUS -> "exports list";
            case CANCEL -> "exports cancel";
            case WAIT -> "exports resume";
            default -> typed().substring(1);
        };
    }

    String arguments() {
        return arguments;
    }

    String help(Language language) {
        return language.pick(english, chinese);
    }

    /** Returns the command of a name with its slash; empty if there is none. */
    static Optional<Command> of(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        if (name.equals("/exit") || name.equals("/q")) return Optional.of(QUIT);
        if (name.equals("/?")) return Optional.of(HELP);
        return Stream.of(values())
                .filter(command -> command.typed().equals(name))
                .findFirst();
    }

    /** Returns the command that somebody may have meant: the one that begins so, or the one a letter or two away. */
    static Optional<Command> like(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        Comparator<Command> nearest = Comparator.comparingInt(command -> distance(name, command.typed()));
        return Arrays.stream(values())
                .filter(command -> command.typed().startsWith(name) || distance(name, command.typed()) <= 2)
                .min(nearest);
    }

    /** Replaces the names of tools in a sentence that was written for a model. */
    static String inWords(String sentence) {
        return inWords(sentence, Command::typed);
    }

    /** Like {@link #inWords}, for a person at the command line. */
    static String forCommandLine(String sentence) {
        return inWords(sentence, command -> "'reelskill " + command.onCommandLine() + "'");
    }

    private static String inWords(String sentence, Function<Command, String> name) {
        String said = sentence.replace(" in file_path", "");
        for (Command command : values()) {
            boolean first = command != REDO && !command.tool.isEmpty();
            if (first) said = said.replace(command.tool, name.apply(command));
        }
        return said;
    }

    /** Levenshtein's: how many letters have to be put in, left out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) row[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
