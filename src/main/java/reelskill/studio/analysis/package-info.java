/** What is in a media file: its facts, its sound as samples, the stretches in which nothing happens. Edits nothing. */
@NullMarked
package reelskill.studio.analysis;

import org.jspecify.annotations.NullMarked;
