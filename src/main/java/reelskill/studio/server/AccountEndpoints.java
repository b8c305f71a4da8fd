package reelskill.studio.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import reelskill.language.Language;
import reelskill.studio.store.Accounts;
import reelskill.studio.store.Balance;
import reelskill.studio.store.IssuedToken;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;

/** Tokens, credits, sessions and claim links (protocol.md, Endpoints). */
final class AccountEndpoints {
    /** Longer than any client id of the protocol. */
    private static final int LONGEST_CLIENT_ID = 64;

    private static final int LONGEST_NAME = 100;

    private final Store store;
    private final StudioSettings.Policy policy;

    AccountEndpoints(Store store, StudioSettings.Policy policy) {
        this.store = store;
        this.policy = policy;
    }

    Routes addTo(Routes routes) {
        return routes.open("POST", "/api/auth/anonymous-token", this::issueToken)
                .on("POST", "/api/auth/claim-token", this::issueClaim)
                .on("POST", "/api/tasks/me/with-session/nemo_agent", this::createSession)
                .on("GET", "/api/credits/balance/simple", this::balance);
    }

    private void issueToken(Exchange exchange) throws IOException {
        Language language = exchange.language();
        String clientId = exchange.header("X-Client-Id")
                .filter(id -> id.length() <= LONGEST_CLIENT_ID)
                .orElseThrow(() -> new Refusal(
                        Code.BAD_REQUEST,
                        language.say("X-Client-Id is missing or too long.", "缺少 X-Client-Id，或其长度超出限制。")));
        IssuedToken issued = store.accounts()
                .issueToken(clientId, policy.tokensPerClient(), policy.welcomeCredits())
                .orElseThrow(() -> new Refusal(
                        Code.RATE_LIMITED,
                        language.say(
                                "This client has a token that is still valid. Use it, or wait until it expires.",
                                "该客户端已有仍然有效的令牌，请继续使用，或等它过期。")));
        exchange.succeed(Exchange.JSON
                .createObjectNode()
                .put("token", issued.token())
                .put("user_id", issued.account().id())
                .put("expires_at", issued.expiresAt().toString())
                .put("credits", store.ledger().balance(issued.account()).available()));
    }

    private void createSession(Exchange exchange, Caller caller) throws IOException {
        JsonNode asked = exchange.json();
        String name = asked.path("task_name").asText("").strip();
        Language language = Language.ofTag(asked.path("language").asText("en"));
        Session session = store.sessions()
                .create(caller.account(), FileName.clean(name.isEmpty() ? "project" : name, LONGEST_NAME), language);
        exchange.succeed(Exchange.JSON
                .createObjectNode()
                .put("task_id", session.taskId())
                .put("session_id", session.id())
                .put("user_id", session.accountId()));
    }

    private void issueClaim(Exchange exchange, Caller caller) throws IOException {
        JsonNode asked = exchange.json();
        Session session = caller.session(asked.path("session_id").asText());
        if (!session.taskId().equals(asked.path("task_id").asText())) {
            throw new Refusal(Code.BAD_REQUEST, "The task does not belong to the session.");
        }
        ObjectNode data = Exchange.JSON.createObjectNode();
        exchange.succeed(data.put("claim_token", store.accounts().issueClaim(session))
                .put("expires_in", Accounts.LIFETIME.toSeconds()));
    }

    private void balance(Exchange exchange, Caller caller) throws IOException {
        Balance balance = store.ledger().balance(caller.account());
        exchange.succeed(Exchange.JSON
                .createObjectNode()
                .put("available", balance.available())
                .put("frozen", balance.frozen())
                .put("total", balance.total()));
    }
}
