package reelskill.host;

/** How a client and this server agree on versions and capabilities ("Versioning and Compatibility", 2026-07-28). */
enum Era {
    /** {@code initialize} opens a conversation: 2024-11-05 to 2025-11-25. */
    LEGACY,
    /** Each request carries its version and capabilities in {@code _meta}: 2026-07-28. */
    MODERN
}
