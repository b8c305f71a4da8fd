package reelskill.skill;

import java.util.List;

/**
 * What a profile says and suggests.
 *
 * @param version the written form, never a number
 * @param defaultInstruction what is asked of the backend when footage comes without a word
 */
public record ProfileTexts(
        String version,
        Words description,
        Words greeting,
        List<Words> trySaying,
        List<Tip> tips,
        Words defaultInstruction,
        List<Workflow> workflows) {
    public ProfileTexts {
        trySaying = List.copyOf(trySaying);
        tips = List.copyOf(tips);
        workflows = List.copyOf(workflows);
    }

    /** An advice and the case in which it helps. */
    public record Tip(Words when, Words advice) {}

    /** A named series of requests that lead to a result; each step can be said as it is. */
    public record Workflow(Words title, List<Words> steps) {
        public Workflow {
            steps = List.copyOf(steps);
        }
    }

    static ProfileTexts read(Section section) {
        return new ProfileTexts(
                section.text("version"),
                section.words("description"),
                section.words("greeting"),
                section.wordsList("try_saying"),
                section.listed("tips").stream()
                        .map(tip -> new Tip(tip.words("when"), tip.words("advice")))
                        .toList(),
                section.words("default_instruction"),
                section.listed("workflows").stream()
                        .map(flow -> new Workflow(flow.words("title"), flow.wordsList("steps")))
                        .toList());
    }
}
