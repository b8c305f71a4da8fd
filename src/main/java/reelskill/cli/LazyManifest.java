package reelskill.cli;

import org.jspecify.annotations.Nullable;
import reelskill.skill.SkillManifest;

/**
 * The manifest of the skill that this program is, read once and when it is first needed: its YAML costs as much as all the
 * rest of a start. Safe for use by many threads.
 */
final class LazyManifest {
    private final Settings settings;
    private @Nullable SkillManifest manifest;

    LazyManifest(Settings settings) {
        this.settings = settings;
    }

    /** @throws reelskill.skill.InvalidSkillException naming the place that is wrong */
    synchronized SkillManifest read() {
        SkillManifest found = manifest;
        if (found == null) {
            found = settings.root().map(SkillManifest::load).orElseGet(SkillManifest::packed);
            manifest = found;
        }
        return found;
    }
}
