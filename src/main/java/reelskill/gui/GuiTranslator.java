package reelskill.gui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.skill.Mojibake;
import reelskill.skill.Phrases;

/**
 * Translates the backend's talk about buttons and panels (protocol.md, GUI translation). The text is untrusted: it can
 * name an action of {@link GuiAction} and nothing else. Safe for use by many threads.
 */
public final class GuiTranslator {
    private static final Pattern LINE = Pattern.compile("(\\s*(?:(?:[-*+]|\\d+[.)]|>|#{1,6})\\s{1,4}){0,8})(.*)");
    private static final String END = ".!?;…。！？；";

    /** Below that, a garbled phrase could be anything. */
    private static final int SHORTEST_LOSSY = 4;

    private final ScreenTalk screen;
    private final Pattern temporaryIssue;
    private final Map<String, String> lossy = new LinkedHashMap<>();

    public GuiTranslator(Phrases gui) {
        screen = new ScreenTalk(gui);
        String phrases = String.join(
                "|", gui.of("temporary_issue").stream().map(Pattern::quote).toList());
        temporaryIssue = Pattern.compile("(?i)(?<=\\S)\\s*(?:" + phrases + ")[^\\n]{0,200}\\s*$");
        gui.lists().values().stream().flatMap(List::stream).forEach(phrase -> Mojibake.lossy(phrase)
                .filter(garbled -> garbled.length() >= SHORTEST_LOSSY)
                .ifPresent(garbled -> lossy.put(garbled, phrase)));
    }

    /** Returns what {@code text} says without its screen talk, and the actions that the screen talk comes to. */
    public Translation translate(String text) {
        String answer = temporaryIssue.matcher(readable(text)).replaceFirst("");
        Set<GuiAction> actions = new LinkedHashSet<>();
        MarkdownLines lines = new MarkdownLines();
        boolean code = false;
        for (String line : answer.split("\\R", -1)) {
            boolean fence = line.strip().startsWith("```");
            lines.add(line, code || fence ? Optional.of(line) : withoutScreen(line, actions));
            code ^= fence;
        }
        return new Translation(lines.text(), List.copyOf(actions));
    }

    /** Restores garbled text, also those of our phrases of which characters got lost on the way. */
    private String readable(String text) {
        String known = text;
        for (Map.Entry<String, String> phrase : lossy.entrySet())
            known = known.replace(phrase.getKey(), phrase.getValue());
        return Mojibake.undo(known);
    }

    private Optional<String> withoutScreen(String line, Set<GuiAction> actions) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || matcher.group(2).isBlank()) return Optional.of(line);
        String prose = prose(matcher.group(2), actions);
        return prose.isBlank() ? Optional.empty() : Optional.of(matcher.group(1) + prose);
    }

    private String prose(String prose, Set<GuiAction> actions) {
        Sentences sentences = new Sentences(prose);
        StringBuilder kept = new StringBuilder();
        boolean changed = false;
        for (String sentence : sentences.masked()) {
            String left = sentence(sentence, sentences, actions);
            changed |= !left.equals(sentence);
            boolean starts = changed && kept.toString().isBlank();
            kept.append(starts ? capitalized(left.stripLeading()) : left);
        }
        if (!changed) return prose;
        String whole = sentences.unmask(kept.toString()).strip();
        return whole.replaceFirst(";$", ".").replaceFirst("；$", "。");
    }

    private String sentence(String sentence, Sentences sentences, Set<GuiAction> actions) {
        String body = withoutEnd(sentence);
        List<String> pieces = Sentences.clauses(body);
        List<Integer> kept = new ArrayList<>();
        boolean changed = false;
        boolean onScreen = false;
        for (int i = 0; i < pieces.size(); i += 2) {
            String clause = pieces.get(i);
            String aside = screen.withoutAside(clause);
            boolean goes = screen.isIn(clause) || (onScreen && screen.goesOn(clause));
            boolean leads = screen.leads(clause) && i + 2 < pieces.size() && screen.isIn(pieces.get(i + 2));
            if (goes || !aside.equals(clause))
                screen.action(sentences.unmask(clause)).ifPresent(actions::add);
            if (!goes && !leads) kept.add(i);
            pieces.set(i, aside);
            onScreen = goes;
            changed |= goes || leads || !aside.equals(clause);
        }
        if (!changed) return sentence;
        return kept.isEmpty() ? "" : joined(pieces, kept) + sentence.substring(body.length());
    }

    private static String withoutEnd(String sentence) {
        int end = sentence.stripTrailing().length();
        while (end > 0 && END.indexOf(sentence.charAt(end - 1)) >= 0) end--;
        return sentence.substring(0, end);
    }

    private static String joined(List<String> pieces, List<Integer> kept) {
        StringBuilder out = new StringBuilder();
        for (int i : kept) {
            boolean first = out.isEmpty();
            if (!first) out.append(pieces.get(i - 1));
            out.append(first && i > 0 ? " " + capitalized(pieces.get(i).strip()) : pieces.get(i));
        }
        return out.toString();
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
