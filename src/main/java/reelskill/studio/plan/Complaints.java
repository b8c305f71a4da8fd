package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "the logo is too big, make it smaller" names twice what is wanted once, and only the first time what of. */
final class Complaints {
    private static final Pattern COMPLAINT = Pattern.compile(
            "^(?:(?:is|are|looks?|sounds?|way|a bit|a little|kinda|so) )*(?:too |(?:washed[- ]out|dull|faded)$)|^(?:声音|音量|人|脸)?[太偏]|^[人脸]有点"
                    + "|^(?:有点|有些|过于|过分|略|稍微|不够|不太|不怎么|没那么)|^(?:高|低|大|小|快|慢|亮|暗|响|轻|大声|小声|暖|冷|黄|蓝|黑)了(?:一?[点些])?$");

    private static final Pattern JUDGEMENT =
            Pattern.compile("(?i)\\b(?:it|they|that|this|which)(?:['’](?:s|re)| is| are| was| were)\\b|[很太挺]|有点|比较");

    private static final Pattern FIX = Pattern.compile("(?i)(?:fix|fix (?:it|that|this)|correct|improve|修复|修正|改善|优化)");

    private static final Set<String> THINGS = Clause.concepts("MUSIC VOICE TITLE SUBTITLES LOGO");
    private static final Set<String> GOING = Clause.concepts("REMOVE CUT TRIM MUTE");

    private final String words;
    private final Function<List<Token>, Clause> clause;

    /**
     * @param words the sentence
     * @param clause makes a clause of some of its tokens
     */
    Complaints(String words, Function<List<Token>, Clause> clause) {
        this.words = words;
        this.clause = clause;
    }

    /** Returns what {@code complaint} and {@code remedy} together ask for; empty where they are not one wish. */
    Optional<Reading> answered(List<Token> complaint, List<Token> remedy) {
        if (complaint.stream().noneMatch(this::complains)) return Optional.empty();
        Optional<Reading> back = read(remedy).filter(reading -> reading.history() < 0);
        if (back.isPresent() && complaint.size() <= 2) return back;
        Class<?> wanted = kind(read(complaint));
        // 说话声太小，音乐太大: two sounds, each with a wish of its own.
        boolean apart = remedy.stream()
                .anyMatch(token -> THINGS.contains(token.concept()) && !names(complaint, token.concept()));
        // "clip 1 is too dark, clip 3 too bright": two clips, each with one too.
        apart |= Limiting.namesPart(complaint) && Limiting.namesPart(remedy);
        if (wanted == Reading.class || apart) return Optional.empty();
        List<Token> whose =
                complaint.stream().filter(token -> !complains(token)).toList();
        Optional<Reading> both = read(Atoms.joined(
                Stream.of(whose, remedy).filter(tokens -> !tokens.isEmpty()).toList()));
        return wanted == kind(both) ? both : saidTwice(complaint, remedy, wanted);
    }

    private static boolean names(List<Token> tokens, String concept) {
        return tokens.stream().anyMatch(token -> token.is(concept));
    }

    /** "too quiet, a bit more": what follows would only go on with what the complaint is answered by. */
    private Optional<Reading> saidTwice(List<Token> complaint, List<Token> next, Class<?> wanted) {
        Optional<Reading> first = read(complaint);
        boolean same = Rules.read(clause.apply(next).after(first.orElseThrow().operations()))
                .filter(reading -> reading.instead() && kind(Optional.of(reading)) == wanted)
                .isPresent();
        return same ? first : Optional.empty();
    }

    /** "remove the music, it's too loud": behind what goes, it tells why that goes. */
    boolean isReason(List<Token> deed, List<Token> atom) {
        if (isEcho(deed, atom)) return true;
        if (isAnswered(deed, atom)) return true;
        boolean gone = deed.stream().anyMatch(token -> GOING.contains(token.concept()));
        return gone && (atom.stream().allMatch(this::complains) || isJudgement(deed, atom));
    }

    /** "the sound is too quiet, fix it": what answers the complaint is what is asked for. */
    private boolean isAnswered(List<Token> complaint, List<Token> atom) {
        boolean fix = !atom.isEmpty() && atom.stream().allMatch(token -> token.is("BETTER"));
        String said = fix ? words.substring(Atoms.from(List.of(atom)), Atoms.to(List.of(atom))) : "";
        return FIX.matcher(said).matches()
                && complaint.stream().anyMatch(this::complains)
                && kind(read(complaint)) != Reading.class;
    }

    /** 饱和度调低一点，看着太艳: said behind what answers it, it asks for no more of it. */
    private boolean isEcho(List<Token> deed, List<Token> atom) {
        boolean told = !atom.isEmpty() && atom.stream().allMatch(this::complains);
        Class<?> done = told && deed.stream().noneMatch(this::complains) ? kind(read(deed)) : Reading.class;
        return done != Reading.class && done == kind(read(atom));
    }

    /** "drop clip 3, it's boring": said of what goes, it asks for no other cuts. */
    private boolean isJudgement(List<Token> deed, List<Token> atom) {
        boolean dull = atom.stream().allMatch(token -> token.is("BORING"))
                && deed.stream().noneMatch(token -> token.is("BORING"));
        String said = words.substring(Atoms.to(List.of(deed)), Atoms.to(List.of(atom)));
        return dull && JUDGEMENT.matcher(said).find();
    }

    private Optional<Reading> read(List<Token> tokens) {
        return Rules.read(clause.apply(tokens));
    }

    private boolean complains(Token token) {
        return COMPLAINT
                .matcher(words.substring(token.from(), token.to()).toLowerCase(Locale.ROOT))
                .find();
    }

    /** Returns what kind of thing is done; the class of readings for nothing or several. */
    private static Class<?> kind(Optional<Reading> reading) {
        List<EditOperation> done = reading.map(Reading::operations).orElseGet(List::of);
        return done.size() == 1 ? done.get(0).getClass() : Reading.class;
    }
}
