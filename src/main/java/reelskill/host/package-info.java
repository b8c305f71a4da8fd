/**
 * An MCP server: one protocol core, two eras of the protocol, two transports. It serves what an {@link
 * reelskill.host.Offer} holds and knows neither sessions of the backend nor the studio. Nothing heavier than a JSON parser
 * is loaded until {@code tools/list} is answered; Jetty only when the HTTP transport is asked for.
 */
@NullMarked
package reelskill.host;

import org.jspecify.annotations.NullMarked;
