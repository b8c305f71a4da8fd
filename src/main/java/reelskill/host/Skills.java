package reelskill.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reelskill.host.SkillCatalog.Skill;
import reelskill.host.SkillCatalog.SkillFile;

/** SEP-2640: skills and their folders, read through the server. */
final class Skills {
    private Skills() {}

    static ObjectNode answer(RunningCall call, @Nullable SkillCatalog catalog) {
        if (catalog == null) throw HostException.methodNotFound(call.method());
        return switch (call.method()) {
            case "skills/list" -> list(call, catalog);
            case "skills/get" -> get(call.text("uri"), catalog);
            default -> folder(call, catalog);
        };
    }

    private static ObjectNode list(RunningCall call, SkillCatalog catalog) {
        Pages.onlyOne(call);
        ObjectNode result = Json.object();
        ArrayNode entries = result.putArray("skills");
        for (Skill skill : catalog.skills()) entries.add(entry(skill));
        return result;
    }

    private static ObjectNode get(String uri, SkillCatalog catalog) {
        for (Skill skill : catalog.skills()) {
            if (!skill.uri().equals(uri)) continue;
            ObjectNode result = Json.object();
            result.set("skill", entry(skill));
            return result;
        }
        throw HostException.invalidParams("No skill has the URI " + uri);
    }

    private static ObjectNode entry(Skill skill) {
        ObjectNode entry = Json.object().put("uri", skill.uri());
        entry.set("frontmatter", skill.frontmatter());
        ArrayNode files = entry.putArray("resources");
        for (SkillFile file : skill.files()) {
            byte[] bytes = bytes(file);
            files.addObject()
                    .put("uri", skill.base() + file.path())
                    .put("digest", digest(bytes))
                    .put("size", bytes.length);
        }
        return entry;
    }

    /** Adds the SKILL.md of each skill to a list of resources. */
    static void describe(SkillCatalog catalog, ArrayNode resources) {
        for (Skill skill : catalog.skills())
            resources
                    .addObject()
                    .put("uri", skill.uri())
                    .put("name", skill.frontmatter().path("name").asText())
                    .put("description", skill.frontmatter().path("description").asText())
                    .put("mimeType", "text/markdown");
    }

    static ResourceContents read(SkillCatalog catalog, String uri) {
        for (Skill skill : catalog.skills())
            for (SkillFile file : skill.files())
                if (uri.equals(skill.base() + file.path()))
                    return ResourceContents.of(uri, file.mimeType(), bytes(file));
        throw HostException.resourceNotFound(uri);
    }

    private static ObjectNode folder(RunningCall call, SkillCatalog catalog) {
        Pages.onlyOne(call);
        String folder = call.text("uri").replaceAll("/+$", "") + "/";
        ObjectNode result = Json.object();
        ArrayNode children = result.putArray("resources");
        for (Skill skill : catalog.skills()) if (folder.startsWith(skill.base())) children(skill, folder, children);
        if (children.isEmpty()) throw HostException.invalidParams("No folder of a skill has the URI " + folder);
        return result;
    }

    private static void children(Skill skill, String folder, ArrayNode children) {
        TreeSet<String> folders = new TreeSet<>();
        for (SkillFile file : skill.files()) {
            String uri = skill.base() + file.path();
            if (!uri.startsWith(folder)) continue;
            String below = uri.substring(folder.length());
            int slash = below.indexOf('/');
            if (slash < 0) child(children, uri, below, file.mimeType());
            else folders.add(below.substring(0, slash));
        }
        for (String name : folders) child(children, folder + name, name, "inode/directory");
    }

    private static void child(ArrayNode children, String uri, String name, String mimeType) {
        children.addObject().put("uri", uri).put("name", name).put("mimeType", mimeType);
    }

    private static byte[] bytes(SkillFile file) {
        try {
            return file.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
