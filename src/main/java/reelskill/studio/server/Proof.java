package reelskill.studio.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What only somebody who can read the studio's secret can compute. Safe for use by many threads. */
final class Proof {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Proof(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Returns the proof for {@code subject}; the same subject for another {@code purpose} has another one. */
    String of(String purpose, String subject) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((purpose + '\0' + subject).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Returns whether {@code claimed} is the proof, in a time that does not tell how much of it is right. */
    boolean isRight(String purpose, String subject, String claimed) {
        return MessageDigest.isEqual(
                of(purpose, subject).getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
    }
}
