package reelskill.install;

import java.util.List;
import java.util.Map;

/**
 * The {@code SKILL.md} of the folder to install.
 *
 * @param name of the skill, as its front matter says
 */
public record SkillText(String name, String markdown) {
    /**
     * Returns the same text as another skill of the family: name, version and description of the front matter change.
     *
     * @param description one line, without a line break
     */
    public SkillText as(String name, String version, String description) {
        Map<String, String> replaced = Map.of(
                "name:", "name: " + name,
                "version:", "version: " + version,
                "description:", "description: " + quoted(description),
                "  version:", "  version: " + quoted(version));
        List<String> lines = markdown.lines().toList();
        int end = lines.subList(1, lines.size()).indexOf("---") + 1;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String key = line.substring(0, line.indexOf(':') + 1);
            text.append(i < end ? replaced.getOrDefault(key, line) : line).append('\n');
        }
        return new SkillText(name, text.toString());
    }

    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
