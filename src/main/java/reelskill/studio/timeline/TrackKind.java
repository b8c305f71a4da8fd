package reelskill.studio.timeline;

/** What a track holds; the number is the draft's {@code tt} (protocol.md, Draft). */
public enum TrackKind {
    VIDEO(0),
    AUDIO(1),
    TEXT(7);

    private final int wire;

    TrackKind(int wire) {
        this.wire = wire;
    }

    public int wire() {
        return wire;
    }
}
