package reelskill.session;

import java.util.regex.Pattern;

/** Whether a backend's answer says that an edit was made: to be held against the timeline. Pure. */
final class Claim {
    private static final String DEED = "(?:(?:add|insert|remov|delet|trim|crop|chang|updat|appl|adjust|replac|mut|creat"
            + "|generat|plac|mov|shorten|edit|blur|fad|speed|slow|merg|join|swap|clean)[a-z]{0,2}ed|cut|set|split|overlaid|sped)";
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?。！？\\n])");

    /** What takes the claim back: a question, a refusal, a condition, something yet to come. */
    private static final Pattern NO_CLAIM =
            Pattern.compile("(?i)[?？]|\\b(?:not|no|nothing|never|cannot|unable|if|when|once"
                    + "|before|will|would|can|could|should|may|might|want|let me|to be|going to)\\b|n['’]t\\b|['’]ll\\b"
                    + "|没|未|无法|不能|不会|不可|如果|假如|请|将|需要|可以|能否|是否|吗|稍后|正在|想");

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)^\\W*(?:(?:ok(?:ay)?|great|sure|perfect|all|and)\\W+)*"
                    + "(?:done|finished|completed|successfully|" + DEED + ")\\b"
                    + "|\\b(?:i|we)(?:['’]ve| have)?\\s+(?:(?:now|just|also|successfully)\\s+)*" + DEED + "\\b"
                    + "|\\b(?:is|are|was|were|been|successfully)\\s+(?:(?:now|successfully|all)\\s+)*(?:done|" + DEED
                    + ")\\b"
                    + "|\\b(?:edit|change|title|music|cut)s?\\s+(?:is|are|has been|have been)\\s+(?:now\\s+)?(?:done|complete[d]?|ready|in place)\\b");
    private static final Pattern CHINESE = Pattern.compile(
            "已(?:经|成功|为您|为你|帮您|帮你|将|把|全部|按要求)*[^，。！]{0,12}(?:完成|添加|加上|加入|删除|移除|去掉|剪|裁|修改|调整|更新|更改|替换|设置|设为|应用|生成|处理|插入|静音|合并)"
                    + "|(?:添加|删除|修改|调整|设置|替换|剪辑|裁剪|处理|编辑|操作)(?:好了|完成|完毕|成功)|(?:完成|搞定|做好|弄好|加好|剪好|改好)了?[。！!\\s]*$");

    private Claim() {}

    static boolean isMadeBy(String answer) {
        return SENTENCE.splitAsStream(answer)
                .map(String::strip)
                .filter(sentence -> !NO_CLAIM.matcher(sentence).find())
                .anyMatch(sentence -> ENGLISH.matcher(sentence).find()
                        || CHINESE.matcher(sentence).find());
    }
}
