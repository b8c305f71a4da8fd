/** The typed timeline and its wire form, the draft. Edits return a new timeline; nothing here reads media. */
@NullMarked
package reelskill.studio.timeline;

import org.jspecify.annotations.NullMarked;
