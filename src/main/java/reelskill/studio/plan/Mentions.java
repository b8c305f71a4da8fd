package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/**
 * What "it", "both" and "each" mean behind a clause that named clips: "move the last clip to the front and speed it up". Of one
 * sentence; not thread-safe.
 */
final class Mentions {
    private static final Pattern PRONOUN =
            Pattern.compile("\\b(?:its?|that one|this one|that clip|this clip|that shot|the same clip)\\b");
    private static final Pattern BOTH =
            Pattern.compile("\\b(?:each|both|them|those|these|they)\\b(?! clips?\\b| of the clips| shots?\\b)");
    static final Pattern OF_IT =
            Pattern.compile("\\b(?:of|off|from|in) (?:its?|that one|this one|that clip|each|both|them|those)\\b"
                    + "|\\bits (?:very )?(?:first|last|final|initial|opening|closing|start|end|beginning|ending)\\b");

    /** What goes on with what was said of a clip and is no wish of its own: "less saturated and a little brighter". */
    static final Pattern TRAILING =
            Pattern.compile("^(?:too|a (?:little|bit|touch)|slightly|much|more|less)\\b.*|^\\w+er$");

    static final Pattern COMPARED =
            Pattern.compile("^(?:and )?(?:(?:a (?:little|bit)|slightly|much) )?(?:louder|quieter|faster|slower)$");

    /** "slow clip 2 down, no sound": behind what is done to a clip it is said of that clip. */
    static final Pattern SILENT =
            Pattern.compile("^(?:muted|(?:and |with |but )?(?:no|without) (?:any )?(?:sound|audio))$");

    /** What tells by itself what the rest is. */
    private static final Set<String> RESTING =
            Clause.concepts("CLIPREF SPAN EXCEPT KEEP NOT ONLY RESTGONE VAGUE MEDIA ORDINAL CUTREF");

    private final Timeline now;
    private final Supplier<List<EditOperation>> last;
    private boolean described;
    private boolean altered;
    private final TimedPart part = new TimedPart();
    private List<ClipRef> clips = List.of();
    private List<Token> otherTime = List.of();
    private boolean topical;
    private boolean edited;
    private boolean spanned;
    private Optional<Span> copy = Optional.empty();

    Mentions(Timeline now, Supplier<List<EditOperation>> last) {
        this.now = now;
        this.last = last;
    }

    /** Returns the clause with the clip in place of what stands for it behind "before" and "after". */
    List<Token> named(List<Token> tokens) {
        List<Token> said = edited ? tokens : LastClip.named(tokens, now, last);
        return beside(said.stream().flatMap(token -> others(token, said)).toList());
    }

    /** "slow down clip 1 and speed up the rest". */
    private Stream<Token> others(Token token, List<Token> said) {
        boolean rest = token.is("OTHERS") || token.value().equals("rest");
        if (!rest) return Stream.of(token);
        List<ClipRef> beside = WithRest.named(said, token);
        if (!beside.isEmpty()) return butFor(beside, token);
        if (!otherTime.isEmpty())
            return otherTime.stream().map(time -> new Token(time.concept(), time.value(), token.from(), token.to()));
        if (!clips.isEmpty()) return butFor(clips, token);
        List<Token> left = LastClip.left(said, now, last.get(), edited, token);
        if (!left.isEmpty()) return left.stream();
        // "mute the intro", and then "brighten the rest"; said of nothing, nobody knows the rest of what it is.
        boolean alone = !edited && said.stream().noneMatch(other -> RESTING.contains(other.concept()));
        if (!alone) return Stream.of(token);
        return LastClip.of(now, last.get())
                .map(clip -> butFor(List.of(clip), token))
                .orElseGet(() -> Stream.of(new Token(Token.UNKNOWN, "", token.from(), token.to())));
    }

    private Stream<Token> butFor(List<ClipRef> spared, Token token) {
        List<Integer> mentioned = spared.stream()
                .flatMap(clip -> Clips.find(now, clip).stream())
                .map(Clips::number)
                .toList();
        return Clips.of(now).stream()
                .filter(clip -> !mentioned.contains(clip.number()))
                .map(clip -> new Token(Token.CLIPREF, ClipRef.number(clip.number()), token.from(), token.to()));
    }

    private List<Token> beside(List<Token> tokens) {
        if (clips.size() != 1) return tokens;
        Token named = new Token(Token.CLIPREF, clips.get(0), 0, 0);
        return tokens.stream()
                .flatMap(token -> isBesideIt(token)
                        ? List.of(new Token(token.concept(), "", token.from(), token.to()), named).stream()
                        : List.of(token).stream())
                .toList();
    }

    /** Returns {@code reading} done to the clip that the clause's "it" stands for, and remembers which clip it names. */
    Reading resolved(String said, Clause clause, Reading reading) {
        String small = said.toLowerCase(Locale.ROOT).strip();
        boolean ofCopy = copy.isPresent()
                && !isElsewhere(clause)
                && !reading.instead()
                && !reading.operations().isEmpty()
                && reading.operations().stream().allMatch(Mentions::isOfAll);
        if (ofCopy) return reading.each(one -> one.on(new Target(List.of(), List.of(copy.get()))).stream());
        if (clips.size() == 1 && said.contains("给它") && !isElsewhere(clause) && isAdded(reading))
            return reading.each(one -> Stream.of(new DuringClip(clips.get(0), one)));
        boolean begins = !edited;
        Optional<Span> own = ownTime(clause, reading);
        if (own.isPresent()) return reading.each(one -> one.on(new Target(clips, List.of(own.get()))).stream());
        copy = copied(clause, reading);
        edited |= !reading.operations().isEmpty();
        Optional<Reading> which = begins ? Pronouns.ofLast(now, small, clause, reading) : Optional.empty();
        if (which.isPresent()) return which.get();
        Optional<Reading> timed = part.meant(small, clause, reading);
        if (timed.isPresent()) return timed.get();
        Optional<Reading> shown = Pronouns.there(small, clause, reading);
        if (shown.isPresent()) return shown.get();
        // "mute clip 2 and put the song there".
        boolean there = clips.size() == 1 && Pronouns.isThere(small, clause) && isAdded(reading);
        if (there && Clips.numbers(now, clause.tokens()).isEmpty())
            return reading.each(one -> Stream.of(new DuringClip(clips.get(0), one)));
        boolean refers = refers(small, clause, reading) || trails(small, clause, reading);
        Reading resolved = refers ? reading.each(this::on) : reading;
        if (!refers) {
            clips = mentioned(clause, reading);
            described = !clips.isEmpty() && isOfColour(reading);
            altered = !clips.isEmpty() && reading.operations().stream().allMatch(Mentions::isOfClips);
            part.remember(!clips.isEmpty(), clause, reading);
            spanned = clause.has(Token.SPAN);
            topical = clips.size() == 1 && clause.tokens().get(0).is(Token.CLIPREF);
            otherTime = WithRest.ofTime(clause, reading);
        }
        return resolved;
    }

    /** A clip that was named in what nobody understood is named all the same. */
    void heard(List<Token> lost) {
        List<ClipRef> named = lost.stream()
                .filter(token -> token.is(Token.CLIPREF))
                .map(token -> (ClipRef) token.value())
                .distinct()
                .toList();
        if (named.isEmpty()) return;
        clips = named;
        described = true;
        topical = named.size() == 1 && lost.get(0).is(Token.CLIPREF);
    }

    private static boolean isOfColour(Reading reading) {
        return !reading.operations().isEmpty()
                && reading.operations().stream().allMatch(ChangeColours.class::isInstance);
    }

    private boolean trails(String said, Clause clause, Reading reading) {
        boolean elsewhere = clause.hasAny(Token.CLIPREF, Token.SPAN, "EVERYTHING", "VIDEO", "ALL", "CHANGE", "ADD");
        boolean graded =
                described && isOfColour(reading) && TRAILING.matcher(said).find();
        // "make clip 1 black and white and louder".
        boolean compared = altered
                && COMPARED.matcher(said).matches()
                && reading.operations().stream().allMatch(Mentions::isOfAll);
        return !clips.isEmpty()
                && !elsewhere
                && !reading.instead()
                && (graded
                        || compared
                        || said.equals("muted")
                        || (altered && SILENT.matcher(said).matches()));
    }

    private boolean refers(String said, Clause clause, Reading reading) {
        boolean elsewhere = clause.hasAny(Token.CLIPREF, "EVERYTHING", "VIDEO", "MUSIC", "TITLE")
                || (clause.has("ALL") && clips.size() < 2);
        boolean span = clause.has(Token.SPAN) && !OF_IT.matcher(said).find();
        // "mute clip 2 and get it under a minute" is said of the video; a clip is trimmed.
        boolean whole = reading.operations().stream().anyMatch(FitTo.class::isInstance)
                && (!clause.hasAny("TRIM", "CUT", "CHANGE", "SHORTEN") || clause.hasAny("ATMOST", "PRESET"));
        return !clips.isEmpty()
                && !whole
                && !elsewhere
                && !span
                && !reading.instead()
                && (goesOn(clause, reading)
                        || (clips.size() == 1 ? PRONOUN : BOTH).matcher(said).find());
    }

    /** 第二段静音，加速一倍: what a Chinese sentence begins with is what it goes on about. */
    private boolean goesOn(Clause clause, Reading reading) {
        return topical
                && clause.language() == Language.CHINESE
                && !clause.hasAny("OTHERS", "EACH", "EXCEPT", "NOT")
                && !reading.operations().isEmpty()
                && reading.operations().stream().allMatch(Mentions::isOfAll);
    }

    static boolean isOfAll(EditOperation operation) {
        boolean quiet = operation instanceof SetVolume volume && volume.whose() == SetVolume.Whose.UNSAID;
        return (quiet || isOfClips(operation))
                && operation.on(Target.ALL).filter(operation::equals).isPresent();
    }

    static boolean isOfClips(EditOperation operation) {
        return operation instanceof SetSpeed
                || operation instanceof ChangeColours
                || operation instanceof FrameClips
                || operation instanceof PlayBackwards;
    }

    /** Behind "clip 1 and clip 3" no "it" is one of them alone; returns how many rows said so. */
    int several() {
        clips = List.of();
        described = false;
        return 1;
    }

    /** Behind a full stop nothing goes on by itself. */
    void stop() {
        topical = false;
        copy = Optional.empty();
    }

    private Stream<EditOperation> on(EditOperation operation) {
        if (operation instanceof RemoveRanges cut)
            return clips.stream().map(clip -> new RemoveRanges(cut.spans(), Optional.of(clip)));
        if (operation instanceof AddMusic) return Stream.of(operation);
        Optional<EditOperation> together = operation.on(new Target(clips, List.of()));
        if (together.isPresent()) return together.stream();
        List<EditOperation> single = clips.stream()
                .flatMap(clip -> operation.on(new Target(List.of(clip), List.of())).stream())
                .toList();
        return single.isEmpty() ? Stream.of(operation) : single.stream();
    }

    private List<ClipRef> mentioned(Clause clause, Reading reading) {
        List<ClipRef> named = clause.clips().stream().distinct().toList();
        boolean gone =
                reading.operations().stream().anyMatch(one -> one instanceof RemoveClip || one instanceof ReplaceClip);
        if (gone || reading.operations().isEmpty()) return List.of();
        Optional<MoveClip> moved = reading.operations().stream()
                .filter(MoveClip.class::isInstance)
                .map(MoveClip.class::cast)
                .findFirst();
        return moved.isPresent() ? placed(moved.get()).stream().toList() : named;
    }

    /** Where a clip went it has another number; its name stays, if no other clip has it. */
    private Optional<ClipRef> placed(MoveClip move) {
        if (move.clip().number() == 0) return Optional.of(move.clip());
        if (move.other().isEmpty()) return Optional.of(ClipRef.number(move.place() == MoveClip.Place.BEFORE ? 1 : -1));
        return Clips.find(now, move.clip()).stream()
                .map(found -> ClipRef.named(found.name()))
                .filter(ref -> Clips.find(now, ref).size() == 1)
                .findFirst();
    }

    /** 第三段复制一份放到最后，倒放: the copy is what is talked of behind it; its place is sure before any other edit. */
    private Optional<Span> copied(Clause clause, Reading reading) {
        boolean one = !edited
                && clause.language() == Language.CHINESE
                && reading.operations().size() == 1
                && reading.operations().get(0) instanceof RepeatPart;
        return one ? ((RepeatPart) reading.operations().get(0)).copyIn(now) : Optional.empty();
    }

    /** 第二段前5秒静音，后5秒声音大一点: the last five of that clip. */
    private Optional<Span> ownTime(Clause clause, Reading reading) {
        boolean goesOn = topical
                && spanned
                && clause.language() == Language.CHINESE
                && clause.spans().size() == 1
                && !clause.hasAny(Token.CLIPREF, "EVERYTHING", "VIDEO", "ALL", "OTHERS", "MUSIC", "TITLE");
        if (!goesOn || reading.operations().size() != 1) return Optional.empty();
        Span span = clause.spans().get(0);
        boolean edge = span.in().equals(Moment.START) || span.out().equals(Moment.END);
        EditOperation one = reading.operations().get(0);
        return Optional.of(span)
                .filter(it -> edge && one.on(new Target(clips, List.of(it))).isPresent());
    }

    /** 把第二段放到最后，再给它加个标题“彩蛋”. */
    private static boolean isAdded(Reading reading) {
        return reading.operations().size() == 1
                && (reading.operations().get(0) instanceof AddText
                        || reading.operations().get(0) instanceof AddMusic);
    }

    static boolean isElsewhere(Clause clause) {
        return clause.hasAny(Token.CLIPREF, Token.SPAN, "EVERYTHING", "VIDEO", "ALL", "OTHERS", "EXCEPT", "NOT");
    }

    private static boolean isBesideIt(Token token) {
        return (token.is("BEFORE") || token.is("AFTER")) && token.value().equals("it");
    }
}
