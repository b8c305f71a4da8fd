/** What a skill folder declares: its front matter, the manifest, the platform it runs on. Nothing here calls anyone. */
@NullMarked
package reelskill.skill;

import org.jspecify.annotations.NullMarked;
