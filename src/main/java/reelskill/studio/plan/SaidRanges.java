package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.transcript.Word;

/**
 * Looks up what is said. Cuts fall into the pauses around it, leaving a breath; where there is no pause, they fall where
 * the words are estimated to part.
 *
 * @param found the ranges of the timeline; empty where it was not found, or it is not clear which is meant
 * @param problem why they are empty
 */
record SaidRanges(List<FrameRange> found, Optional<String> problem) {
    private static final Duration BREATH = Duration.ofMillis(150);
    private static final int MOST_NAMED = 5;

    static SaidRanges of(Scene scene, Speech speech, SaidPart part) {
        if (part instanceof SaidPart.Sentences it) return sentences(scene, speech, it);
        if (part instanceof SaidPart.Containing it) return containing(scene, speech, it.words());
        String words = part instanceof SaidPart.Before it ? it.words() : ((SaidPart.After) part).words();
        return beside(scene, speech, words, part instanceof SaidPart.Before);
    }

    private static SaidRanges sentences(Scene scene, Speech speech, SaidPart.Sentences part) {
        List<List<Said>> all = speech.sentences();
        int first = index(part.first(), all.size());
        int last = index(part.last(), all.size());
        if (first < 0 || last >= all.size() || last < first) {
            return problem(scene.say("There are only %d sentences.", "总共只有%d句。", all.size()));
        }
        return found(List.of(range(scene, speech, all.get(first).get(0), end(all.get(last)))));
    }

    private static SaidRanges containing(Scene scene, Speech speech, String words) {
        List<FrameRange> found = speech.sentences().stream()
                .filter(sentence -> !places(sentence, words).isEmpty())
                .map(sentence -> range(scene, speech, sentence.get(0), end(sentence)))
                .toList();
        // The words may go over the end of a sentence, where the recognizer set a full stop of its own.
        if (found.isEmpty()) {
            found = places(speech.words(), words).stream()
                    .map(place -> range(scene, speech, place.get(0), end(place)))
                    .toList();
        }
        return found.isEmpty() ? problem(missing(scene, speech, words)) : found(found);
    }

    private static SaidRanges beside(Scene scene, Speech speech, String words, boolean before) {
        List<List<Said>> places = places(speech.words(), words);
        if (places.isEmpty()) return problem(missing(scene, speech, words));
        if (places.size() > 1) {
            return problem(scene.say(
                    "\"%s\" is said %d times (%s): name the time instead, for example: cut everything after %s.",
                    "“%s”出现了%d次（%s），请直接说时间，例如：删除%s之后的内容。",
                    words,
                    places.size(),
                    moments(scene, places),
                    moment(scene, end(places.get(places.size() - 1)).word().out())));
        }
        long total = scene.timeline().duration();
        FrameRange place = range(scene, speech, places.get(0).get(0), end(places.get(0)));
        // At the edges of the video the words have no neighbour, and keep a breath of what is there.
        long in = Math.max(place.in(), scene.frames(places.get(0).get(0).word().in()) - scene.frames(BREATH));
        long out = Math.min(place.out(), scene.frames(end(places.get(0)).word().out()) + scene.frames(BREATH));
        boolean nothing = before ? in <= 0 : out >= total;
        if (nothing) return problem(scene.say("There is nothing there to cut.", "那里没有可以删除的内容。"));
        return found(List.of(before ? new FrameRange(0, in) : new FrameRange(out, total)));
    }

    /** Returns all places at which {@code words} are said one after the other, however they are written. */
    private static List<List<Said>> places(List<Said> said, String words) {
        List<String> wanted = sounds(Stream.of(words.split("[\\s，。、]+")));
        List<Said> heard =
                said.stream().filter(it -> !it.word().sound().isEmpty()).toList();
        List<List<Said>> places = new ArrayList<>();
        for (int at = 0; !wanted.isEmpty() && at + wanted.size() <= heard.size(); at++) {
            List<Said> place = heard.subList(at, at + wanted.size());
            if (place.stream().map(it -> it.word().sound()).toList().equals(wanted)) places.add(place);
        }
        return places.isEmpty() ? joined(heard, String.join("", wanted)) : places;
    }

    /** Scripts without spaces have words of one character each, and "to day" is "today". */
    private static List<List<Said>> joined(List<Said> heard, String wanted) {
        List<List<Said>> places = new ArrayList<>();
        for (int first = 0; first < heard.size() && !wanted.isEmpty(); first++) {
            StringBuilder sounds = new StringBuilder();
            int end = first;
            while (end < heard.size() && sounds.length() < wanted.length())
                sounds.append(heard.get(end++).word().sound());
            if (sounds.toString().equals(wanted)) places.add(heard.subList(first, end));
        }
        return places;
    }

    private static List<String> sounds(Stream<String> words) {
        return words.map(Word::sound).filter(sound -> !sound.isEmpty()).toList();
    }

    /** Asks with the sentence that has most of the words. */
    private static String missing(Scene scene, Speech speech, String words) {
        List<String> wanted = sounds(Arrays.stream(words.split("\\s+")));
        Optional<List<Said>> near = speech.sentences().stream()
                .max((one, other) -> Long.compare(shared(one, wanted), shared(other, wanted)))
                .filter(sentence -> 2 * shared(sentence, wanted) >= Math.max(1, wanted.size()));
        String told = scene.say("I did not hear \"%s\", so nothing was cut.", "没有听到“%s”，没有删除任何内容。", words);
        return near.map(sentence -> told
                        + scene.say(
                                " Do you mean \"%s\" (%s)? Say it in these words, or name the time.",
                                "您是指“%s”（%s）吗？请用这些词，或直接说时间。",
                                ShowTranscript.text(sentence),
                                moment(scene, sentence.get(0).word().in())))
                .orElse(told + scene.say(" Ask \"what is being said?\" to see the words.", "可以说“逐字稿”查看全部内容。"));
    }

    private static long shared(List<Said> sentence, List<String> wanted) {
        return sentence.stream()
                .filter(said -> wanted.contains(said.word().sound()))
                .count();
    }

    /** Returns the frames from {@code first} to {@code last} and what belongs to them of the pauses around. */
    private static FrameRange range(Scene scene, Speech speech, Said first, Said last) {
        int before = speech.words().indexOf(first) - 1;
        int after = speech.words().indexOf(last) + 1;
        Duration end = scene.timeline().rate().time(scene.timeline().duration());
        Duration in = before < 0
                ? Duration.ZERO
                : between(speech.words().get(before).word().out(), first.word().in(), true);
        Duration out = after >= speech.words().size()
                ? end
                : between(last.word().out(), speech.words().get(after).word().in(), false);
        long from = scene.frames(in);
        return new FrameRange(from, Math.max(from + 1, scene.frames(out)));
    }

    /** A breath before the words, and the rest of the pause with what was before them. */
    private static Duration between(Duration out, Duration in, boolean nearIn) {
        Duration half = in.minus(out).dividedBy(2);
        if (half.isNegative()) return in;
        Duration breath = half.compareTo(BREATH) < 0 ? half : BREATH;
        return nearIn ? in.minus(breath) : out.plus(breath);
    }

    private static Said end(List<Said> said) {
        return said.get(said.size() - 1);
    }

    private static int index(int number, int count) {
        return number > 0 ? number - 1 : count + number;
    }

    private static String moments(Scene scene, List<List<Said>> places) {
        return places.stream()
                .limit(MOST_NAMED)
                .map(place -> moment(scene, place.get(0).word().in()))
                .collect(Collectors.joining(scene.say(", ", "、")));
    }

    private static String moment(Scene scene, Duration time) {
        return Figures.moment(scene, scene.frames(time));
    }

    private static SaidRanges found(List<FrameRange> ranges) {
        return new SaidRanges(FrameRange.merged(ranges), Optional.empty());
    }

    private static SaidRanges problem(String sentence) {
        return new SaidRanges(List.of(), Optional.of(sentence));
    }
}
