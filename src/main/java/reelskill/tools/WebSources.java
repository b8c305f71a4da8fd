package reelskill.tools;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import reelskill.language.Language;
import reelskill.net.PublicAddress;

/**
 * Looks at addresses that the backend is asked to fetch from. The one who fetches looks again at what it really connects
 * to and at redirects; here nothing is fetched.
 */
final class WebSources {
    private WebSources() {}

    static boolean isWeb(String source) {
        String lower = source.strip().toLowerCase(Locale.ROOT);
        return lower.matches("[a-z][a-z0-9+.-]+:.*") && !lower.startsWith("file:");
    }

    /** Returns the address. @throws ToolException if it is no address of the open web */
    static URI require(String source, Language language) {
        URI address = parse(source, language);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) throw refused(source, language);
        try {
            for (InetAddress at : InetAddress.getAllByName(address.getHost())) {
                if (!PublicAddress.isPublic(at)) throw refused(source, language);
            }
        } catch (UnknownHostException e) {
            throw ToolException.of(
                    language,
                    "The host of '%s' is not known. Check the address.",
                    "无法解析“%s”的主机名。请检查网址。",
                    Plain.line(source));
        }
        return address;
    }

    private static URI parse(String source, Language language) {
        try {
            return URI.create(source.strip());
        } catch (IllegalArgumentException e) {
            throw refused(source, language);
        }
    }

    private static ToolException refused(String source, Language language) {
        return ToolException.of(
                language,
                "'%s' is no public web address (http or https, without a password), so nothing is fetched from it."
                        + " Download the file and upload it by its path.",
                "“%s”不是公开的网址（http 或 https，不含密码），因此不会从中获取内容。请先下载文件，再按路径上传。",
                Plain.line(source));
    }
}
