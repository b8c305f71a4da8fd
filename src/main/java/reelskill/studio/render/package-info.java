/** A typed timeline to a finished file: pictures chunk by chunk, sound in one pass, titles drawn with our own fonts. */
@NullMarked
package reelskill.studio.render;

import org.jspecify.annotations.NullMarked;
