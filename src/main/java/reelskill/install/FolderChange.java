package reelskill.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be written into and taken out of a folder. Files that are neither are left alone, whoever put them there.
 *
 * @param written those that are not there yet, or are but differ
 * @param removed relative paths
 */
public record FolderChange(Path folder, List<SkillFile> written, List<String> removed) {
    public FolderChange {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
    }

    /** @param before the relative paths that we wrote there earlier */
    static FolderChange to(Path folder, List<SkillFile> files, List<String> before) throws IOException {
        List<SkillFile> written = new ArrayList<>();
        for (SkillFile file : files) {
            if (!file.isSameAs(folder.resolve(file.path()))) written.add(file);
        }
        List<String> paths = files.stream().map(SkillFile::path).toList();
        List<String> removed =
                before.stream().filter(path -> !paths.contains(path)).toList();
        return new FolderChange(folder, written, removed);
    }

    static FolderChange removing(Path folder, List<String> paths) {
        List<String> there = paths.stream()
                .filter(path -> Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .toList();
        return new FolderChange(folder, List.of(), there);
    }

    public boolean isEmpty() {
        return written.isEmpty() && removed.isEmpty();
    }

    /** Returns how many bytes are written. */
    public long bytes() {
        return written.stream().mapToLong(SkillFile::bytes).sum();
    }

    /** Returns the relative paths that are written. */
    public List<String> paths() {
        return written.stream().map(SkillFile::path).toList();
    }

    /** Each file appears whole or not at all; a server that runs from the folder keeps the files that it has open. */
    void apply() throws IOException {
        for (SkillFile file : written) write(file);
        for (String path : removed) Files.deleteIfExists(folder.resolve(path));
        for (String path : removed) removeEmpty(folder.resolve(path).resolveSibling(""));
    }

    private void write(SkillFile file) throws IOException {
        Path target = folder.resolve(file.path());
        Files.createDirectories(target.resolveSibling(""));
        Path temporary = Files.createTempFile(target.resolveSibling(""), ".", ".part");
        try {
            try (InputStream in = file.content().open();
                    FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                in.transferTo(Channels.newOutputStream(out));
                out.force(true);
            }
            allow(temporary, file.isProgram() ? "rwxr-xr-x" : "rw-r--r--");
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void allow(Path file, String permissions) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** Removes what is left of the folders that came with the files, and no folder above the skill's own. */
    private void removeEmpty(Path emptied) throws IOException {
        Path at = emptied;
        while (at.startsWith(folder) && Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.delete(at);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            at = at.resolveSibling("");
        }
    }
}
