package reelskill.chat;

import java.nio.file.Path;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.skill.Phrases;
import reelskill.skill.SkillProfile;

/**
 * What a chat begins with.
 *
 * @param profile the skill that speaks
 * @param routes the words that decide where a message goes
 * @param local whether the work is done on this machine, where nothing costs
 * @param folder where names without a folder are looked for
 * @param home the person's own folder, which {@code ~} means
 * @param language the one to begin in; the conversation changes it
 * @param session an earlier one to go on with
 * @param studioLlm the language model that the studio on this machine asks about words that it does not understand
 * @param llm the language model that understands what is said; empty for the words' own meaning
 */
public record ChatSettings(
        SkillProfile profile,
        Phrases routes,
        boolean local,
        Path folder,
        Path home,
        Language language,
        Optional<String> session,
        Optional<LlmSettings> studioLlm,
        Optional<LlmSettings> llm) {
    Places places() {
        return new Places(
                folder.toAbsolutePath().normalize(), home.toAbsolutePath().normalize());
    }
}
