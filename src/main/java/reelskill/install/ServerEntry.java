package reelskill.install;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a host starts our MCP server: the JVM itself, with no shell in between. */
public record ServerEntry(String command, List<String> arguments, Map<String, String> environment) {
    /** Settings of the person that the server reads from its environment, where a host hands on only what is named. */
    static final List<String> PASSED_ON = List.of(
            "NEMO_TOKEN",
            "NEMO_CLIENT_ID",
            "NEMO_API_URL",
            "NEMO_WEB_URL",
            "REELSKILL_HOME",
            "REELSKILL_BACKEND",
            "REELSKILL_FFMPEG",
            "REELSKILL_ROOTS",
            "REELSKILL_SPEND_LIMIT");

    /** As the launcher starts it: quick to the first answer, and silent on standard output but for the protocol. */
    private static final List<String> JVM = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Djava.awt.headless=true");

    /** Hosts hand on no locale, and without one Java 17 on Linux opens only files with ASCII names. */
    private static final String UTF_8_NAMES = "C.UTF-8";

    public ServerEntry {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /**
     * Returns the entry for a skill folder.
     *
     * @param java the program that runs it
     * @param options what follows {@code mcp}, like {@code --local}
     */
    static ServerEntry of(String java, String folder, List<String> options, Host host) {
        List<String> arguments = new ArrayList<>(JVM);
        arguments.add("-Dreelskill.root=" + folder);
        arguments.add("-jar");
        arguments.add(folder + "/" + SkillPackage.JAR);
        arguments.add("mcp");
        arguments.addAll(options);
        return new ServerEntry(java, arguments, Map.of("SKILL_SOURCE", host.source(), "LC_CTYPE", UTF_8_NAMES));
    }

    /** Returns this for a file that several hosts read: it names none. */
    ServerEntry ofAnyHost() {
        return new ServerEntry(command, arguments, Map.of("LC_CTYPE", UTF_8_NAMES));
    }

    static ServerEntry of(String java, Path folder, List<String> options, Host host) {
        return of(java, folder.toString().replace('\\', '/'), options, host);
    }

    /** Reads an entry of any host's shape. */
    static ServerEntry read(JsonNode written) {
        List<String> line = new ArrayList<>();
        JsonNode command = written.path("command");
        if (command.isTextual()) line.add(command.asText());
        else command.forEach(word -> line.add(word.asText()));
        written.path("args").forEach(word -> line.add(word.asText()));
        Map<String, String> environment = new LinkedHashMap<>();
        for (String list : List.of("env", "environment")) {
            written.path(list)
                    .properties()
                    .forEach(value ->
                            environment.put(value.getKey(), value.getValue().asText()));
        }
        return new ServerEntry(
                line.isEmpty() ? "" : line.get(0), line.stream().skip(1).toList(), environment);
    }
}
