package reelskill.skill;

import reelskill.language.Language;

/** One thing that was wrong with a {@code SKILL.md} and how it was read all the same. */
public record Repair(Kind kind, String detail) {
    /** What was repaired; {@code %s} in its sentence is the key or value concerned. */
    public enum Kind {
        BOM("Removed the byte order mark at the start.", "已去掉文件开头的字节顺序标记（BOM）。"),
        UTF_16("Read the file as UTF-16; save it as UTF-8.", "文件是 UTF-16 编码，已照此读取；请另存为 UTF-8。"),
        NOT_UTF_8("The file is not UTF-8; read it as Windows-1252.", "文件不是 UTF-8 编码，已按 Windows-1252 读取。"),
        LINE_ENDS("Read Windows or old Mac line ends as plain ones.", "已把 Windows 或旧 Mac 换行符当作普通换行读取。"),
        MOJIBAKE(
                "Restored garbled characters (UTF-8 that was read as Windows-1252).",
                "已还原乱码（UTF-8 被误读为 Windows-1252）。"),
        CONTROL_CHARACTERS("Removed invisible control characters.", "已去掉不可见的控制字符。"),
        MERGE_CONFLICT("Found an unfinished merge; kept the first side.", "发现未解决的合并冲突，保留了第一方的内容。"),
        NO_FRONT_MATTER(
                "There is no front matter; the folder's name and defaults are used.",
                "没有文件头（front matter），使用文件夹名和默认值。"),
        NO_OPENING("The opening --- is missing.", "缺少开头的 ---。"),
        NO_CLOSING(
                "The closing --- is missing; the front matter ends where the text begins.", "缺少结尾的 ---，文件头到正文开始处为止。"),
        TABS("Read tabs at the start of lines as two spaces.", "已把行首的制表符当作两个空格读取。"),
        DUPLICATE_KEY("The key '%s' appears more than once; the last one counts.", "键“%s”重复出现，以最后一个为准。"),
        PLAIN_TEXT("The value of '%s' is not valid YAML; read it as plain text.", "“%s”的值不是有效的 YAML，已按纯文本读取。"),
        IGNORED("Ignored a line that is not 'key: value': %s", "已忽略不是“键: 值”的一行：%s"),
        NAME_MISSING("There is no name; used '%s'.", "没有 name，使用“%s”。"),
        NAME_CHANGED("The name has characters that a header cannot carry; used '%s'.", "name 含有请求头不能携带的字符，改用“%s”。"),
        VERSION_MISSING("There is no version; used '%s'.", "没有 version，使用“%s”。"),
        VERSION_CHANGED(
                "The version has characters that a header cannot carry; used '%s'.", "version 含有请求头不能携带的字符，改用“%s”。");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    static Repair of(Kind kind) {
        return new Repair(kind, "");
    }

    public String sentence(Language language) {
        return language.say(kind.english, kind.chinese, detail);
    }
}
