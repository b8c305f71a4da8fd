/** Which addresses of the network are the internet's, and which are somebody's own. Opens no connection. */
@NullMarked
package reelskill.net;

import org.jspecify.annotations.NullMarked;
