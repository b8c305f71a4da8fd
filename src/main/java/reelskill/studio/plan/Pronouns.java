package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/** "it" and "there" of which the sentence alone does not say what they stand for; where nobody can tell, that is asked. Pure. */
final class Pronouns {
    private static final Pattern IT = Pattern.compile("\\bit\\b");
    private static final Pattern PART =
            Pattern.compile("\\b(?:it|them|that (?:part|bit|section)|this (?:part|bit))\\b");
    private static final Pattern THERE = Pattern.compile("\\b(?:there|(?:on|over) (?:it|that))(?: too| instead)?$");
    /** "a bit quieter during clip 2", with nothing said that is to be so. */
    private static final Pattern LEVEL_THERE = Pattern.compile(
            "^(?:and |but |make it )?(?:a (?:bit|little) |much |slightly )?(?:quieter|louder|softer|lower|higher) (?:in|under|during|behind|beneath|over) ");

    private static final Pattern TAKEN =
            Pattern.compile("\\b(?:remove|delete|hide|drop|erase|take|get rid of) (?:it|them|that)\\b");
    private static final Pattern ITSELF = Pattern.compile("它(?!们)");

    private Pronouns() {}

    /** "… and put the song there": it names the place that was spoken of, and no other. */
    static boolean isThere(String said, Clause clause) {
        return THERE.matcher(said).find()
                && !clause.hasAny(Token.TIME, Token.SPAN, "START", "END", "EVERYTHING", "VIDEO", "ALL", "OTHERS");
    }

    /** "freeze at 0:05 for a second and add 'Look!' there": the words stand as long as the picture. */
    static Optional<Reading> there(String said, Clause clause, Reading reading) {
        List<EditOperation> last = clause.last().get();
        if (!isThere(said, clause)
                || last.isEmpty()
                || !(last.get(last.size() - 1) instanceof FreezeFrame frozen)
                || reading.operations().stream().noneMatch(AddText.class::isInstance)) return Optional.empty();
        return Optional.of(
                reading.each(one -> Stream.of(one instanceof AddText added ? whileFrozen(added, frozen) : one)));
    }

    private static EditOperation whileFrozen(AddText added, FreezeFrame frozen) {
        // What is seen at the end stands still behind what was the end before.
        Moment at =
                frozen.at().equals(Moment.END) ? new Moment(1, frozen.length().negated()) : frozen.at();
        AddText text = new AddText(added.text(), at, frozen.length(), added.style());
        return frozen.within()
                .<EditOperation>map(clip -> new DuringClip(clip, text))
                .orElse(text);
    }

    /** "move clip 2 to the front", and then "trim its last 5 seconds": those of that clip. */
    private static Optional<Reading> ofItsTime(Timeline now, String said, Clause clause, Reading reading) {
        boolean its = Mentions.OF_IT.matcher(said).find()
                && clause.has(Token.SPAN)
                && !clause.hasAny(Token.CLIPREF, "EVERYTHING", "VIDEO", "ALL", "OTHERS", "EXCEPT", "NOT")
                && !reading.instead()
                && reading.operations().size() == 1;
        return its
                ? LastClip.of(now, clause.last().get())
                        .flatMap(clip -> inOwnTime(reading.operations().get(0), clause.spans(), clip))
                        .map(Reading::of)
                : Optional.empty();
    }

    private static Optional<EditOperation> inOwnTime(EditOperation one, List<Span> spans, ClipRef clip) {
        return one instanceof RemoveRanges cut && cut.within().isEmpty()
                ? Optional.of(new RemoveRanges(cut.spans(), Optional.of(clip)))
                : one.on(new Target(List.of(clip), spans));
    }

    /** "add a title", and then "remove it after 3 seconds": the title, and nothing of the film. */
    private static Optional<Reading> takenAfter(String said, Clause clause, Reading reading) {
        boolean taken = TAKEN.matcher(said).find()
                && clause.has("REMOVE")
                && reading.operations().size() == 1
                && reading.operations().get(0) instanceof RemoveRanges cut
                && cut.within().isEmpty()
                && cut.spans().size() == 1
                && cut.spans().get(0).out().equals(Moment.END)
                && cut.spans().get(0).in().share() == 0;
        return taken ? ThingRules.goneAfter(clause, clause.spans().get(0).in().offset()) : Optional.empty();
    }

    /** "speed up clip 2", and then "mute it": the clip or the video, nobody can tell. */
    static Optional<Reading> ofLast(Timeline now, String said, Clause clause, Reading reading) {
        boolean english = clause.language() == Language.ENGLISH;
        Optional<Reading> chinese = english ? Optional.empty() : ofClip(now, said, clause, reading);
        if (chinese.isPresent()) return chinese;
        boolean it = english && IT.matcher(said).find();
        Optional<Reading> during =
                it || (english && LEVEL_THERE.matcher(said).find()) ? ofMusicThere(clause, reading) : Optional.empty();
        if (during.isPresent()) return during;
        Optional<Reading> own = english
                ? ofItsTime(now, said, clause, reading).or(() -> takenAfter(said, clause, reading))
                : Optional.empty();
        if (own.isPresent()) return own;
        if (english
                && isPart(said, reading)
                && !Mentions.isElsewhere(clause)
                && isOfTime(now, clause.last().get())) return Optional.of(whichPart(clause));
        boolean all = !reading.operations().isEmpty()
                && reading.operations().stream().allMatch(Mentions::isOfAll)
                && !reading.instead();
        if (it && all && !Mentions.isElsewhere(clause) && isMusic(clause.last().get())) return ofMusic(reading);
        if (it
                && all
                && !Mentions.isElsewhere(clause)
                && isPicture(clause.last().get())) return Optional.of(whichPicture(clause));
        List<Clips> there = Clips.of(now);
        if (!it || !all || Mentions.isElsewhere(clause) || there.size() < 2) return Optional.empty();
        return LastClip.of(now, clause.last().get()).stream()
                .flatMap(ref -> Clips.find(now, ref).stream())
                .findFirst()
                .map(clip -> Reading.ask(
                        clause.say("Clip %d alone, or the whole video?", "只改片段%d，还是整个视频？", clip.number()),
                        clause.say("%s for %s", "%s%s", said, Question.BLANK)));
    }

    /** 把第二段移到最后 // 它加速1.5倍: 它 is never the video, of which nobody speaks so. */
    private static Optional<Reading> ofClip(Timeline now, String said, Clause clause, Reading reading) {
        boolean it = ITSELF.matcher(said).find() && !Mentions.isElsewhere(clause.without(Token.SPAN));
        Optional<ClipRef> clip =
                it && !reading.instead() ? LastClip.of(now, clause.last().get()) : Optional.empty();
        List<EditOperation> meant = reading.operations().stream()
                .flatMap(one -> clip.flatMap(ref -> on(ref, one, clause)).stream())
                .toList();
        return meant.isEmpty() || meant.size() < reading.operations().size()
                ? Optional.empty()
                : Optional.of(Reading.of(meant));
    }

    private static Optional<EditOperation> on(ClipRef clip, EditOperation one, Clause clause) {
        if (one instanceof RemoveRanges cut) return Optional.of(new RemoveRanges(cut.spans(), Optional.of(clip)));
        boolean whole = clause.spans().isEmpty() && !clause.has(Token.TIME);
        if (whole && (one instanceof AddText || one instanceof AddMusic)) return Optional.of(new DuringClip(clip, one));
        return one.on(new Target(List.of(clip), clause.spans()));
    }

    /** "make it quieter", and then "mute it", of the music. */
    private static Optional<Reading> ofMusic(Reading reading) {
        boolean heard = reading.operations().stream().allMatch(SetVolume.class::isInstance);
        return heard
                ? Optional.of(reading.each(one -> Stream.of(new SetVolume(
                        ((SetVolume) one).amount(),
                        ((SetVolume) one).factor(),
                        SetVolume.Whose.MUSIC,
                        Optional.empty(),
                        ((SetVolume) one).spans()))))
                : Optional.empty();
    }

    /** "mute it during the interview", of the music; the voice there stays. */
    private static Optional<Reading> ofMusicThere(Clause clause, Reading reading) {
        boolean there = clause.clips().size() == 1
                && clause.spans().isEmpty()
                && isMusic(clause.last().get())
                && !reading.operations().isEmpty()
                && reading.operations().stream()
                        .allMatch(one -> one instanceof SetVolume volume && volume.whose() != SetVolume.Whose.MUSIC);
        return there
                ? ofMusic(reading)
                        .map(music -> music.each(
                                one -> Stream.of(new DuringClip(clause.clips().get(0), one))))
                : Optional.empty();
    }

    /** What was done last was done to a time of the video, and to no clip. */
    private static boolean isOfTime(Timeline now, List<EditOperation> last) {
        return !last.isEmpty()
                && LastClip.of(now, last).isEmpty()
                && last.stream()
                        .allMatch(done -> TimedPart.isOfPart(done)
                                && done.on(Target.ALL)
                                        .filter(all -> !all.equals(done))
                                        .isPresent()
                                && !isOfClip(done));
    }

    private static boolean isOfClip(EditOperation done) {
        if (done instanceof SetVolume volume) return volume.clip().isPresent();
        return done instanceof SetSpeed speed && !speed.target().clips().isEmpty();
    }

    private static boolean isMusic(List<EditOperation> last) {
        return !last.isEmpty()
                && last.stream()
                        .allMatch(done -> done instanceof AddMusic
                                || (done instanceof SetVolume volume && volume.whose() == SetVolume.Whose.MUSIC));
    }

    /** "add intro.mp4 as a picture in picture", and then "mute it". */
    private static boolean isPicture(List<EditOperation> last) {
        return !last.isEmpty()
                && last.get(last.size() - 1)
                        .removal()
                        .filter(gone -> gone instanceof RemoveInset
                                || gone instanceof RemoveCutAways
                                || gone instanceof RemoveCards)
                        .isPresent();
    }

    private static Reading whichPicture(Clause clause) {
        return Reading.ask(
                clause.say(
                        "Only what was added last, or the whole video? Say which, for example: mute the whole video; remove the picture",
                        "只改刚才加的，还是整个视频？请说清楚，例如：整个视频静音；去掉图片"),
                "");
    }

    /** "mute the first 10 seconds and speed it up": who says so may mean either. */
    static boolean isPart(String said, Reading reading) {
        return PART.matcher(said).find()
                && !reading.operations().isEmpty()
                && reading.operations().stream().allMatch(one -> one instanceof RepeatPart || Mentions.isOfAll(one));
    }

    static Reading whichPart(Clause clause) {
        return Reading.ask(
                clause.say(
                        "Only that part, or the whole video? Say it with the times, for example: mute 0:10 to 0:20; mute the whole video",
                        "只改这一段，还是整个视频？请带上时间再说一次，例如：0:10到0:20静音；整个视频静音"),
                "");
    }

    static Reading whichSilent(Clause clause) {
        return Reading.ask(
                clause.say(
                        "What should be silent? For example: all of it; only 0:03 to 0:06", "哪里要静音？例如：全部；只有0:03到0:06"),
                clause.say("mute %s", "静音%s", Question.BLANK));
    }
}
