/** What a media file is: frame rates, ranges, sizes, formats. No processes and no ffmpeg. */
@NullMarked
package reelskill.media;

import org.jspecify.annotations.NullMarked;
