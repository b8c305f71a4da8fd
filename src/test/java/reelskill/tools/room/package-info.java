/** Draws the built-in backgrounds. Runs by hand, not in the product. */
@NullMarked
package reelskill.tools.room;

import org.jspecify.annotations.NullMarked;
