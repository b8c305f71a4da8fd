package reelskill.studio.render;

import reelskill.studio.render.Piece.Take;

/** Groups of pictures, the last of which may end early, that go into the result as the media has them, bit for bit. */
record Copied(Take take) implements Stretch {
    @Override
    public long length() {
        return take.length();
    }
}
