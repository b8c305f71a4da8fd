package reelskill.studio.store;

import java.nio.file.Path;
import reelskill.media.MediaFacts;

/**
 * A file of a session's library.
 *
 * @param name what its owner calls it; safe to show and to use as a file's name
 * @param hash SHA-256 of its content, in hexadecimal
 * @param file where it lies; never to be shown
 * @param made whether it was made here, music or a card, and brought by nobody
 */
public record StoredMedia(String id, String name, String hash, long bytes, Path file, MediaFacts facts, boolean made) {}
