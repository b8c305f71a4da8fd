package reelskill.nemo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import reelskill.skill.Attribution;

/**
 * What a client needs to know.
 *
 * @param apiUrl base of the API, like {@code https://mega-api-prod.nemovideo.ai}
 * @param webUrl base of the web app, for links
 * @param token {@code NEMO_TOKEN}; when given, no other token is ever used
 * @param clientId {@code NEMO_CLIENT_ID}; else the id in {@code clientIdFile}, which is created when missing
 * @param clientIdFile {@code ~/.config/nemovideo/client_id}: holds the id and nothing else
 * @param dataFolder where anonymous tokens are kept, readable by the owner only
 * @param tokenName under which they are kept: what has this name gets the same token whatever its address, so it is one
 *     fixed word for a service on this machine, whose port changes, and holds {@code apiUrl} for any other
 */
public record NemoSettings(
        URI apiUrl,
        URI webUrl,
        Attribution attribution,
        Optional<Token> token,
        Optional<String> clientId,
        Path clientIdFile,
        Path dataFolder,
        String tokenName,
        Timing timing) {

    public NemoSettings {
        Addresses.requireHttp(apiUrl);
        Addresses.requireHttp(webUrl);
        clientId.ifPresent(ClientId::requireSafe);
    }

    NemoSettings withToken(Token given) {
        return new NemoSettings(
                apiUrl, webUrl, attribution, Optional.of(given), clientId, clientIdFile, dataFolder, tokenName, timing);
    }
}
