package reelskill.studio.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which endpoint answers which request. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** Adds an endpoint that needs a bearer. */
    Routes on(String method, String path, Endpoint endpoint) {
        routes.add(new Route(method, List.of(path.split("/")), endpoint));
        return this;
    }

    /** Adds an endpoint that everybody may call who reaches the studio. */
    Routes open(String method, String path, OpenEndpoint endpoint) {
        routes.add(new Route(method, List.of(path.split("/")), endpoint));
        return this;
    }

    /** Returns who answers; a HEAD request is answered as GET, whose body the server leaves out. */
    Match find(String method, String path) {
        String verb = method.equals("HEAD") ? "GET" : method;
        List<String> asked = List.of(path.split("/"));
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parts = route.match(asked);
            if (parts.isEmpty()) continue;
            if (route.method.equals(verb)) return new Match(route.endpoint, parts.get());
            known = true;
        }
        throw known
                ? new Refusal(Code.WRONG_METHOD, "This address takes another method.")
                : new Refusal(Code.NOT_FOUND, "There is nothing at this address.");
    }

    /** Answers requests: an {@link Endpoint} or an {@link OpenEndpoint}. */
    sealed interface Answering permits Endpoint, OpenEndpoint {}

    /** Answers a request of a known account. */
    non-sealed interface Endpoint extends Answering {
        void answer(Exchange exchange, Caller caller) throws Exception;
    }

    /** Answers a request of anybody. */
    non-sealed interface OpenEndpoint extends Answering {
        void answer(Exchange exchange) throws Exception;
    }

    record Match(Answering endpoint, Map<String, String> parts) {}

    private record Route(String method, List<String> path, Answering endpoint) {
        /** Returns the parts that vary, by name, if {@code asked} is this route's path. */
        Optional<Map<String, String>> match(List<String> asked) {
            if (asked.size() != path.size()) return Optional.empty();
            Map<String, String> parts = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String part = path.get(i);
                boolean varies = part.startsWith("{");
                if (varies) parts.put(part.substring(1, part.length() - 1), asked.get(i));
                else if (!part.equals(asked.get(i))) return Optional.empty();
            }
            return Optional.of(parts);
        }
    }
}
