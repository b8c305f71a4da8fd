package reelskill.studio.plan;

import reelskill.media.MediaFacts;

/** One uploaded file of a session: its id, the name that its person gave it, and what is in it. */
public record LibraryItem(String id, String name, MediaFacts facts) {}
