/** Takes the shake of the camera out of pictures: measures it, decides on a calm way, and moves the pictures onto it. */
@NullMarked
package reelskill.studio.steady;

import org.jspecify.annotations.NullMarked;
