/** The ffmpeg and ffprobe programs: finding, running and ending them, and filter graphs as values. Knows no timeline. */
@NullMarked
package reelskill.studio.ffmpeg;

import org.jspecify.annotations.NullMarked;
