package reelskill.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.nemo.Credits;
import reelskill.nemo.NemoException;
import reelskill.skill.ManifestLimits;

/** What is said when a session begins: where the work is done, as whom, and what it costs. */
final class Introduction {
    private Introduction() {}

    static List<String> of(Workplace place, Language language) {
        if (!place.backend().isPaid()) {
            return List.of(place.backend()
                    .adviser()
                    .map(adviser -> language.say(
                            "New session on this machine: your media stay here, and nothing costs credits. Words that it does not understand go to %s, with names and times of the timeline.",
                            "已在本机新建会话：素材不会离开本机，也不消耗积分；听不懂的话会连同时间线上的名称和时间发给 %s。", adviser))
                    .orElseGet(() -> language.pick(
                            "New session on this machine: nothing leaves it, and nothing costs credits.",
                            "已在本机新建会话：素材不会离开本机，也不消耗积分。")));
        }
        List<String> words = new ArrayList<>();
        words.add(
                place.backend().client().account().anonymous()
                        ? language.pick(
                                "New session in the NemoVideo cloud: your media and messages go there. You need no account; this device has an anonymous one, and its key is kept on this machine only.",
                                "已在 NemoVideo 云端新建会话：素材和消息会发送到云端。无需注册：本设备使用匿名账户，其密钥只保存在本机。")
                        : language.pick(
                                "New session in the NemoVideo cloud, with your own account: your media and messages go there.",
                                "已用您的账户在 NemoVideo 云端新建会话：素材和消息会发送到云端。"));
        words.add(prices(place.manifest().credits(), language) + balance(place, language));
        return words;
    }

    private static String prices(ManifestLimits.Credits prices, Language language) {
        return language.say(
                "Editing costs about %d credits, a generated clip about %d, an export %s.",
                "编辑约需 %d 积分，生成片段约需 %d 积分，导出%s。",
                prices.session(),
                prices.generatedClip(),
                prices.export() == 0 ? language.pick("nothing", "免费") : String.valueOf(prices.export()));
    }

    private static String balance(Workplace place, Language language) {
        try {
            Credits left = place.backend().client().credits();
            return " " + new Bill(Optional.empty(), Optional.of(left)).sentence(language);
        } catch (NemoException e) {
            // Nobody is kept from working because a balance cannot be read.
            return "";
        }
    }
}
