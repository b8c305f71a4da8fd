/** Files that must not be lost or half written. Knows nothing of video. */
@NullMarked
package reelskill.file;

import org.jspecify.annotations.NullMarked;
