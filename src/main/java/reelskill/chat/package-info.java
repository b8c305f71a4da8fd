/**
 * The conversation in a terminal: what a person types, by hand or from a script, becomes calls of the tools, by the words'
 * own meaning or by a language model's choice. Knows no backend: it calls the same registry as every other host.
 */
@NullMarked
package reelskill.chat;

import org.jspecify.annotations.NullMarked;
