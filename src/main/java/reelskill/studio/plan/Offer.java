package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reelskill.language.Language;

/**
 * One or two sentences that a person is asked about: "did you mean …?".
 *
 * @param sentences in the planner's words, the likelier first
 */
public record Offer(List<String> sentences) {
    /** What an open question does not begin with. */
    private static final String MARK = "? ";

    private static final Pattern YES =
            Pattern.compile("(?:oh |ah )?(?:yes|yeah|yep|yup|y|ok|okay|sure|right|correct|exactly|"
                    + "indeed|please|please do|do it|do that|do so|go ahead|that's it|that's right|i do|i did|that one|that)"
                    + "(?:[, ]+(?:yes|please|thanks|do it|do that|go ahead|exactly|right|that one|that's it|i did|i do|i meant that))*[.! ]*"
                    + "|(?:嗯+|对+|是|是啊|对啊|是的|对的|没错|好|好的|好吧|行|可以|就这个|就是这个|就这样|当然|执行|没问题|yes|ok)"
                    + "(?:[，, ]*(?:对|是的|没错|好的|就这样|就这个|就是这个|可以|做吧|执行|谢谢))*[。！! ]*");

    private static final Pattern NO =
            Pattern.compile("(?:no|nope|nah|no thanks|neither|none|not that|never mind|nevermind)[.! ]*"
                    + "|(?:不|不是|不对|不用|不要|都不是|不是这个|算了|没有)(?:了|的)?[。！! ]*");

    private static final List<Pattern> NUMBERS = List.of(
            Pattern.compile(
                    "(?:yes,? )?(?:number |option |no\\. ?|the )?(?:1|one|first|1st|former)(?: one| option)?[.! )）]*"
                            + "|(?:是|对|选)?[，, ]*(?:第?[一1])(?:个|种|项)?[。！! ]*"),
            Pattern.compile(
                    "(?:yes,? )?(?:number |option |no\\. ?|the )?(?:2|two|second|2nd|latter)(?: one| option)?[.! )）]*"
                            + "|(?:是|对|选)?[，, ]*(?:第?[二2两])(?:个|种|项)?[。！! ]*"));

    public Offer {
        if (sentences.isEmpty() || sentences.size() > NUMBERS.size())
            throw new IllegalArgumentException("an offer of " + sentences);
        sentences = List.copyOf(sentences);
    }

    /** Returns the offer that {@link #stored} wrote; empty for anything else. */
    public static Optional<Offer> of(String stored) {
        List<String> lines = stored.lines().toList();
        boolean offer = !lines.isEmpty()
                && lines.size() <= NUMBERS.size()
                && lines.stream().allMatch(line -> line.startsWith(MARK));
        return offer
                ? Optional.of(new Offer(lines.stream()
                        .map(line -> line.substring(MARK.length()))
                        .toList()))
                : Optional.empty();
    }

    /** Returns the offer as one text, to keep until it is answered. */
    public String stored() {
        return sentences.stream().map(sentence -> MARK + sentence).collect(Collectors.joining("\n"));
    }

    /** Returns the sentence that {@code answer} takes; empty where it takes none, or leaves open which. */
    public Optional<String> taken(String answer) {
        String words = answer.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < sentences.size(); i++) {
            if (NUMBERS.get(i).matcher(words).matches()) return Optional.of(sentences.get(i));
        }
        return sentences.size() == 1 && isYes(answer) ? Optional.of(sentences.get(0)) : Optional.empty();
    }

    /** Returns whether {@code answer} agrees without saying to which of two. */
    public boolean leavesOpen(String answer) {
        return sentences.size() > 1 && isYes(answer);
    }

    /** Returns whether {@code answer} says no, and nothing else: more words are another wish. */
    public boolean isDeclined(String answer) {
        return NO.matcher(answer.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** Returns the question. */
    public String question(Language language) {
        String first = language.say("\"%s\"", "“%s”", sentences.get(0));
        if (sentences.size() == 1)
            return language.say("Did you mean %s? Say yes, or say it another way.", "您是想%s吗？回答“是的”，或者换个说法。", first);
        return language.say(
                "Did you mean (1) %s or (2) \"%s\"? Say 1 or 2, or say it another way.",
                "您是想（1）%s还是（2）“%s”？回答1或2，或者换个说法。", first, sentences.get(1));
    }

    private static boolean isYes(String answer) {
        return YES.matcher(answer.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
