package reelskill.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reelskill.gui.GuiAction;
import reelskill.gui.Translation;
import reelskill.language.Language;
import reelskill.nemo.TurnOutcome;
import reelskill.session.Receipt.Outcome;
import reelskill.session.TurnRunner.Ended;
import reelskill.turn.Generation;

/** Puts into words what a turn did, what of it is uncertain, and what to do next. */
final class Debriefing {
    /** The studio's tools that only look. */
    private static final Set<String> LOOKS = Set.of(
            "name_version",
            "restore_version",
            "compare_versions",
            "tell_changes",
            "list_versions",
            "tell_timeline",
            "show_transcript",
            "trial");

    private final Workplace place;
    private final Language language;
    private final Ended ended;
    private final Translation answer;
    private final Bill bill;

    Debriefing(Workplace place, Language language, Ended ended, Translation answer, Bill bill) {
        this.place = place;
        this.language = language;
        this.ended = ended;
        this.answer = answer;
        this.bill = bill;
    }

    /** Returns the receipt; {@code exportAsked} says that the message itself asked for the file. */
    Receipt receipt(boolean exportAsked) {
        boolean offered = answer.actions().contains(GuiAction.EXPORT);
        return new Receipt(
                outcome(),
                answer.content(),
                ended.told(),
                ended.changes(),
                ended.before(),
                ended.after(),
                answer.actions().contains(GuiAction.SHOW_STATE),
                (offered || exportAsked) && ended.after().isReady(),
                bill,
                notes(exportAsked),
                nextSteps());
    }

    private Outcome outcome() {
        if (ended.isChanged()) {
            return Outcome.CHANGED;
        }
        if (ended.isUnseen()) return Outcome.UNKNOWN;
        boolean answered = ended.result().state().tools().names().stream().anyMatch(LOOKS::contains);
        return answered ? Outcome.ANSWERED : Outcome.UNCHANGED;
    }

    private List<String> notes(boolean exportAsked) {
        List<String> notes = new ArrayList<>();
        notes.add(truth());
        if (ended.isChanged()) {
            ended.told()
                    .measures()
                    .flatMap(measures -> measures.sentence(language))
                    .ifPresent(notes::add);
        }
        if (isGenerated()) {
            notes.add(secondStep());
        }
        if (exportAsked && !ended.after().isReady()) {
            notes.add(language.pick("There is nothing on the timeline to export yet.", "时间线上还没有可导出的内容。"));
        }
        notes.add(bill.sentence(language));
        notes.removeIf(String::isEmpty);
        return notes;
    }

    /** Returns what has to be said beside the backend's own words, so that nobody believes more than is true. */
    private String truth() {
        return switch (outcome()) {
            case UNKNOWN ->
                language.pick(
                        "I could not see whether the edit was made: the timeline is as it was.",
                        "无法确认编辑是否完成：时间线与之前一样。");
            case UNCHANGED -> unchanged();
            case ANSWERED -> "";
            case CHANGED ->
                ended.isUnseen()
                        ? language.pick(
                                "The end of the answer was lost, but the timeline did change. More of it may still come.",
                                "回复没有收全，但时间线确实有改动，可能还会有后续变化。")
                        : failure();
        };
    }

    private String unchanged() {
        if (ended.result().state().isSilent()) {
            return language.pick(
                    "The service answered nothing, and the timeline is as it was.", "服务没有回复任何内容，时间线与之前一样。");
        }
        if (Claim.isMadeBy(answer.content()))
            return language.pick(
                    "The answer says that it is done, but the timeline is exactly as it was: nothing was changed.",
                    "回复称已完成，但时间线与之前完全一样：没有任何改动。");
        if (!ended.told().isWhole()) return language.pick("Nothing was changed.", "没有任何改动。");
        return ended.told().wasSo()
                ? ""
                : language.pick("It was so already; nothing had to be changed.", "本来就是这样，无需改动。");
    }

    private String failure() {
        if (ended.result().outcome() != TurnOutcome.FAILED) {
            return "";
        }
        String why = ended.result()
                .cause()
                .map(cause -> place.backend().client().account().sentence(cause, language))
                .orElse("");
        return language.say("Only a part may be done, then the service failed: %s", "可能只完成了一部分，随后服务出错：%s", why);
    }

    private boolean isGenerated() {
        return ended.result().state().generation() != Generation.NONE && ended.isChanged();
    }

    private String secondStep() {
        return ended.after().filledTracks() > 1
                ? language.say(
                        "Step 2 of 2: the finished tracks are there. %s",
                        "第 2 步（共 2 步）：全部轨道已就绪。%s", ended.after().summary(language))
                : language.say(
                        "So far there is only the raw clip; music, title and effects may still be added by themselves. %s",
                        "目前只有原始片段，音乐、标题和特效可能仍会自动添加。%s", ended.after().summary(language));
    }

    private List<String> nextSteps() {
        List<String> steps = new ArrayList<>();
        switch (outcome()) {
            case CHANGED -> afterAnEdit(steps);
            case UNCHANGED -> {
                if (ended.told().isWhole()) afterAnEdit(steps);
                else steps.add(unchangedStep());
            }
            case ANSWERED -> {}
            case UNKNOWN ->
                steps.add(language.pick(
                        "Look at the timeline again in a minute. If it is still as it was, say the edit again; I do not do that by myself, because it could cost twice.",
                        "一分钟后再查看时间线。如果仍无变化，请再说一次；我不会自动重发，以免重复扣费。"));
        }
        if (answer.actions().contains(GuiAction.UPLOAD)) {
            steps.add(language.pick("Name the media file to upload.", "请给出要上传的素材文件。"));
        }
        if (answer.actions().contains(GuiAction.SEND_EDIT)) {
            steps.add(language.pick(
                    "The answer describes a gesture on a screen: say in words what should change.",
                    "回复描述的是屏幕上的操作：请用文字说出想要的改动。"));
        }
        lowBalance(steps);
        return steps;
    }

    private void afterAnEdit(List<String> steps) {
        if (isGenerated() && ended.after().filledTracks() > 1) {
            steps.add(language.pick(
                    "Keep all tracks, or say \"keep only the clip\" to strip music, title and effects (a new edit).",
                    "可保留全部轨道，或说“只保留片段”去掉音乐、标题和特效（算一次新的编辑）。"));
        }
        if (ended.after().isReady()) {
            steps.add(language.pick(
                    "Say the next edit, or \"export\" for the file; an export costs no credits.",
                    "继续说下一个改动，或说“导出”获取文件；导出不消耗积分。"));
        }
    }

    private String unchangedStep() {
        return Claim.isMadeBy(answer.content()) || ended.result().state().isSilent()
                ? language.pick(
                        "Say it again in other words if you still want it; that is a new edit.",
                        "如果仍需要，请换一种说法再说一次；这算一次新的编辑。")
                : language.pick("Answer, or say what should change.", "请回答，或说出想要的改动。");
    }

    private void lowBalance(List<String> steps) {
        long price = place.manifest().credits().session();
        bill.balance()
                .filter(left -> place.backend().isPaid() && left.available().compareTo(BigDecimal.valueOf(price)) < 0)
                .ifPresent(left -> steps.add(language.say(
                                "The next edit may cost about %d credits and only %s are left. ",
                                "下一次编辑约需 %d 积分，仅剩 %s。", price, Bill.plain(left.available()))
                        + Ledger.more(place, language)));
    }
}
