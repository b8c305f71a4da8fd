package reelskill.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reelskill.skill.Lexicon;
import reelskill.skill.Phrases;

/**
 * Decides where a message goes. A clause belongs to an action if it names it and everything else in it is a companion
 * of that action or says nothing; a word of editing in it keeps it in the conversation, so that "give credits at the
 * end of the video" is an edit. The words are data: the manifest's {@code routes}. Safe for use by many threads.
 */
public final class Router {
    /** In order of preference where two fit: "is the export finished" is about the state. */
    private static final List<Action> ASKED = List.of(Action.STATE, Action.CREDITS, Action.UPLOAD, Action.EXPORT);

    /** Two Chinese characters count as a word. */
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}{1,2}|[^\\s\\p{IsHan}]+");

    private static final int LONGEST_GUESS = 2;

    /** What answers a question and asks for nothing by itself: no classifier is asked what "2" may be about. */
    private static final Pattern ANSWER = Pattern.compile(
            "(?:yes[, ]*)?(?:(?:the |option |number |no\\. ?)?(?:[12]|one|two|first|second|1st|2nd)(?: one| option)?"
                    + "|yes|yeah|yep|yup|y|right|correct|exactly|sure|no|nope|neither|none)[.!)]*"
                    + "|(?:(?:right )?at )?(?:the )?(?:very )?(?:start|beginning|end|\\d{1,4}(?:[:.]\\d{1,2}){0,2}(?: ?s(?:ec(?:ond)?s?)?)?)[.!)]*"
                    + "|(?:放在?|在)?(?:最?开头|片头|最?结尾|片尾|最后|第?\\d{1,4}秒)(?:处|的?时候)?"
                    + "|(?:选|是|对)?第?[12一二两](?:个|种|项)?|[对是嗯好行](?:的|啊|吧)?|没错|可以|不|不是|不对|都不是",
            Pattern.CASE_INSENSITIVE);

    private final List<Meaning> meanings;
    private final Lexicon fillers;
    private final Lexicon edits;
    private final Lexicon notYet;
    private final Lexicon versions;
    private final IntentClassifier classifier;

    /** Decides by words alone. */
    public Router(Phrases routes) {
        this(routes, (message, guess) -> guess);
    }

    /** Decides by words, and asks {@code classifier} where they do not suffice. */
    public Router(Phrases routes, IntentClassifier classifier) {
        this.meanings = ASKED.stream().map(action -> Meaning.of(action, routes)).toList();
        this.fillers = new Lexicon(List.of(routes.of("fillers")));
        this.edits = new Lexicon(List.of(routes.of("edits")));
        this.notYet = new Lexicon(List.of(routes.of("not_yet")));
        this.versions = new Lexicon(List.of(routes.of("versions")));
        this.classifier = classifier;
    }

    /** Returns whether a message may ask about the versions of the timeline: a question for whoever keeps them. */
    public boolean asksAboutVersions(String message) {
        return Clauses.of(message).stream().anyMatch(versions::isIn);
    }

    /** Returns where {@code message} goes; {@code fileAttached} says that a file came with it. */
    public Route route(String message, boolean fileAttached) {
        List<Route> clauses = new ArrayList<>();
        Optional<Action> carried = fileAttached ? Optional.of(Action.UPLOAD) : Optional.empty();
        boolean exportOfAnEdit = false;
        for (String clause : Clauses.of(message)) {
            Optional<Route> decided = clause(clause, carried);
            if (decided.isEmpty()) continue;
            exportOfAnEdit |= clause.startsWith("with ") && carried.equals(Optional.of(Action.EXPORT));
            carried = decided.map(Route::action);
            clauses.add(decided.get());
        }
        if (clauses.isEmpty()) return Route.of(fileAttached ? Action.UPLOAD : Action.CHAT);
        boolean exports = exportOfAnEdit || clauses.get(clauses.size() - 1).equals(Route.of(Action.EXPORT));
        if (clauses.contains(Route.of(Action.CHAT))) return new Route(Action.CHAT, exports, true);
        return withoutEdit(message, clauses);
    }

    private Route withoutEdit(String message, List<Route> clauses) {
        Optional<Route> certain = clauses.stream().filter(Route::certain).findFirst();
        return certain.orElseGet(
                () -> Route.guess(classifier.classify(message, clauses.get(0).action())));
    }

    /** Returns what one clause asks for; empty if it says nothing that decides. */
    private Optional<Route> clause(String clause, Optional<Action> carried) {
        if (fillers.residue(clause).isEmpty() || ANSWER.matcher(clause).matches()) return Optional.empty();
        boolean postponed = notYet.isIn(clause);
        for (Meaning meaning : meanings) {
            if (!meaning.isSaidBy(clause)) continue;
            boolean refused = postponed && (meaning.action() == Action.EXPORT || meaning.action() == Action.UPLOAD);
            return refused ? Optional.empty() : Optional.of(Route.of(meaning.action()));
        }
        if (meanings.stream().anyMatch(meaning -> meaning.continues(carried, clause))) return Optional.empty();
        if (edits.isIn(clause)) return Optional.of(Route.of(Action.CHAT));
        return Optional.of(Route.guess(guess(clause)));
    }

    private Action guess(String clause) {
        return meanings.stream()
                .filter(meaning -> meaning.isNamedBy(clause) && size(meaning.residue(clause)) <= LONGEST_GUESS)
                .map(Meaning::action)
                .findFirst()
                .orElse(Action.CHAT);
    }

    private static long size(String residue) {
        return WORD.matcher(residue).results().count();
    }
}
