package reelskill.studio.store;

import java.time.Instant;

/** A bearer token. The store keeps only its hash: this is the one moment at which it can be read. */
public record IssuedToken(String token, Account account, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedToken[token=***, account=" + account.id() + ", expiresAt=" + expiresAt + "]";
    }
}
