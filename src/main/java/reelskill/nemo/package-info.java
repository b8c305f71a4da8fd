/** The client of the NemoVideo API: endpoints, envelopes, typed errors, tokens, turns, uploads, renders and downloads. */
@NullMarked
package reelskill.nemo;

import org.jspecify.annotations.NullMarked;
