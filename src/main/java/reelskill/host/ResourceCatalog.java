package reelskill.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** The resources of a server. Implementations serve many calls at once. */
public interface ResourceCatalog {
    /** Returns the descriptors of the resources that there are now for this client: uri, name, description, mimeType. */
    ArrayNode resources(CallContext context);

    /** Returns the descriptors of the templates: uriTemplate, name, description, mimeType. */
    ArrayNode templates();

    /**
     * Reads one resource, never empty.
     *
     * @throws HostException {@link HostException#resourceNotFound} if there is none
     * @throws InputRequired let through from {@link CallContext#ask}
     */
    List<ResourceContents> read(String uri, CallContext context);

    /** Returns true if {@link #watch} works: then the server declares subscriptions. */
    default boolean canWatch() {
        return false;
    }

    /** Calls {@code changed} from any thread after each change of the resource, until the watch is closed. */
    default AutoCloseable watch(String uri, Runnable changed) {
        throw HostException.resourceNotFound(uri);
    }
}
