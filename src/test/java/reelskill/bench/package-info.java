/** Measures what the product does; run by the scripts of the folder {@code bench}, not by the build. */
@NullMarked
package reelskill.bench;

import org.jspecify.annotations.NullMarked;
