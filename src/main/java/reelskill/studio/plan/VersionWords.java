package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.media.ExportFormat;

/**
 * Reads clauses about versions: "call this version 'rough cut'", "go back to the rough cut", "和第一版比较一下". Names hold any
 * words, so a clause is read as it was written; one that is not about versions as a whole is left to the rules.
 */
final class VersionWords {
    private static final Pattern BEFORE =
            Pattern.compile("(?i)^(?:(?:please|can you|could you|would you|will you|i want to"
                    + "|i'd like to|let's|lets|ok|okay|hey|now|just|请|请你|帮我|请帮我|麻烦|能不能|可以|那|那么)[,， ]*)+");
    private static final Pattern AFTER =
            Pattern.compile("(?i)(?:[ ,，]*(?:please|again|instead|for me|thanks|吧|吗|好吗|谢谢))*[\\s.!?。！？]*$");

    private static final String NAME =
            "(?:[\"“'‘「『《](?<quoted>[^\"“”「」『』《》]{1,60})[\"”'’」』》]|(?<bare>[^\"“”'‘’,，]{1,40}))";
    private static final Pattern MANY = Pattern.compile("(?i) (?:and|then|with|but|to) |\\d+:\\d|(?:\\S+ ){4}\\S");

    private static final List<Form> FORMS = List.of(
            Form.of(
                    "(?:call|name|label) (?<a>.+?) (?:as )?" + NAME
                            + "|(?:remember|save|keep|store|bookmark) (?<b>.+?) as (?:version )?"
                            + NAME.replace("quoted", "quoted2").replace("bare", "bare2")
                            + "|(?:把|保存一下|保存|存一下|存)?(?<c>.+?)[，, ]*(?:叫做|叫作|叫|命名为|命名成|取名为|取名叫|取名|起名为|起名叫|标记为|记为|保存为|存为|称为)"
                            + NAME.replace("quoted", "quoted3").replace("bare", "bare3")
                            + "|(?:保存|记住|标记)(?<d>.+?)(?:为|叫做?)"
                            + NAME.replace("quoted", "quoted4").replace("bare", "bare4"),
                    VersionWords::named),
            Form.of(
                    "(?:先?把)?(?:现在|刚才|刚刚|当前|目前|这个|这版)?的?(?:这个|内容|视频|结果|样子)?[先另]?[保暂]?存(?:一下|一份)?[为成]?一?个?版本[,，:： ]*(?:叫做?|名字叫|命名为)?[ ]*"
                            + NAME,
                    (found, refs) -> first(found, "quoted", "bare")
                            .map(name -> new VersionRequest.Name(new VersionRef.Current(), name.strip()))),
            Form.of(
                    "(?:undo|discard|reset|revert) (?:everything|all|all of it)"
                            + "|(?:undo|discard|reset|revert|remove|throw away) all (?:the |my |your )?(?:changes|edits)"
                            + "|(?:start|begin) (?:all )?over(?: again)?|start from scratch"
                            + "|(?:撤销|撤回|取消|放弃)(?:全部|所有)的?(?:修改|操作|改动|编辑|更改)?|全部(?:撤销|撤回)|重新开始",
                    (found, refs) -> Optional.of(new VersionRequest.Restore(new VersionRef.Numbered(1)))),
            Form.of(
                    "(?:(?:go|get|roll|step|jump|come|switch|revert|return|take (?:me|it|us|this)|bring (?:me|it|us|this)|put it|change(?: it| this)?) back"
                            + "|revert|return|switch|reset|roll)(?: it| this| everything)? to (?<a>.+)"
                            // "change it to 'Later'" is of a text.
                            + "|change(?: it| this| everything)? to (?<e>[^\"“”'‘’].*)"
                            + "|(?:restore|load|reload|bring back|use|open) (?<b>.+)"
                            + "|(?:把.{1,8})?(?:回到|返回到?|恢复到|恢复成|恢复|还原到|还原成|还原|退回到?|回退到|切换到|切换回|换回|用回|改回)(?:了)?(?<c>.+?)(?:吧|那样|的样子)?"
                            + "|还是(?:觉得)?(?<d>.+?)(?:更好看|好看|更好|比较好|好一点|好一些|好)(?:一点|一些)?",
                    (found, refs) -> ref(found, refs, "a", "b", "c", "d", "e").map(VersionRequest.Restore::new)),
            Form.of(
                    "(?:compare|contrast|diff) (?<a>.+?)(?: (?:with|to|and|against|vs\\.?|versus) (?<b>.+))?"
                            + "|compare (?:with|to|against) (?<c>.+)"
                            + "|(?:(?:show|tell)(?: me)? )?(?:what(?:'s| is| are) )?(?:the )?differences? between (?<d>.+?) and (?<e>.+)"
                            + "|(?:(?:show|tell)(?: me)? )?(?:what(?:'s| is| are) )?(?:the )?differences? (?:to|from|with|since) (?<f>.+)"
                            + "|what(?:'s| is| has| have|)(?: (?:been|you|we|i))? (?:changed|different|new|change) (?:since|from|compared (?:to|with)) (?<g>.+)"
                            + "|how (?:is|does|do) (?<h>.+?) (?:differ|different|compare)(?:s)? (?:from|to|with) (?<i>.+)",
                    VersionWords::compared),
            Form.of(
                    "(?:对比|比较|比一比)(?:一下)?(?<a>.+?)(?:和|与|跟|同)(?<b>.+?)(?:一下|的(?:区别|不同|差别|差异))?"
                            + "|(?:对比|比较)(?:一下)?(?<c>.+)"
                            + "|(?:把)?(?<d>.+?)(?:和|与|跟|同)(?<e>.+?)(?:做|作|进行)?(?:比较|对比|比一比|相比|比)(?:一下)?(?:(?:有|是)?(?:什么|哪些|何|啥)(?:不同|不一样|区别|变化|差别|改动))?"
                            + "|(?<f>.+?)(?:和|与|跟|同)(?<g>.+?)(?:之间)?(?:有(?:什么|哪些|何|啥)|的)(?:不同|不一样|区别|差别|差异|变化)(?:是什么|有哪些|在哪里?)?"
                            + "|(?:和|与|跟|同)?(?<h>.+?)(?:做|作|进行)?(?:比较|对比|比一比|相比|比)(?:一下)?(?:(?:有|是)?(?:什么|哪些|何|啥)(?:不同|不一样|区别|变化|差别|改动))?",
                    VersionWords::compared),
            Form.of(
                    "(?:(?:tell|show)(?: me)? )?what(?: did| have| has)?(?: you| we| i| it| just)*(?: (?:change|changed|do|done|edit|edited|did))(?: (?:just now|now|last|so far|there))?"
                            + "|what (?:was|has been|is|got|just)? ?changed(?: last)?|what was (?:done|the last (?:change|edit))"
                            + "|(?:show|tell|list|give)(?: me)?(?: the| your| my)?(?: last)? (?:changes|edits)|explain what you (?:did|changed)"
                            + "|(?:你|都|到底|刚才|刚刚|上次|上一次|最近|这次)*(?:改动|修改|更改|变动|改|做)(?:了|过)(?:些|一些)?(?:什么|哪些|哪里|哪儿|啥)(?:地方|内容|改动|修改|更改|变化|操作)?"
                            + "|有(?:什么|哪些)(?:改动|变化|修改)|(?:告诉我|显示|列出|看看)?(?:上一?次|最近|刚才)的?(?:改动|修改|变化)(?:内容)?(?:是什么|有哪些)?",
                    (found, refs) -> Optional.of(new VersionRequest.Changes())),
            Form.of(
                    "(?:(?:show|list|display|give|tell)(?: me)? )?(?:all )?(?:of )?(?:the |my |our )?(?:saved |earlier |old |named )?versions"
                            + "|(?:show (?:me )?)?(?:the )?(?:version|edit) history|(?:what|which) versions (?:are there|do (?:i|we|you) have|exist|have (?:i|we) got)"
                            + "|(?:列出|显示|查看|看看|看)?(?:一下)?(?:所有|全部|历史)的?版本(?:列表)?|(?:都|现在|一共)*有(?:哪些|什么|几个|多少个?)版本|(?:查看|显示)?版本(?:历史|列表|记录)",
                    (found, refs) -> Optional.of(new VersionRequest.All())));

    private VersionWords() {}

    /** Returns what {@code clause} asks about versions; {@code names} are those that the session knows. */
    static Optional<VersionRequest> read(String clause, Set<String> names) {
        String said =
                AFTER.matcher(BEFORE.matcher(clause.strip()).replaceFirst("")).replaceFirst("");
        VersionRefs refs = new VersionRefs(names);
        return FORMS.stream().flatMap(form -> form.read(said, refs).stream()).findFirst();
    }

    private record Form(Pattern pattern, BiFunction<Matcher, VersionRefs, Optional<VersionRequest>> request) {
        static Form of(String pattern, BiFunction<Matcher, VersionRefs, Optional<VersionRequest>> request) {
            return new Form(Pattern.compile("(?i)(?:" + pattern + ")"), request);
        }

        Optional<VersionRequest> read(String said, VersionRefs refs) {
            Matcher matcher = pattern.matcher(said);
            return matcher.matches() ? request.apply(matcher, refs) : Optional.empty();
        }
    }

    /** A name without quotes is only taken where the clause says that a version is meant. */
    private static Optional<VersionRequest> named(Matcher found, VersionRefs refs) {
        Optional<VersionRef> version = ref(found, refs, "a", "b", "c", "d");
        Optional<String> quoted = first(found, "quoted", "quoted2", "quoted3", "quoted4");
        boolean meansVersion = first(found, "a", "b", "c", "d")
                .filter(words -> words.matches("(?i).*(?:version|cut).*|.*版.*"))
                .isPresent();
        Optional<String> bare = first(found, "bare", "bare2", "bare3", "bare4")
                .filter(name -> meansVersion && !MANY.matcher(name).find());
        return version.flatMap(ref -> quoted.or(() -> bare)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !isFile(name))
                .map(name -> new VersionRequest.Name(ref, name)));
    }

    /** "save this as 'clip.mp4'" wants a file. */
    private static boolean isFile(String name) {
        return ExportFormat.of(name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT))
                .isPresent();
    }

    private static Optional<VersionRequest> compared(Matcher found, VersionRefs refs) {
        List<String> said = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i").stream()
                .flatMap(group -> first(found, group).stream())
                .toList();
        List<VersionRef> both =
                said.stream().flatMap(words -> refs.read(words).stream()).toList();
        if (both.isEmpty() || both.size() != said.size()) return Optional.empty();
        VersionRef current = new VersionRef.Current();
        VersionRef one = both.get(0);
        VersionRef other = both.size() > 1 ? both.get(1) : current;
        // What is there now is what the other one became.
        return Optional.of(
                one.equals(current) ? new VersionRequest.Compare(other, one) : new VersionRequest.Compare(one, other));
    }

    private static Optional<VersionRef> ref(Matcher found, VersionRefs refs, String... groups) {
        return first(found, groups).flatMap(refs::read);
    }

    private static Optional<String> first(Matcher found, String... groups) {
        for (String group : groups) {
            String words = found.pattern().pattern().contains("(?<" + group + ">") ? found.group(group) : null;
            if (words != null) return Optional.of(words);
        }
        return Optional.empty();
    }
}
