package reelskill.nemo;

/** A bearer token. It goes to the API host only; printed it is {@code ***}. */
public record Token(String value) {
    public Token {
        if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a token is printable ASCII without spaces");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
