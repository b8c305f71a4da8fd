package reelskill.studio.matte;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reelskill.studio.matte.MatteException.Reason;

/** A network that comes with the program. Licences and origins: {@code models/PROVENANCE.md} among the resources. */
enum Model {
    /** MODNet, whole numbers: input of -1 to 1, any size in steps of 32. */
    PORTRAIT("modnet-int8.onnx", "00349b1563517e2694c54b13bbbb0469a8994c898c6c4da143f4a7dfe9b835d3", 32),
    /** MediaPipe selfie segmentation: input of 0 to 1. */
    SELFIE("selfie.onnx", "f35cbc987567b0182f214db186f092ccf47fbdb6c314d2a76eea7fa25836baa5", 256),
    SELFIE_LANDSCAPE("selfie-landscape.onnx", "bf795ea01127a03ed7980f9f4b67399651d5ce96e9d6212a26e6d643c55127e2", 256);

    private final String file;
    private final String sha256;
    private final int step;

    Model(String file, String sha256, int step) {
        this.file = file;
        this.sha256 = sha256;
        this.step = step;
    }

    int step() {
        return step;
    }

    /**
     * Returns the file's bytes, checked.
     *
     * @throws MatteException if they are missing or not the ones that were shipped
     */
    byte[] bytes() {
        try (InputStream in = Model.class.getResourceAsStream("models/" + file)) {
            if (in == null) throw new MatteException(Reason.MODEL_MISSING, file);
            byte[] bytes = in.readAllBytes();
            check(bytes);
            return bytes;
        } catch (IOException e) {
            throw new MatteException(Reason.MODEL_DAMAGED, file, e);
        }
    }

    void check(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            if (!HexFormat.of().formatHex(digest).equals(sha256)) throw new MatteException(Reason.MODEL_DAMAGED, file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
