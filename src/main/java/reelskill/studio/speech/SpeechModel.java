package reelskill.studio.speech;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;
import reelskill.studio.speech.SpeechException.Reason;

/** A file that comes with the program. Licences and origins: {@code models/PROVENANCE.md} among the resources. */
enum SpeechModel {
    VOICE("silero-vad-v6-16k.onnx.gz", 1),
    ENCODER("moonshine-tiny-encoder.onnx.gz", 1),
    DECODER("moonshine-tiny-decoder.onnx.gz", 2),
    VOCABULARY("vocabulary.txt.xz", 1);

    private final String file;
    private final int parts;

    /** @param parts into how many the file is cut; with more than one, each has its number behind its name */
    SpeechModel(String file, int parts) {
        this.file = file;
        this.parts = parts;
    }

    /**
     * Returns the file's bytes, checked by the sums that packing leaves: damage is found, and who can exchange what is in the
     * program can exchange the program. A test compares them with what was published.
     *
     * @throws SpeechException if they are missing or damaged
     */
    byte[] bytes() {
        try (InputStream in = unpacked()) {
            return in.readAllBytes();
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
}
