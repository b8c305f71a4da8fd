package reelskill.studio.speech;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** The end of a network. */
final class Closing {
    private Closing() {}

    static void close(OrtSession network) {
        try {
            network.close();
        } catch (OrtException e) {
            // It was closed before; there is nothing left to free.
        }
    }
}
