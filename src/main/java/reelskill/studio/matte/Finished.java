package reelskill.studio.matte;

import java.util.Optional;

/** A frame with its new background. */
@SuppressWarnings("ArrayRecordComponent")
record Finished(YuvPicture picture, Optional<byte[]> alpha, Matte matte) {}
