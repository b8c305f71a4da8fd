/**
 * What a model may do: each tool is one annotated method, and hosts are made from these declarations. A tool translates
 * arguments, makes one call into the session and gives a small record back; it knows no host and no studio.
 */
@NullMarked
package reelskill.tools;

import org.jspecify.annotations.NullMarked;
