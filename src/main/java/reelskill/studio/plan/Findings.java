package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.Timeline;

/** What the clauses of one sentence came to so far. Not thread-safe. */
final class Findings {
    private final String words;
    private final Language language;
    private final Past past;
    private final Timeline now;
    private final TakenOut takenOut;
    private final List<EditOperation> operations = new ArrayList<>();
    private final List<VersionRequest> versions = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<String> notUnderstood = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> notAvailable = new ArrayList<>();
    private int history;
    private boolean wantsExport;
    private boolean namesBefore;

    Findings(String words, Timeline now, Language language, Past past) {
        this.words = words;
        this.language = language;
        this.past = past;
        this.now = now;
        this.takenOut = new TakenOut(now, past);
    }

    /** How far it had come at some clause. */
    record Mark(int operations, int notAvailable, boolean wantsExport) {
        static final Mark NONE = new Mark(0, 0, false);
    }

    Mark mark() {
        return new Mark(operations.size(), notAvailable.size(), wantsExport);
    }

    /** Returns whether an edit was found behind {@code mark}. */
    boolean hasGrown(Mark mark) {
        return operations.size() > mark.operations();
    }

    /** Returns whether an edit behind {@code mark} takes a thing off the video. */
    boolean takesAway(Mark mark) {
        return since(mark).stream()
                .anyMatch(one -> one instanceof RemoveText
                        || one instanceof RemoveMusic
                        || one instanceof RemoveCaptions
                        || one instanceof RemoveInset
                        || one instanceof RemoveTransitions
                        || one instanceof RemoveEndCard);
    }

    /** Takes back what was found from {@code wish} on, and what was told from {@code clause} on. */
    void withdraw(Mark wish, Mark clause) {
        operations.subList(wish.operations(), operations.size()).clear();
        notAvailable.subList(clause.notAvailable(), notAvailable.size()).clear();
        wantsExport = wish.wantsExport();
    }

    /** "keep the first 5 seconds of clip 1 and clip 3": whoever keeps the second alone would lose the first. */
    boolean dropsTrimmed(Reading reading) {
        return reading.operations().stream().anyMatch(RemoveClip.class::isInstance)
                && operations.stream()
                        .anyMatch(done ->
                                done instanceof RemoveRanges cut && cut.within().isPresent());
    }

    /** Returns the edits found behind {@code mark}. */
    List<EditOperation> since(Mark mark) {
        return List.copyOf(operations.subList(Math.min(mark.operations(), operations.size()), operations.size()));
    }

    /** Returns the edits so far; later ones are in it too. */
    List<EditOperation> operations() {
        return Collections.unmodifiableList(operations);
    }

    /** Returns whether some of the sentence so far was not understood. */
    boolean hasConfessed() {
        return !notUnderstood.isEmpty();
    }

    boolean goesBack() {
        return history != 0;
    }

    EditPlan plan() {
        // "make it pop, add captions": what is clear is done, and what is not needs no answer before.
        if (!operations.isEmpty()) {
            List<Question> vague = questions.stream().filter(AskRules::isVague).toList();
            questions.removeAll(vague);
            vague.forEach(question -> notAvailable.add(question.words()));
        }
        // "save this as draft 1 and then remove the music": a name is given to what the message comes to.
        if (namesBefore && !operations.isEmpty()) {
            operations.clear();
            notAvailable.add(language.say(
                    "The name is given to what is there now; say the edit in a message of its own, after it.",
                    "名称只给现在的版本；修改请之后单独发送。"));
        }
        Conflicts.of(words, operations, now, language).ifPresent(this::refuse);
        boolean nothing =
                operations.isEmpty() && versions.isEmpty() && questions.isEmpty() && history == 0 && !wantsExport;
        if (nothing) notUnderstood.addAll(remarks);
        if (nothing && notUnderstood.isEmpty() && notAvailable.isEmpty()) notUnderstood.add(words.strip());
        return new EditPlan(
                Merging.merged(operations),
                history,
                versions,
                questions.stream().limit(1).toList(),
                notUnderstood,
                notAvailable,
                language,
                wantsExport);
    }

    /** Nothing of the sentence is done. */
    private void refuse(String why) {
        operations.clear();
        questions.clear();
        notUnderstood.clear();
        notAvailable.clear();
        notAvailable.add(why);
        wantsExport = false;
    }

    void add(EditOperation operation) {
        operations.add(operation);
    }

    void tell(String answer) {
        if (!notAvailable.contains(answer)) notAvailable.add(answer);
    }

    void confess(String said) {
        notUnderstood.add(said);
    }

    /** What was confessed last is no wish of its own. */
    void retract() {
        notUnderstood.remove(notUnderstood.size() - 1);
    }

    /** Beside an instruction it is passed over; alone it may be a wish. */
    void remark(String said) {
        remarks.add(said);
    }

    void take(VersionRequest request) {
        if (request instanceof VersionRequest.Restore && !operations.isEmpty()) {
            notAvailable.add(language.say(
                    "Say first to which version to go back, or in a message of its own.", "请先说要回到哪个版本，或单独发送。"));
            return;
        }
        namesBefore |= request instanceof VersionRequest.Name && operations.isEmpty();
        if (!versions.contains(request)) versions.add(request);
    }

    private boolean asksForAnotherFile(Reading reading) {
        return Stream.of(operations, reading.operations()).allMatch(all -> all.stream()
                .anyMatch(one ->
                        one instanceof SetOutput output && output.format().isPresent()));
    }

    /** "as gif, then as mp3", with no edit between the two: both files are of the same video. */
    private boolean goesOnToAnotherFile(Reading reading) {
        if (operations.isEmpty() || reading.operations().size() != 1 || hasExcerpt()) return false;
        int last = operations.size() - 1;
        Optional<ExportFor> both = ExportFor.both(
                        operations.get(last), reading.operations().get(0))
                .or(() -> ExportFor.bothShapes(
                        operations.get(last), reading.operations().get(0)));
        both.ifPresent(files -> operations.set(last, files));
        wantsExport |= both.isPresent();
        return both.isPresent();
    }

    /** "a square version and a gif of the first 3 seconds": what is kept for the one would be all that is left for the other. */
    private boolean takesFromAnotherFile(Reading reading) {
        boolean excerpt = reading.wantsExport() && reading.operations().stream().anyMatch(KeepRanges.class::isInstance);
        return excerpt
                && operations.stream()
                        .anyMatch(one -> one instanceof SetCanvas
                                || one instanceof ExportFor
                                || one instanceof SetOutput
                                || one instanceof TakeStills);
    }

    /** "the first 10 seconds as a gif and the whole thing as mp4": the second file is not of what the first one keeps. */
    private boolean hasExcerpt() {
        return wantsExport && operations.stream().anyMatch(KeepRanges.class::isInstance);
    }

    /** "the audio as mp3 and the video without sound": the sound file would be silent, and two lengths one after the other. */
    private boolean contradicts(Reading reading) {
        boolean silent = reading.operations().stream()
                .anyMatch(one -> one instanceof SetVolume volume
                        && volume.amount() == 0
                        && volume.clip().isEmpty()
                        && volume.spans().isEmpty()
                        && volume.whose() != SetVolume.Whose.MUSIC);
        boolean sound = operations.stream()
                .anyMatch(one -> one instanceof SetOutput output
                        && output.format().filter(ExportFormat::isSoundOnly).isPresent());
        boolean fits = reading.operations().stream().anyMatch(FitTo.class::isInstance)
                && operations.stream().anyMatch(FitTo.class::isInstance);
        return (silent && sound) || (fits && !Wording.corrects(words));
    }

    /** A second shape would silently take the place of the first. */
    private boolean asksForAnotherShape(Reading reading) {
        boolean second = reading.operations().stream().anyMatch(SetCanvas.class::isInstance);
        boolean corrects = reading.instead() || Wording.corrects(words);
        return second && !corrects && operations.stream().anyMatch(SetCanvas.class::isInstance);
    }

    /** Takes what a clause asks for, or tells why it is not done. */
    void take(Reading said) {
        Reading reading = Wording.corrects(words) ? ExportFor.lastShape(said) : said;
        // A step back comes before the edits of its message: after them it would take away what was just asked for.
        if (reading.history() != 0 && !operations.isEmpty()) {
            notAvailable.add(language.say("Say \"undo\" first, or in a message of its own.", "请先说“撤销”，或单独发送。"));
            return;
        }
        if (!reading.instead() && !Wording.corrects(words) && goesOnToAnotherFile(reading)) return;
        if (asksForAnotherFile(reading)) {
            notAvailable.add(language.say(
                    "One kind of file at a time: ask for the other one when this one is there.",
                    "一次只能导出一种格式：这个完成后再导出另一种。"));
            return;
        }
        if (!reading.instead() && contradicts(reading)) {
            notAvailable.add(language.say(
                    "One file at a time: ask for the other one when this one is there.", "一次只能做一个文件：这个完成后再说另一个。"));
            return;
        }
        if (takesFromAnotherFile(reading)) {
            notAvailable.add(language.say(
                    "An excerpt is cut from the whole: ask for it in a message of its own, when the other file is there.",
                    "节选会剪短整个视频：另一个文件完成后，请再单独说一次。"));
            return;
        }
        if (asksForAnotherShape(reading)) {
            notAvailable.add(language.say(
                    "One size at a time: for a file in each say, for example, \"export in 9:16 and 16:9\".",
                    "一次只能设一种画面尺寸；要每种各出一个文件，可以说“导出竖版和横版”。"));
            return;
        }
        if (reading.instead()) correct(reading.operations());
        else reading.operations().forEach(operation -> operations.add(takenOut.kept(operation, operations)));
        history += reading.history();
        wantsExport |= reading.wantsExport();
        reading.notAvailable().ifPresent(notAvailable::add);
    }

    /** What this sentence asked for before is not done yet; what an earlier one did is done again from where it began. */
    private void correct(List<EditOperation> corrected) {
        boolean own = !operations.isEmpty();
        operations.clear();
        if (own) operations.addAll(corrected);
        else
            operations.add(
                    new Instead(new LastChange(past.last().get().orElseThrow().before(), corrected)));
    }

    /** Returns what this sentence asked for so far, else what the last one did. */
    List<EditOperation> last() {
        if (!operations.isEmpty()) return List.copyOf(operations);
        return past.last().get().map(LastChange::operations).orElseGet(List::of);
    }

    /**
     * The answer completes the whole sentence, so that what stands around the question is not lost.
     *
     * @param said the words that led to it, with those around them that say nothing by themselves
     */
    void ask(Question question, List<List<Token>> asking, String said) {
        if (question.completion().isEmpty()) {
            questions.add(question);
            return;
        }
        boolean goesOn = question.completion().contains(Question.SAID) && !said.isBlank();
        int from = goesOn ? words.lastIndexOf(said.strip(), Atoms.from(asking)) : Atoms.from(asking);
        int to = goesOn ? from + said.strip().length() : Atoms.to(asking);
        questions.add(question.within(words, from, to));
    }
}
