/** One message to the agent and all that comes back: the events, and what they add up to. Pure: no clock, thread or HTTP. */
@NullMarked
package reelskill.turn;

import org.jspecify.annotations.NullMarked;
