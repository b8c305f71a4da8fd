package reelskill.nemo;

import java.util.List;
import java.util.Random;

/** Random answers: the fields of the protocol in their places and elsewhere, with values of every kind. */
final class GeneratedJson {
    private static final List<String> NAMES = List.of(
            "code",
            "success",
            "data",
            "error",
            "detail",
            "message",
            "status",
            "output",
            "outputUrl",
            "url",
            "progress",
            "id",
            "token",
            "expires_at",
            "user_id",
            "available",
            "frozen",
            "total",
            "files",
            "filename",
            "duration",
            "width",
            "height",
            "fps",
            "state",
            "draft",
            "session_id");
    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "-1",
            "1001",
            "2001",
            "true",
            "false",
            "null",
            "\"\"",
            "\"completed\"",
            "\"https://a/b\"",
            "1e999999999",
            "-1e-999999999",
            "\"1e999999999\"",
            "9223372036854775808",
            "0.1",
            "\"2026-11-21T00:00:00Z\"",
            "\"99999999999999999999\"",
            "\"%\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "\"中\"",
            "1" + "0".repeat(300));

    private final Random random;

    GeneratedJson(Random random) {
        this.random = random;
    }

    String envelope() {
        return switch (random.nextInt(5)) {
            case 0 -> "{\"code\":0,\"data\":" + object(3) + "}";
            case 1 -> "{\"success\":true,\"data\":" + object(3) + "}";
            case 2 -> "[".repeat(random.nextInt(3000));
            default -> object(4);
        };
    }

    private String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int left = random.nextInt(6); left > 0; left--) {
            if (object.length() > 1) object.append(',');
            object.append('"')
                    .append(NAMES.get(random.nextInt(NAMES.size())))
                    .append("\":")
                    .append(value(depth - 1));
        }
        return object.append('}').toString();
    }

    private String value(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) return object(depth);
        if (depth > 0 && random.nextInt(8) == 0) return "[" + value(depth - 1) + "," + value(depth - 1) + "]";
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
