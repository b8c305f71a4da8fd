/** The embedded studio: the NemoVideo protocol (protocol.md) over HTTP on loopback. No JSON shape leaves this package. */
@NullMarked
package reelskill.studio.server;

import org.jspecify.annotations.NullMarked;
