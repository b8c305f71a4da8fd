package reelskill.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts one entry into a host's configuration and takes it out; reads only, and hands over what would be written. */
final class Entries {
    private static final String BACKUP = ".before-reelskill";

    private Entries() {}

    /** A change, and what has to be remembered to undo it; see {@link InstallRecord}. */
    record Put(
            ConfigChange change,
            @Nullable String written,
            @Nullable String backup,
            int parents) {}

    /** @param record what an earlier installation wrote; null if there was none */
    static Put put(ConfigFile file, String name, ObjectNode entry, @Nullable InstallRecord record) {
        Optional<String> text = file.read();
        String mark = ConfigFile.mark(text.orElse(""));
        ConfigText config = file.parse(text.orElse("").substring(mark.length()));
        Optional<JsonNode> there = config.entry(name);
        if (there.isPresent() && there.get().equals(reread(file, name, entry))) return unchanged(file, text, record);
        if (there.isPresent() && record == null) throw foreign(file, name);
        String after = mark + config.with(name, entry);
        refuseOtherChanges(file, name, config.tree(), after.substring(mark.length()));
        int parents = record == null ? config.missingParents() : record.parents();
        if (record != null && isAsWritten(text, record)) {
            return new Put(
                    new ConfigChange(file.path(), text, Optional.of(after)), sha256(after), record.backup(), parents);
        }
        Optional<Path> backup =
                text.map(any -> file.path().resolveSibling(file.path().getFileName() + BACKUP));
        ConfigChange change = new ConfigChange(file.path(), text, Optional.of(after), backup);
        String written = there.isPresent() ? null : sha256(after);
        return new Put(change, written, backup.map(Path::toString).orElse(null), parents);
    }

    private static Put unchanged(ConfigFile file, Optional<String> text, @Nullable InstallRecord record) {
        ConfigChange none = new ConfigChange(file.path(), text, text);
        return record == null
                ? new Put(none, null, null, 0)
                : new Put(none, record.written(), record.backup(), record.parents());
    }

    /** Returns the file as it was before, byte for byte, unless others have changed it since: then without the entry. */
    static ConfigChange take(ConfigFile file, InstallRecord record) {
        Optional<String> text = file.read();
        if (text.isEmpty()) return new ConfigChange(file.path(), text, text);
        if (isAsWritten(text, record)) {
            Optional<String> original = Optional.ofNullable(record.backup())
                    .flatMap(backup -> new ConfigFile(Path.of(backup), file.parents(), file.shape()).read());
            if (record.backup() == null || original.isPresent()) return new ConfigChange(file.path(), text, original);
        }
        String mark = ConfigFile.mark(text.get());
        ConfigText config = file.parse(text.get().substring(mark.length()));
        String rest = config.without(record.name(), record.parents());
        refuseOtherChanges(file, record.name(), config.tree(), rest);
        return new ConfigChange(file.path(), text, Optional.of(mark + rest));
    }

    private static boolean isAsWritten(Optional<String> text, InstallRecord record) {
        return text.isPresent() && sha256(text.get()).equals(record.written());
    }

    private static InstallException foreign(ConfigFile file, String name) {
        return InstallException.of(
                "%s already has an MCP server named '%s' that this program did not write, so nothing was changed. Rename or remove it, then try again.",
                "%s 中已有名为“%s”的 MCP 服务器，且不是本程序写入的，未做任何更改。请改名或移除后重试。", file.path().getFileName(), name);
    }

    /** A change that says anything else than it should is not made: the last line of defence of the person's file. */
    private static void refuseOtherChanges(ConfigFile file, String name, JsonNode before, String after) {
        JsonNode others = without(before, file, name);
        if (!others.equals(without(file.parse(after).tree(), file, name))) {
            throw InstallException.of(
                    "%s is written in a way that this program cannot change safely, so nothing was changed. Add or remove the MCP server '%s' by hand.",
                    "%s 的写法使本程序无法安全修改，未做任何更改。请手动添加或移除 MCP 服务器“%s”。", file.path().getFileName(), name);
        }
    }

    /** Returns the tree without the entry, and without the lists around it that hold nothing else. */
    private static JsonNode without(JsonNode tree, ConfigFile file, String name) {
        ObjectNode copy = tree.deepCopy();
        prune(copy, file, name, 0);
        return copy;
    }

    private static void prune(ObjectNode at, ConfigFile file, String name, int depth) {
        if (depth == file.parents().size()) {
            at.remove(name);
        } else if (at.get(file.parents().get(depth)) instanceof ObjectNode inner) {
            prune(inner, file, name, depth + 1);
            if (inner.isEmpty()) at.remove(file.parents().get(depth));
        }
    }

    /** Numbers and texts as the format has them: what is written and read again compares equal. */
    private static JsonNode reread(ConfigFile file, String name, ObjectNode entry) {
        return file.parse(file.parse("").with(name, entry)).entry(name).orElseThrow();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
