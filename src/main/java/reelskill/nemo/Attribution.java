package reelskill.nemo;

/** Who calls: the three headers of every call but the token's (protocol.md, Headers). Missing ones block exports. */
public record Attribution(String source, String version, String platform) {}
