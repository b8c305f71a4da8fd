/** The language of a conversation. Nothing here knows video or the network. */
@NullMarked
package reelskill.language;

import org.jspecify.annotations.NullMarked;
