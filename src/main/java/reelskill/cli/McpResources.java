package reelskill.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reelskill.host.CallContext;
import reelskill.host.Content;
import reelskill.host.HostException;
import reelskill.host.ResourceCatalog;
import reelskill.host.ResourceContents;
import reelskill.host.ToolResult;
import reelskill.session.ExportRecord;
import reelskill.session.JobRecord;

/**
 * What the read-only tools tell, by address: {@code timeline://}, {@code preview://} and {@code receipt://}. The list names
 * what the conversation has used; the templates reach everything that its ids name.
 */
record McpResources(LazyTools tools) implements ResourceCatalog {
    private static final String CURRENT = "current";
    private static final int MOST_RECEIPTS = 20;

    @Override
    public ArrayNode resources(CallContext context) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List<String> sessions = tools.tools().recent().of(context.conversation());
        if (sessions.isEmpty()) return all;
        timeline(all, CURRENT, "Timeline now", "What is on the timeline that was worked on last");
        for (String session : sessions) describe(all, session);
        return all;
    }

    private void describe(ArrayNode all, String session) {
        timeline(all, session, "Timeline of " + session, "What is on the timeline of this session now");
        if (hasExport(session)) {
            add(all, "preview://" + session, "Preview of " + session, "Frames of its newest export", "image/jpeg");
        }
        tools.desk().journal().jobsOf(session).stream()
                .filter(JobRecord::hasEnded)
                .limit(MOST_RECEIPTS)
                .forEach(job -> add(
                        all,
                        "receipt://" + job.id(),
                        "Receipt of an " + job.kind().toLowerCase(Locale.ROOT),
                        "What this " + job.kind().toLowerCase(Locale.ROOT) + " led to",
                        "text/plain"));
    }

    private boolean hasExport(String session) {
        return tools.desk().journal().exports().stream()
                .anyMatch(export -> export.sessionId().equals(session) && export.status() == ExportRecord.Status.DONE);
    }

    private static void timeline(ArrayNode all, String id, String name, String description) {
        add(all, "timeline://" + id, name, description, "text/plain");
    }

    private static void add(ArrayNode all, String uri, String name, String description, String mimeType) {
        all.addObject()
                .put("uri", uri)
                .put("name", name)
                .put("description", description)
                .put("mimeType", mimeType);
    }

    @Override
    public ArrayNode templates() {
        ArrayNode templates = JsonNodeFactory.instance.arrayNode();
        template(
                templates,
                "timeline://{session_id}",
                "timeline",
                "What is on the timeline of a session now",
                "text/plain");
        template(templates, "preview://{session_id}", "preview", "Frames of a session's newest export", "image/jpeg");
        template(templates, "receipt://{job_id}", "receipt", "What an upload, edit or export led to", "text/plain");
        return templates;
    }

    private static void template(ArrayNode templates, String uri, String name, String description, String mimeType) {
        templates
                .addObject()
                .put("uriTemplate", uri)
                .put("name", name)
                .put("description", description)
                .put("mimeType", mimeType);
    }

    @Override
    public List<ResourceContents> read(String uri, CallContext context) {
        int colon = uri.indexOf("://");
        String kind = colon < 0 ? "" : uri.substring(0, colon);
        String id = colon < 0 ? "" : uri.substring(colon + 3);
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        return switch (kind) {
            case "timeline" ->
                text(uri, call("show_timeline", arguments.put("session_id", session(uri, id, context)), uri, context));
            case "preview" ->
                pictures(
                        uri,
                        call("preview_video", arguments.put("session_id", session(uri, id, context)), uri, context));
            case "receipt" ->
                text(uri, call("wait_for", arguments.put("job_id", id).put("seconds", 0), uri, context));
            default -> throw HostException.resourceNotFound(uri);
        };
    }

    private String session(String uri, String id, CallContext context) {
        if (!id.equals(CURRENT)) return id;
        return tools.tools().recent().of(context.conversation()).stream()
                .findFirst()
                .orElseThrow(() -> HostException.resourceNotFound(uri));
    }

    private ToolResult call(String tool, ObjectNode arguments, String uri, CallContext context) {
        ToolResult result = tools.call(tool, arguments, context);
        if (result.isError()) throw HostException.resourceNotFound(uri);
        return result;
    }

    private static List<ResourceContents> text(String uri, ToolResult result) {
        List<ResourceContents> parts = new ArrayList<>();
        for (Content content : result.content()) {
            if (content instanceof Content.Text text) parts.add(ResourceContents.text(uri, "text/plain", text.text()));
        }
        return parts;
    }

    private static List<ResourceContents> pictures(String uri, ToolResult result) {
        List<ResourceContents> parts = new ArrayList<>();
        for (Content content : result.content()) {
            if (content instanceof Content.Image image) {
                parts.add(new ResourceContents(uri, image.mimeType(), null, image.base64()));
            }
        }
        if (parts.isEmpty()) throw HostException.resourceNotFound(uri);
        return parts;
    }
}
