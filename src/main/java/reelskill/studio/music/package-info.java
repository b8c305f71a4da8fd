/**
 * A small band and its composer: a score becomes music, sample for sample the same on every machine. Knows no timeline
 * and no ffmpeg.
 */
@NullMarked
package reelskill.studio.music;

import org.jspecify.annotations.NullMarked;
