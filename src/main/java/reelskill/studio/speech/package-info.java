/** Speech heard by networks that run in this process: where somebody speaks, and what is said in English. Knows samples, but no files and no timeline. */
@NullMarked
package reelskill.studio.speech;

import org.jspecify.annotations.NullMarked;
