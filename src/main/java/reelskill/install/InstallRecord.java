package reelskill.install;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installation wrote, so that it can be taken away again and nothing else.
 *
 * @param files relative paths in {@code folder}
 * @param config the host's file; null where the host has none
 * @param written SHA-256 of the host's file as we left it, as long as undoing that means what {@code backup} holds; else null
 * @param backup the file as it was before; null if there was none
 * @param parents how many of the lists around the entry came with it
 */
record InstallRecord(
        String host,
        String name,
        String folder,
        List<String> files,
        @Nullable String config,
        @Nullable String written,
        @Nullable String backup,
        int parents) {
    InstallRecord {
        files = List.copyOf(files);
    }
}
