package reelskill.install;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a host wants an MCP server written. Time limits are there where the host has one of its own to raise. */
enum Shape {
    CLAUDE {
        @Override
        ObjectNode write(ServerEntry entry) {
            return body(object().put("type", "stdio"), entry).put("timeout", LONGEST_CALL_MILLIS);
        }
    },
    COPILOT {
        @Override
        ObjectNode write(ServerEntry entry) {
            ObjectNode written = object().put("type", "local");
            written.putArray("tools").add("*");
            return body(written, entry).put("timeout", LONGEST_CALL_MILLIS);
        }
    },
    CURSOR {
        @Override
        ObjectNode write(ServerEntry entry) {
            return body(object(), entry);
        }
    },
    GEMINI {
        @Override
        ObjectNode write(ServerEntry entry) {
            return body(object(), entry).put("timeout", LONGEST_CALL_MILLIS);
        }
    },
    OPENCLAW {
        @Override
        ObjectNode write(ServerEntry entry) {
            return body(object(), entry).put("requestTimeoutMs", LONGEST_CALL_MILLIS);
        }
    },
    VSCODE {
        @Override
        ObjectNode write(ServerEntry entry) {
            return body(object().put("type", "stdio"), entry);
        }
    },
    OPENCODE {
        @Override
        ObjectNode write(ServerEntry entry) {
            ObjectNode written = object().put("type", "local");
            ArrayNode command = written.putArray("command").add(entry.command());
            entry.arguments().forEach(command::add);
            entry.environment().forEach(written.putObject("environment")::put);
            return written.put("timeout", LONGEST_CALL_MILLIS);
        }
    },
    CODEX {
        @Override
        ObjectNode write(ServerEntry entry) {
            ObjectNode written = object().put("command", entry.command());
            entry.arguments().forEach(written.putArray("args")::add);
            // Codex hands on nothing that is not named.
            ArrayNode passed = written.putArray("env_vars");
            ServerEntry.PASSED_ON.forEach(passed::add);
            written.put("startup_timeout_sec", 30).put("tool_timeout_sec", LONGEST_CALL_MILLIS / 1000);
            entry.environment().forEach(written.putObject("env")::put);
            return written;
        }
    };

    /** A turn's own limit; every tool of ours answers within 50 s, so that it is never reached. */
    static final int LONGEST_CALL_MILLIS = 900_000;

    abstract ObjectNode write(ServerEntry entry);

    private static ObjectNode body(ObjectNode written, ServerEntry entry) {
        written.put("command", entry.command());
        entry.arguments().forEach(written.putArray("args")::add);
        entry.environment().forEach(written.putObject("env")::put);
        return written;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
