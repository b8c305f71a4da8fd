/** What is said when: words, captions laid out from them, and the subtitle files that hold them. Hears nothing, draws nothing. */
@NullMarked
package reelskill.studio.transcript;

import org.jspecify.annotations.NullMarked;
