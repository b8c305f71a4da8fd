/** Makes the networks that the program ships from the files they were published as. Runs by hand, not in the product. */
@NullMarked
package reelskill.tools.model;

import org.jspecify.annotations.NullMarked;
