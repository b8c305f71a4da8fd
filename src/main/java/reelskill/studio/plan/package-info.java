/** Words to an edit plan, and the plan to a new timeline. Reads no media: what it must know it asks of {@link Supplies}. */
@NullMarked
package reelskill.studio.plan;

import org.jspecify.annotations.NullMarked;
