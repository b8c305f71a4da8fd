package reelskill.nemo;

import static reelskill.nemo.ContractRun.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The rules of tokens and credits. */
final class AccountContract {
    private static final String TOKEN = "api/auth/anonymous-token";
    private static final String BALANCE = "api/credits/balance/simple";

    private final ContractRun run;
    private final ContractProbe probe;
    private @Nullable JsonNode user;

    AccountContract(ContractRun run) {
        this.run = run;
        this.probe = run.probe();
    }

    void checks() {
        run.check("token needs a client id", "Envelopes, 400", this::tokenNeedsAClientId);
        run.check("token for a new client", "Endpoints, Token", this::tokenForANewClient);
        run.check("second token in seven days", "Envelopes, 429", this::secondToken);
        run.check("no bearer is refused", "Envelopes, 1001", () -> refused(probe.to(BALANCE)));
        run.check(
                "a wrong bearer is refused",
                "Envelopes, 1001",
                () -> refused(probe.to(BALANCE).header("Authorization", "Bearer nmv_usr_wrong")));
        run.check("balance adds up", "Endpoints, Credits", this::balanceAddsUp);
        run.check("unknown addresses are 404", "Envelopes", () -> probe.send(
                        probe.signed("api/contract/none").build())
                .requireNumber(404));
    }

    private String tokenNeedsAClientId() {
        return probe.send(probe.to(TOKEN).post(RequestBody.EMPTY).build()).requireNumber(400);
    }

    private String tokenForANewClient() {
        ContractProbe.Answer answer = probe.send(tokenRequest());
        require(answer.status() == 200, "It answers HTTP " + answer.status() + ".");
        require(
                Json.number(answer.root(), "code")
                        .filter(code -> code.signum() == 0)
                        .isPresent(),
                "There is no code 0.");
        String token =
                Json.text(answer.data(), "token").orElseThrow(() -> new ContractRun.Broken("There is no token."));
        probe.use(token);
        user = answer.data().path("user_id");
        String expiry = Json.text(answer.data(), "expires_at")
                .map(time -> ", until " + time)
                .orElse("");
        return "A token came" + expiry + ".";
    }

    /** A studio of one's own may give more tokens than the protocol promises, but not the credits of another user. */
    private String secondToken() {
        ContractProbe.Answer answer = probe.send(tokenRequest());
        if (answer.number() == 429) return answer.requireNumber(429);
        require(answer.status() == 200, "It answers " + answer.number() + ", not 429.");
        require(user != null && user.equals(answer.data().path("user_id")), "The client became another user.");
        return "It answers with another token of the same user, which is more than the protocol promises.";
    }

    private String refused(Request.Builder request) {
        return probe.send(request.build()).requireNumber(1001, 1010, 1011, 401);
    }

    private String balanceAddsUp() {
        JsonNode data = probe.send(probe.signed(BALANCE).build()).data();
        BigDecimal available = number(data, "available");
        BigDecimal frozen = number(data, "frozen");
        BigDecimal total = number(data, "total");
        require(total.compareTo(available.add(frozen)) == 0, "The total is not what is available and frozen together.");
        return "There are " + total.toPlainString() + " credits, " + frozen.toPlainString() + " of them frozen.";
    }

    private static BigDecimal number(JsonNode data, String name) {
        return Json.number(data, name).orElseThrow(() -> new ContractRun.Broken("There is no number " + name + "."));
    }

    private Request tokenRequest() {
        String id = probe.settings().clientId().orElseThrow();
        return probe.to(TOKEN).header("X-Client-Id", id).post(RequestBody.EMPTY).build();
    }
}
