package reelskill.skill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The host that the skill runs on, and by which sign it was known. */
public record Platform(String name, Sign sign) {
    public static final Platform UNKNOWN = new Platform("unknown", Sign.NONE);

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** In the order in which they are asked; a path says more than the environment, which nested hosts inherit. */
    public enum Sign {
        SKILL_SOURCE,
        OFFICIAL_PATH,
        ORIGIN_FILE,
        HOST_PATH,
        CLIENT_NAME,
        ENVIRONMENT,
        NONE
    }

    /** Returns the first host that {@code signals} show, in the order of protocol.md, Headers. Reads no file, only asks whether it is there. */
    public static Platform detect(PlatformSignals signals, PlatformTable table) {
        Optional<Platform> official =
                bySkillSource(signals).or(() -> byPath(signals, table.official(), Sign.OFFICIAL_PATH));
        if (official.isPresent() || !table.extended()) return official.orElse(UNKNOWN);
        return byOriginFile(signals, table)
                .or(() -> byPath(signals, table.paths(), Sign.HOST_PATH))
                .or(() -> byClientName(signals, table))
                .or(() -> byEnvironment(signals, table))
                .orElse(UNKNOWN);
    }

    private static Optional<Platform> bySkillSource(PlatformSignals signals) {
        return Optional.ofNullable(signals.environment().get("SKILL_SOURCE"))
                .map(String::strip)
                .filter(source -> SAFE.matcher(source).matches())
                .map(source -> new Platform(source, Sign.SKILL_SOURCE));
    }

    private static Optional<Platform> byPath(PlatformSignals signals, List<PlatformTable.Rule> rules, Sign sign) {
        // As invoked first: an installer may link a host's folder to one that all hosts share.
        return Stream.of(signals.invoked(), signals.real())
                .map(Platform::slashed)
                .flatMap(path -> rules.stream().filter(rule -> path.contains(rule.part())))
                .findFirst()
                .map(rule -> new Platform(rule.platform(), sign));
    }

    private static Optional<Platform> byOriginFile(PlatformSignals signals, PlatformTable table) {
        return table.originFiles().entrySet().stream()
                .filter(file -> Files.isRegularFile(signals.real().resolve(file.getKey())))
                .findFirst()
                .map(file -> new Platform(file.getValue(), Sign.ORIGIN_FILE));
    }

    private static Optional<Platform> byClientName(PlatformSignals signals, PlatformTable table) {
        return signals.clientName()
                .map(client -> table.clients().get(client.strip().toLowerCase(Locale.ROOT)))
                .map(name -> new Platform(name, Sign.CLIENT_NAME));
    }

    private static Optional<Platform> byEnvironment(PlatformSignals signals, PlatformTable table) {
        return table.environment().stream()
                .filter(condition -> condition.holds(signals.environment()))
                .findFirst()
                .map(condition -> new Platform(condition.platform(), Sign.ENVIRONMENT));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/') + "/";
    }
}
