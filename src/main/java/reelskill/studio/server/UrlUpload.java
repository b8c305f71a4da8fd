package reelskill.studio.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import reelskill.language.Language;

/** Fetches files that a client names by URL. Safe for use by many threads. */
final class UrlUpload {
    private static final int BUFFER = 128 << 10;

    private final Call.Factory calls;

    /** @param privateAddresses whether URLs may lead to this machine and its private networks */
    UrlUpload(boolean privateAddresses) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                // A proxy would connect for us, to addresses that are not seen here.
                .proxy(Proxy.NO_PROXY)
                .callTimeout(Duration.ofMinutes(10));
        calls = (privateAddresses ? builder : builder.socketFactory(new PublicSockets())).build();
    }

    /**
     * Fetches {@code url} into {@code arrivals}.
     *
     * @throws Refusal if it is no web address, leads to a private one, does not answer, or its file is too large
     */
    void fetch(String url, Arrivals arrivals, Language language) throws IOException {
        HttpUrl address = HttpUrl.parse(url);
        if (address == null) {
            throw new Refusal(
                    Code.BAD_REQUEST,
                    language.say("This is not a web address (http or https).", "这不是网址（http 或 https）。"));
        }
        try (Response response =
                calls.newCall(new Request.Builder().url(address).build()).execute()) {
            if (!response.isSuccessful()) throw unreachable(language, "HTTP " + response.code());
            if (response.body().contentLength() > IncomingFile.LARGEST) throw IncomingFile.tooLarge(language);
            IncomingFile file = arrivals.begin(name(response.request().url()));
            copy(response.body().byteStream(), file);
            arrivals.end(file);
        } catch (PublicSockets.PrivateAddressException e) {
            throw new Refusal(
                    Code.BAD_REQUEST,
                    language.say(
                            "The address belongs to this machine or to a private network. Download the file and upload it.",
                            "该网址指向本机或内部网络。请先下载文件，再上传。"));
        } catch (IOException e) {
            throw unreachable(language, language.say("no connection", "无法连接"));
        }
    }

    private static void copy(InputStream in, IncomingFile file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            file.write(ByteBuffer.wrap(buffer, 0, read));
        }
    }

    private static String name(HttpUrl url) {
        return url.pathSegments().get(url.pathSize() - 1);
    }

    private static Refusal unreachable(Language language, String why) {
        return new Refusal(
                Code.BAD_REQUEST,
                language.say(
                        "The file could not be fetched from its address (%s). Check the address.",
                        "无法从该网址获取文件（%s）。请检查网址。", why));
    }
}
