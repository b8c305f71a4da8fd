/** The draft as the backend sent it: verbatim JSON, read leniently for people, never rewritten. */
@NullMarked
package reelskill.draft;

import org.jspecify.annotations.NullMarked;
