/** People cut out of moving pictures and set before something else. Knows files and frames, but no timeline. */
@NullMarked
package reelskill.studio.matte;

import org.jspecify.annotations.NullMarked;
