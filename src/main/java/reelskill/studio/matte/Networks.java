package reelskill.studio.matte;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import reelskill.studio.matte.MatteException.Reason;

/**
 * The networks, loaded when first asked and until closed. Safe for use by many threads, and meant for it: each call works
 * on the thread that makes it and on no other. Closing waits for the calls that run; later ones are refused.
 */
public final class Networks implements AutoCloseable {
    private final Map<Model, OrtSession> sessions = new EnumMap<>(Model.class);
    /** Calls share it. A session that is closed under a call takes the whole process along. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    /**
     * Inputs that no call has now. The runtime would make a new one for each call, and what is outside the heap goes only
     * when the whole heap is swept: the larger that is, the later.
     */
    private final Queue<FloatBuffer> rooms = new ConcurrentLinkedQueue<>();

    private final AtomicInteger longest = new AtomicInteger();
    private boolean closed;

    /**
     * Loads the smallest network and lets go of it.
     *
     * @throws MatteException if networks cannot be run here
     */
    public static void prove() {
        try (OrtSession session = open(Model.SELFIE)) {
            session.getNumInputs();
        } catch (OrtException e) {
            throw new MatteException(Reason.FAILED, Model.SELFIE.toString(), e);
        }
    }

    /** Returns the matte of a region from the portrait network, with a grid of at most {@code pixels} places. */
    Matte portrait(Half picture, YuvMatrix matrix, Region region, int pixels) {
        double scale = Math.min(1, Math.sqrt((double) pixels / region.area()));
        int step = Model.PORTRAIT.step();
        int width = steps(region.width() * scale, step);
        int height = steps(region.height() * scale, step);
        float[] input = ModelInput.of(picture, matrix, region, width, height, 2 / 255f, -1);
        return run(Model.PORTRAIT, region, input, width, height);
    }

    /** Returns where people are in a region, coarsely. Cheap: the network has one small size. */
    Matte people(Half picture, YuvMatrix matrix, Region region) {
        // The landscape network is the better of the two on squares as well (measured on regions around a person).
        boolean wide = region.width() * 10 > region.height() * 8;
        int width = 256;
        int height = wide ? 144 : 256;
        float[] input = ModelInput.of(picture, matrix, region, width, height, 1 / 255f, 0);
        return run(wide ? Model.SELFIE_LANDSCAPE : Model.SELFIE, region, input, width, height);
    }

    private static int steps(double size, int step) {
        return Math.max(4, (int) Math.round(size / step)) * step;
    }

    private Matte run(Model model, Region region, float[] input, int width, int height) {
        open.readLock().lock();
        try {
            if (closed) throw new CancellationException("the networks were closed");
            return run(session(model), model, region, input, width, height);
        } finally {
            open.readLock().unlock();
        }
    }

    private Matte run(OrtSession session, Model model, Region region, float[] input, int width, int height) {
        long[] shape = {1, 3, height, width};
        FloatBuffer room = room(input.length).put(input).flip();
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), room, shape);
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            byte[] alpha = new byte[width * height];
            for (int i = 0; i < alpha.length; i++) alpha[i] = (byte) (int) (255 * values.get(i) + 0.5f);
            return new Matte(region, width, height, alpha);
        } catch (OrtException e) {
            throw new MatteException(Reason.FAILED, model.toString(), e);
        } finally {
            rooms.add(room);
        }
    }

    /** Returns room for an input, outside the heap, that another call had before where one is large enough. */
    private FloatBuffer room(int length) {
        FloatBuffer room = rooms.poll();
        if (room != null && room.capacity() >= length) return room.clear();
        int roomy = longest.accumulateAndGet(length, Math::max);
        return ByteBuffer.allocateDirect(roomy * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private synchronized OrtSession session(Model model) {
        return sessions.computeIfAbsent(model, Networks::open);
    }

    private static OrtSession open(Model model) {
        byte[] bytes = model.bytes();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Frames run beside each other; that beats threads inside a frame (measured: matting.md, 2).
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // It writes to standard error, which belongs to the command line.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            return OrtEnvironment.getEnvironment().createSession(bytes, options);
        } catch (OrtException e) {
            throw new MatteException(Reason.MODEL_DAMAGED, model.toString(), e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new MatteException(Reason.NOT_SUPPORTED, System.getProperty("os.arch"), e);
        }
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            closed = true;
            for (OrtSession session : sessions.values()) session.close();
            sessions.clear();
        } catch (OrtException e) {
            // It was closed before; there is nothing left to free.
        } finally {
            open.writeLock().unlock();
        }
    }
}
