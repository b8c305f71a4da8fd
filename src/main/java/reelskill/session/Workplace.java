package reelskill.session;

import reelskill.skill.SkillManifest;

/** What every conversation works with: the service, the memory, the one who tells, and the rules as data. */
public record Workplace(Backend backend, Journal journal, Narrator narrator, SkillManifest manifest) {}
