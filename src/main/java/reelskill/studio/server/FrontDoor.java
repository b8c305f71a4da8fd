package reelskill.studio.server;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.language.Language;
import reelskill.studio.store.Account;
import reelskill.studio.store.Store;

/** Takes every request: lets in who may, finds the endpoint, and turns what goes wrong into the protocol's errors. */
final class FrontDoor extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final String BEARER = "Bearer ";

    private final Routes routes;
    private final Store store;

    FrontDoor(Routes routes, Store store) {
        this.routes = routes;
        this.store = store;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, Map.of());
        try {
            Loopback.check(request);
            Routes.Match match = routes.find(request.getMethod(), Request.getPathInContext(request));
            answer(new Exchange(request, response, match.parts()), match.endpoint());
            callback.succeeded();
        } catch (Refusal e) {
            refuse(exchange, e, callback);
        } catch (EofException e) {
            // The client went away, or the server ends: there is nobody to tell.
            LOG.debug("a client went away", e);
            callback.failed(e);
        } catch (Exception e) {
            LOG.error("{} failed", request.getMethod(), e);
            refuse(exchange, new Refusal(Code.FAILED, Failures.sentence(e, exchange.language())), callback);
        }
        return true;
    }

    private void answer(Exchange exchange, Routes.Answering endpoint) throws Exception {
        if (endpoint instanceof Routes.OpenEndpoint open) open.answer(exchange);
        if (endpoint instanceof Routes.Endpoint closed) closed.answer(exchange, caller(exchange));
    }

    private Caller caller(Exchange exchange) {
        Language language = exchange.language();
        Optional<Account> account = exchange.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(value -> store.accounts()
                        .findByToken(value.substring(BEARER.length()).strip()));
        return new Caller(
                account.orElseThrow(() -> new Refusal(
                        Code.TOKEN_REJECTED, language.say("The token is unknown or has expired.", "令牌无效或已过期。"))),
                language,
                store.sessions());
    }

    private static void refuse(Exchange exchange, Refusal refusal, Callback callback) {
        try {
            if (exchange.response().isCommitted()) {
                callback.failed(refusal);
                return;
            }
            exchange.response().reset();
            // What the client still sends is not read.
            exchange.response().getHeaders().put(HttpHeader.CONNECTION, "close");
            exchange.refuse(refusal);
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
    }
}
