/** Turns the backend's talk about a screen into plain content and a closed set of actions. Opens, reads and runs nothing. */
@NullMarked
package reelskill.gui;

import org.jspecify.annotations.NullMarked;
