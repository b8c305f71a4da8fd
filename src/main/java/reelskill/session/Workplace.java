package reelskill.session;

import reelskill.skill.SkillManifest;

/** What every conversation works with: the service, the memory, the one who tells, the rules as data, and what may be spent. */
public record Workplace(
        Backend backend, Journal journal, Narrator narrator, SkillManifest manifest, Allowance allowance) {}
