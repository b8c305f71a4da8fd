package reelskill.nemo;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import reelskill.language.Language;

/**
 * Whose calls these are, for sentences that differ by it: an anonymous user registers, a registered one tops up.
 *
 * @param anonymous false when the user gave a token of their own
 */
public record Account(boolean anonymous, Optional<String> userId, URI webUrl) {
    /** Returns what failed and what to do next, with this user's own links. */
    public String sentence(NemoException failure, Language language) {
        return failure instanceof ServiceException refused
                ? sentence(refused.code(), language)
                : failure.sentence(language);
    }

    private String sentence(ErrorCode code, Language language) {
        if (code == ErrorCode.TOKEN_REJECTED) return tokenRejected(language);
        if (!anonymous) return code.sentence(language);
        if (code == ErrorCode.EXPORT_BLOCKED) return code.sentence(language) + " " + registration();
        if (code != ErrorCode.OUT_OF_CREDITS) return code.sentence(language);
        return language.say("You are out of credits. Register to get more: %s", "积分不足。注册即可获得更多积分：%s", registration());
    }

    private String tokenRejected(Language language) {
        return anonymous
                ? language.say(
                        "The service did not let this device sign in. Wait a minute, then try again.",
                        "服务未允许本设备登录。请稍等一分钟后重试。")
                : language.say(
                        "The service did not accept the token in NEMO_TOKEN. It may have expired: renew it, or remove it to work anonymously.",
                        "服务未接受 NEMO_TOKEN 中的令牌，可能已过期：请更新它，或移除它以匿名使用。");
    }

    /** Returns where this user registers and keeps what was made (protocol.md, Envelopes, 2001). */
    public URI registration() {
        HttpUrl.Builder link = Addresses.requireHttp(webUrl).newBuilder().addPathSegment("register");
        userId.ifPresent(id -> link.addQueryParameter("bind", id));
        return link.build().uri();
    }
}
