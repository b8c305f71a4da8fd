/** Native parts of the program that are too heavy for a registry of skills, and how they come when they are needed. */
@NullMarked
package reelskill.parts;

import org.jspecify.annotations.NullMarked;
