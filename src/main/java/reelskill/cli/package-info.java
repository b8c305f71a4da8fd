/** The commands. The only place that reads the environment, touches the standard streams and exits. */
@NullMarked
package reelskill.cli;

import org.jspecify.annotations.NullMarked;
