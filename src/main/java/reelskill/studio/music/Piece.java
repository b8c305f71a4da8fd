package reelskill.studio.music;

import java.util.List;

/**
 * Music, written down.
 *
 * @param seconds how long it is, its last echo included
 * @param room seconds that its room echoes
 * @param gain for all of it, so that it is about as loud as other pieces
 */
record Piece(double seconds, double room, double gain, List<Part> parts) {}
