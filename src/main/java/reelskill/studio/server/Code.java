package reelskill.studio.server;

/** The protocol's codes (protocol.md, Envelopes). Those below 1000 are HTTP's; the others come with HTTP 200. */
enum Code {
    SUCCESS(0),
    TOKEN_REJECTED(1001),
    SESSION_NOT_FOUND(1002),
    OUT_OF_CREDITS(2001),
    UNSUPPORTED_FILE(4001),
    FILE_TOO_LARGE(4002),
    BAD_REQUEST(400),
    EXPORT_BLOCKED(402),
    FORBIDDEN(403),
    NOT_FOUND(404),
    WRONG_METHOD(405),
    CONFLICT(409),
    RANGE_OUTSIDE(416),
    RATE_LIMITED(429),
    FAILED(500);

    private final int wire;

    Code(int wire) {
        this.wire = wire;
    }

    int wire() {
        return wire;
    }

    int status() {
        return wire == 0 || wire >= 1000 ? 200 : wire;
    }
}
