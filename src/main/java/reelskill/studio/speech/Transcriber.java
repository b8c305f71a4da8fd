package reelskill.studio.speech;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import reelskill.media.TimeRange;
import reelskill.studio.speech.Recognized.Heard;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Spread;
import reelskill.studio.transcript.Transcript;
import reelskill.studio.transcript.Word;

/**
 * Writes down what is said in a sound, passage by passage. What the recognizer was not sure of is marked, and what it most
 * likely made up is left out: it finds English words in everything.
 */
public final class Transcriber {
    /** Below this, what was written is not what was said (measured: another language reaches 0.57). */
    private static final double MADE_UP = 0.58;
    /** Words a second of speech, of anybody who speaks English. */
    private static final double SLOWEST = 0.5;

    private static final double FASTEST = 6.5;

    private final byte[] percents;
    private final List<TimeRange> stretches;

    /** @param percents the {@link VoiceDetector}'s answers for the sound */
    public Transcriber(byte[] percents) {
        this.percents = percents.clone();
        this.stretches = Stretches.of(percents);
    }

    /**
     * Returns the transcript of {@code sound}. Uses all processors.
     *
     * @throws CancellationException if the thread is interrupted; it stays interrupted
     * @throws SpeechException if the recognizer cannot run here
     */
    public Transcript transcribe(MonoSound sound) {
        List<Passage> passages = Passage.of(stretches, percents);
        if (passages.isEmpty()) return Transcript.SILENCE;
        List<Phrase> phrases = new ArrayList<>();
        int threads = Math.min(passages.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, Transcriber::daemon);
        try (Recognizer recognizer = new Recognizer()) {
            List<Future<List<Phrase>>> all = new ArrayList<>();
            for (int i = 0; i < passages.size(); i++) {
                Passage passage = passages.get(i);
                Duration before = i == 0 ? Duration.ZERO : passages.get(i - 1).out();
                Duration after = i + 1 < passages.size() ? passages.get(i + 1).in() : Duration.ofDays(1);
                all.add(pool.submit(
                        () -> phrases(recognizer.recognize(passage.samples(sound, before, after)), passage)));
            }
            try {
                for (Future<List<Phrase>> one : all) phrases.addAll(one.get());
            } finally {
                all.forEach(one -> one.cancel(false));
                finish(pool);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while hearing speech");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SpeechException known) throw known;
            throw new IllegalStateException("hearing speech failed", e.getCause());
        }
        Duration spoken = passages.stream().map(Passage::spoken).reduce(Duration.ZERO, Duration::plus);
        return new Transcript(Transcript.Origin.RECOGNIZED, phrases, spoken);
    }

    /** The recognizer may be closed only when nothing runs in it any more. */
    private static void finish(ExecutorService pool) {
        pool.shutdown();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private static List<Phrase> phrases(Recognized recognized, Passage passage) {
        List<Heard> heard = recognized.words();
        double pace = heard.size() / Math.max(0.2, passage.spoken().toMillis() / 1000.0);
        boolean impossible = recognized.brokenOff() || pace < SLOWEST || pace > FASTEST;
        if (heard.isEmpty() || impossible || Recognized.confidence(heard) < MADE_UP) return List.of();
        List<Word> words =
                Spread.over(passage.stretches(), heard.stream().map(Heard::text).toList());
        List<Phrase> phrases = new ArrayList<>();
        int first = 0;
        for (int end = 1; end <= words.size(); end++) {
            if (end < words.size() && !words.get(end - 1).endsSentence()) continue;
            double confidence = Recognized.confidence(heard.subList(first, end));
            phrases.add(new Phrase(words.subList(first, end), confidence));
            first = end;
        }
        return phrases;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reelskill-speech");
        thread.setDaemon(true);
        return thread;
    }
}
