/** What an edit may have broken: texts that cover each other, black and frozen pictures, clipped words, sound that is too loud. */
@NullMarked
package reelskill.studio.check;

import org.jspecify.annotations.NullMarked;
