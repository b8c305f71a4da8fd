package reelskill.studio.server;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Tells that a studio is here; and, with a proof that only a reader of the data folder can check, whose. */
record HealthEndpoint(Proof proof) {
    static final String PURPOSE = "health";

    private static final int LONGEST_NONCE = 100;

    Routes addTo(Routes routes) {
        return routes.open("GET", "/studio/health", this::health);
    }

    private void health(Exchange exchange) throws IOException {
        Optional<String> nonce = Optional.ofNullable(
                        Request.extractQueryParameters(exchange.request()).getValue("nonce"))
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_NONCE);
        var data = Exchange.JSON.createObjectNode().put("service", "reelskill-studio");
        nonce.ifPresent(value -> data.put("proof", proof.of(PURPOSE, value)));
        exchange.succeed(data);
    }
}
