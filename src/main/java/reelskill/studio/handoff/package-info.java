/** Timelines as documents that other editors open: OTIO, FCPXML, EDL and MLT. What a format cannot say is left out. */
@NullMarked
package reelskill.studio.handoff;

import org.jspecify.annotations.NullMarked;
