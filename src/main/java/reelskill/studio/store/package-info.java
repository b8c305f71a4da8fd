/**
 * What the studio remembers: accounts, sessions, media, draft versions, render jobs and credits, in one SQLite file and
 * one folder that several processes may use at once. Knows no HTTP and no ffmpeg.
 */
@NullMarked
package reelskill.studio.store;

import org.jspecify.annotations.NullMarked;
