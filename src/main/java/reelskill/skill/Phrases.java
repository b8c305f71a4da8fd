package reelskill.skill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of words by name: what the tables of the manifest give to routing and to GUI translation. */
public record Phrases(Map<String, List<String>> lists) {
    public Phrases {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        lists.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        lists = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the list called {@code name}.
     *
     * @throws InvalidSkillException if the manifest has none
     */
    public List<String> of(String name) {
        List<String> list = lists.get(name);
        if (list != null) return list;
        throw InvalidSkillException.of(
                "skill-manifest.yaml has no phrase list '%s'. Add it.", "skill-manifest.yaml 缺少短语表“%s”。请补上。", name);
    }
}
