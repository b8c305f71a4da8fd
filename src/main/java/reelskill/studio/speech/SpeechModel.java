package reelskill.studio.speech;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;
import reelskill.studio.speech.SpeechException.Reason;

/** A file that comes with the program. Licences and origins: {@code models/PROVENANCE.md} among the resources. */
enum SpeechModel {
    VOICE("silero-vad-v6.onnx.xz", 1, "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3"),
    ENCODER("moonshine-tiny-encoder.onnx.gz", 1, "c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a"),
    DECODER("moonshine-tiny-decoder.onnx.gz", 2, "eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367"),
    VOCABULARY("vocabulary.txt.xz", 1, "7015eebad70f6975a0c548ce982fb76a4aa0835644628a5ed0b1fd41ff9a2912");

    private final String file;
    private final int parts;
    private final String sha256;

    /** @param parts into how many the file is cut; with more than one, each has its number behind its name */
    SpeechModel(String file, int parts, String sha256) {
        this.file = file;
        this.parts = parts;
        this.sha256 = sha256;
    }

    /**
     * Returns the file's bytes as they were published, checked.
     *
     * @throws SpeechException if they are missing or others
     */
    byte[] bytes() {
        try (InputStream in = unpacked()) {
            byte[] bytes = in.readAllBytes();
            if (!sha256(bytes).equals(sha256)) throw new SpeechException(Reason.MODEL_DAMAGED, name());
            return bytes;
        } catch (IOException e) {
            throw new SpeechException(Reason.MODEL_DAMAGED, name(), e);
        }
    }

    /** Returns the network, which works on the thread that calls it and on no other. The caller closes it. */
    OrtSession open() {
        byte[] bytes = bytes();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // These networks are too small to gain from threads inside them: stretches of speech run beside each other.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Processors without VNNI saturate in between and mishear: there it multiplies exactly, and slower.
            options.addConfigEntry("session.x64quantprecision", "1");
            return OrtEnvironment.getEnvironment().createSession(bytes, options);
        } catch (OrtException e) {
            throw new SpeechException(Reason.MODEL_DAMAGED, name(), e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new SpeechException(Reason.NOT_SUPPORTED, System.getProperty("os.arch"), e);
        }
    }

    private InputStream unpacked() throws IOException {
        return file.endsWith(".xz") ? new XZInputStream(packed()) : new GZIPInputStream(packed());
    }

    private InputStream packed() {
        if (parts == 1) return part(file);
        return new SequenceInputStream(Collections.enumeration(IntStream.rangeClosed(1, parts)
                .mapToObj(number -> part(file + "." + number))
                .toList()));
    }

    private static InputStream part(String file) {
        InputStream in = SpeechModel.class.getResourceAsStream("models/" + file);
        if (in == null) throw new SpeechException(Reason.MODEL_DAMAGED, file);
        return in;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
