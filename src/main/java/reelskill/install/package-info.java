/** Puts the skill where agent hosts look for it, and takes it away again. Knows files and formats of hosts, and no video. */
@NullMarked
package reelskill.install;

import org.jspecify.annotations.NullMarked;
