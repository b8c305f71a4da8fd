package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** The skills that a host reads through the server (SEP-2640, "Skills over MCP"). */
public interface SkillCatalog {
    /** Returns the skills, each complete, names unique. */
    List<Skill> skills();

    /** One skill: its name is the folder's, {@code frontmatter} is the one of SKILL.md rendered as JSON, nothing changed. */
    record Skill(String name, ObjectNode frontmatter, List<SkillFile> files) {
        public Skill {
            files = List.copyOf(files);
        }

        String uri() {
            return base() + "SKILL.md";
        }

        /** Returns the URI of the folder with its final slash. */
        String base() {
            return "skill://" + name + "/";
        }
    }

    /** One file of a skill, named by its path in the skill's folder with {@code /} between the names. */
    interface SkillFile {
        String path();

        String mimeType();

        byte[] bytes() throws IOException;
    }
}
