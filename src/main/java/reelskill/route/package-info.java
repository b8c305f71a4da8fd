/** Where a message goes: to an export, the credits, the state, an upload, or to the editing conversation. */
@NullMarked
package reelskill.route;

import org.jspecify.annotations.NullMarked;
