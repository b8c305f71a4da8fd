package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/** Reads the clauses of one sentence into a plan. Not thread-safe. */
final class Sentence {
    /** What a clause is about; one without any of these goes on with what the clause before was about. */
    private static final Set<String> TOPIC = Clause.concepts(
            "REMOVE CUT TRIM KEEP SPLIT MOVE PUT ADD CHANGE MUTE TITLE TRANSITION SOUND BACKGROUND FASTER SLOWER");

    /** What begins a wish. */
    static final Set<String> OPENING = Clause.union(
            Clause.concepts(
                    "REMOVE CUT TRIM KEEP SPLIT MOVE PUT ADD CHANGE MUTE JOIN SWAP EXPORT UNDO REDO UNAVAILABLE RESIZE SUBTITLES CAPTIONIT TRANSCRIBE DRYRUN SAIDAT AGAIN INSTEAD TOOMUCH OTHERCLIP"),
            Clause.concepts(
                    "FADEIN FADEOUT FADEBOTH LOUDER QUIETER SHORTEN NOT EXCEPT FASTER SLOWER SLOWMO REVERSE FREEZE ROTATE FLIP CROP ZOOMIN ZOOMOUT"));

    /** Of what there is more or less, and the words for it, which "and saturation by 10%" goes on with. */
    private static final Set<String> GRADED = Clause.concepts("BRIGHTNESS CONTRAST SATURATION");

    private static final Set<String> WAYS = Clause.concepts("LOUDER QUIETER MORE LESS");

    private static final Pattern STOP = Pattern.compile("[。；;！!\\n]\\s*$");

    private final String words;
    private final Timeline now;
    private final List<LibraryItem> library;
    private final Language language;
    private final Past past;
    private final Complaints complaints;
    private final Mentions mentions;
    private final Findings findings;
    private Wording wording;
    private List<Token> topic = List.of();
    private List<Token> subject = List.of();

    Sentence(String words, Timeline now, List<LibraryItem> library, Past past) {
        this.words = words;
        this.now = now;
        this.library = library;
        this.language = Language.of(words);
        this.past = past;
        this.wording = new Wording(words, List.of());
        this.findings = new Findings(words, now, language, past);
        this.mentions = new Mentions(now, findings::last);
        this.complaints = new Complaints(words, this::clause);
    }

    EditPlan plan(List<Token> said) {
        List<Token> tokens =
                Proviso.meant(Labels.meant(Sequence.meant(Wording.meant(words, said), words, now), words, now), now);
        wording = new Wording(words, tokens);
        for (List<Token> run : wording.split(tokens, Token.HARD)) {
            boolean stops = !run.isEmpty()
                    && STOP.matcher(words.substring(0, run.get(0).from())).find();
            if (stops) mentions.stop();
            read(Atoms.listed(wording.split(SharedPlace.meant(run, words), Token.SOFT)));
        }
        if (tokens.stream().allMatch(token -> token.isBreak())) findings.confess(words.strip());
        return findings.plan();
    }

    /** Reads the longest row of atoms that a rule accounts for, then goes on behind it. */
    private void read(List<List<Token>> atoms) {
        int at = 0;
        int lost = -1;
        Wish wish = Wish.NONE;
        while (at < atoms.size()) {
            Findings.Mark before = findings.mark();
            boolean fades = (lost >= 0 || findings.hasConfessed()) && Subjects.fadesIt(atoms.get(at), words);
            // 音乐从第10秒开始，到第20秒结束: where what was not understood ends.
            boolean ends = lost >= 0 && words.startsWith("到", Atoms.from(atoms.subList(at, at + 1)));
            boolean ofLost = fades || ends || (lost >= 0 && Subjects.goesOn(atoms.get(at - 1), atoms.get(at)));
            boolean reason = at > 0 && lost < 0 && complaints.isReason(atoms.get(at - 1), atoms.get(at));
            int read = reason ? 1 : ofLost ? 0 : remedy(atoms, at);
            if (read == 0 && wish.to() == at && narrows(atoms, at, wish, before)) read = 1;
            if (read == 0 && limits(atoms, at, wish)) {
                findings.withdraw(wish.before(), before);
                lost = wish.from();
                ofLost = true;
            }
            if (read == 0 && ofLost) {
                if (lost < 0) lost = at;
                at++;
                if (at == atoms.size()) confess(atoms.subList(lost, at));
                continue;
            }
            if (read == 0 && ofSubject(lost >= 0 ? Subjects.of(atoms.get(at - 1)) : subject, atoms.get(at))) {
                int told = Subjects.wants(atoms.get(at - 1), atoms.get(at)) ? at : at - 1;
                if (lost >= 0 && lost < told) confess(atoms.subList(lost, told));
                else if (lost < 0) findings.retract();
                lost = -1;
                subject = List.of();
                read = 1;
            }
            // "keep the first 2s of clip 1 and the last 2s of clip 2, make it …": what "and" lists stands for itself.
            boolean listed = at > 0 && lost < 0 && !isComma(atoms, at) && Narrowing.isPlace(atoms.get(at));
            if (read == 0 && listed && goesOn(atoms.get(at))) read = mentions.several();
            if (read == 0)
                read = longest(atoms, at, reading -> reading.question().isEmpty());
            if (read == 0 && goesOn(atoms.get(at))) read = 1;
            if (read == 0) read = longest(atoms, at, reading -> true);
            if (read == 0 && inTwo(atoms.get(at))) read = 1;
            if (read == 0 && wish.to() == at && Wish.leavesHole(findings.since(wish.before()), atoms.get(at)))
                findings.withdraw(wish.before(), before);
            if (read == 0 && isUnavailable(atoms.get(at))) read = 1;
            if (read == 0) mentions.heard(atoms.get(at));
            if (read == 0 && lost < 0) lost = at;
            if (read > 0 && wish.excepts(atoms, at, words) && findings.takesAway(before)) {
                findings.withdraw(wish.before(), before);
                lost = wish.from();
                read = 0;
            } else if (findings.hasGrown(before)) wish = new Wish(at, at + read, before);
            else if (!reason && wish.isRestricted(atoms, at, words)) {
                findings.withdraw(wish.before(), before);
                lost = wish.from();
                read = 0;
            }
            if (at == 0 && lost == 0 && atoms.get(0).get(0).is("EXCEPT")) at = atoms.size() - 1;
            boolean lostEnds = lost >= 0 && (read > 0 || at == atoms.size() - 1);
            if (lostEnds) {
                confess(atoms.subList(lost, read > 0 ? at : at + 1));
                lost = -1;
            }
            at += Math.max(1, read);
        }
    }

    /** 放慢到0.5倍速，只要10到15秒那段: the wish before is for that part alone. */
    private boolean narrows(List<List<Token>> atoms, int at, Wish wish, Findings.Mark before) {
        List<List<Token>> wished = atoms.subList(wish.from(), at);
        boolean placed = wished.stream().flatMap(List::stream).anyMatch(Narrowing::isPart);
        String said = wording.written(List.of(atoms.get(at)));
        if (Narrowing.isApart(wished, said, atoms.get(at), now)) return true;
        if (Narrowing.isUnwanted(findings.since(wish.before()), wished, said, atoms.get(at))) {
            findings.ask(AskRules.UNWANTED_TIME, List.of(atoms.get(at)), "");
            return true;
        }
        Optional<List<EditOperation>> there =
                Narrowing.of(findings.since(wish.before()), placed, said, atoms.get(at), now);
        if (there.isEmpty()) return false;
        findings.withdraw(wish.before(), before);
        there.get().forEach(findings::add);
        return true;
    }

    /** 加字幕，只要第一段: where that cannot be done, it is no wish of its own. */
    private boolean limits(List<List<Token>> atoms, int at, Wish wish) {
        return wish.to() == at
                && Narrowing.limits(
                        findings.since(wish.before()), wording.written(List.of(atoms.get(at))), atoms.get(at));
    }

    /** "the silences kill me, cut them out": the remark tells what "them" is, and is no more. */
    private boolean ofSubject(List<Token> about, List<Token> atom) {
        List<Token> tokens = Subjects.taken(about, wording.written(List.of(atom)), atom, language);
        if (tokens.isEmpty()) return false;
        Clause clause = clause(tokens);
        // "the ending drags, cut it to 3 seconds": how long that is, is asked; the video is not meant.
        boolean vague = about.stream().anyMatch(token -> token.is("VAGUE"));
        Optional<Reading> reading = Paraphrase.read(clause, it -> it.question().isEmpty())
                .or(() -> vague ? Paraphrase.read(clause, it -> true) : Optional.empty());
        reading.map(it -> mentions.resolved("", clause, it)).ifPresent(findings::take);
        reading.flatMap(Reading::question).ifPresent(question -> findings.ask(question, List.of(atom), ""));
        return reading.isPresent();
    }

    private int longest(List<List<Token>> atoms, int from, Predicate<Reading> accepted) {
        for (int end = atoms.size(); end > from; end--) {
            List<List<Token>> row = atoms.subList(from, end);
            if (asksAboutVersions(row)) return end - from;
            List<Token> tokens = said(row);
            String said = wording.written(row);
            Optional<Reading> reading = Paraphrase.read(clause(tokens), accepted)
                    .map(found -> VaguePart.asked(said, clause(tokens), found))
                    .filter(accepted);
            if (reading.isEmpty() || Turns.areApart(row) || breaksOff(atoms, from, end)) continue;
            Reading resolved = mentions.resolved(said, clause(tokens), reading.get());
            findings.take(resolved);
            resolved.question().ifPresent(question -> findings.ask(question, row, said));
            boolean graded = tokens.stream().anyMatch(token -> GRADED.contains(token.concept()));
            topic = tokens.stream()
                    .filter(token -> TOPIC.contains(token.concept())
                            || token.value().equals("lower_third")
                            || (graded && WAYS.contains(token.concept())))
                    .toList();
            return end - from;
        }
        return 0;
    }

    /** "undo that and cut the first 7 seconds instead": in place of what is gone already. */
    private List<Token> said(List<List<Token>> atoms) {
        List<Token> tokens = mentions.named(AfterSplit.named(
                Numbers.named(Atoms.joined(atoms), findings.operations(), now), words, findings.last()));
        tokens = AddedThings.meant(tokens, words, findings.last(), now);
        if (!findings.goesBack()) return tokens;
        return tokens.stream().filter(token -> !token.is("INSTEAD")).toList();
    }

    /** "black and white with sad piano", "add captions make them yellow": two wishes without a comma between them. */
    private boolean inTwo(List<Token> atom) {
        // 只给第三段加字幕, 字幕只要前30秒 are one each.
        boolean limited = language == Language.CHINESE && Restriction.isOneWish(atom);
        for (int at = 1; at < atom.size() && !limited; at++) {
            if (!Joint.isAt(atom, at, words) || Subjects.depends(atom.subList(at, atom.size()))) continue;
            Optional<Reading> first = Rules.read(clause(atom.subList(0, at))).filter(Reading::isWish);
            if (first.isEmpty()) continue;
            Optional<Reading> second = Rules.read(clause(atom.subList(at, atom.size()))
                            .after(first.get().operations()))
                    .filter(Reading::isWish);
            if (second.isEmpty()) continue;
            boolean with = Joint.isWith(atom, at, words);
            findings.take(with ? ColourRules.there(second.get(), first.get()) : first.get());
            findings.take(with ? ColourRules.there(first.get(), second.get()) : second.get());
            return true;
        }
        return false;
    }

    /** 删了第二个，第一个和第三个对调: a clause is not cut at its "and" to lend its first half to the one before. */
    private boolean breaksOff(List<List<Token>> atoms, int from, int end) {
        if (end == atoms.size() || isComma(atoms, end)) return false;
        int begin = end - 1;
        while (begin > from && !isComma(atoms, begin)) begin--;
        if (begin == from) return false;
        int stop = end + 1;
        while (stop < atoms.size() && !isComma(atoms, stop)) stop++;
        return Rules.read(clause(Atoms.joined(atoms.subList(end, stop)))).isEmpty()
                && Rules.read(clause(Atoms.joined(atoms.subList(begin, stop)))).isPresent();
    }

    /** Returns whether a comma stands before the atom at {@code at}, and not an "and". */
    private boolean isComma(List<List<Token>> atoms, int at) {
        String between = words.substring(Atoms.to(atoms.subList(0, at)), Atoms.from(atoms.subList(at, atoms.size())));
        return between.contains(",") || between.contains("，");
    }

    private boolean asksAboutVersions(List<List<Token>> atoms) {
        String said = wording.written(atoms);
        Optional<VersionRequest> request = VersionWords.read(said, past.versionNames())
                .filter(asked -> !ThingRules.isWording(asked, findings.last(), said));
        request.ifPresent(findings::take);
        if (request.isPresent()) topic = List.of();
        return request.isPresent();
    }

    private int remedy(List<List<Token>> atoms, int at) {
        if (at + 1 == atoms.size()) return 0;
        Optional<Reading> both = complaints.answered(atoms.get(at), atoms.get(at + 1));
        both.ifPresent(findings::take);
        return both.isPresent() ? 2 : 0;
    }

    /** "remove the first 5 seconds, then the last 3": the second part has no verb of its own. */
    private boolean goesOn(List<Token> atom) {
        Optional<EditOperation> next = OrderRules.next(clause(atom), findings.operations());
        next.ifPresent(findings::add);
        if (next.isPresent()) return true;
        if (topic.isEmpty() || atom.stream().anyMatch(token -> OPENING.contains(token.concept()))) return false;
        Clause clause = clause(mentions.named(Atoms.joined(List.of(topic, atom))));
        Optional<Reading> reading = Paraphrase.read(clause, it -> it.question().isEmpty());
        if (reading.filter(findings::dropsTrimmed).isPresent()) return false;
        reading.map(it -> mentions.resolved(wording.written(List.of(atom)), clause, it))
                .ifPresent(findings::take);
        return reading.isPresent();
    }

    private boolean isUnavailable(List<Token> atom) {
        Optional<String> answer = Unavailable.answer(clause(atom), language);
        answer.ifPresent(findings::tell);
        if (answer.isPresent()) mentions.heard(atom);
        return answer.isPresent();
    }

    private void confess(List<List<Token>> atoms) {
        String said = words.substring(Atoms.from(atoms), Atoms.to(atoms));
        boolean remark = Remarks.isOne(wording.written(atoms), Atoms.joined(atoms));
        if (remark) findings.remark(said);
        else findings.confess(said);
        subject = remark ? List.of() : Subjects.of(atoms.get(atoms.size() - 1));
    }

    private Clause clause(List<Token> tokens) {
        return new Clause(
                tokens,
                now,
                library.stream().filter(item -> !item.isTable()).toList(),
                library.stream().filter(LibraryItem::isTable).toList(),
                language,
                findings::last);
    }
}
