package reelskill.studio.music;

import java.util.List;

/**
 * What one instrument plays.
 *
 * @param gain a factor
 * @param pan -1 left to 1 right
 * @param room how much of it goes to the reverb
 */
record Part(Instrument instrument, double gain, double pan, double room, List<Note> notes) {}
