package reelskill.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.skill.SkillManifest;

class RouterTest {
    private static final Router ROUTER = new Router(SkillManifest.packed().routes());

    @ParameterizedTest
    @ValueSource(strings = {"tune", "test", "fresh"})
    void show(String half) {
        List<Sentence> sentences = Sentence.half(half);
        List<String> wrong = sentences.stream()
                .filter(sentence -> !sentence.fits(ROUTER.route(sentence.text(), sentence.fileAttached())))
                .map(sentence -> sentence + " -> " + ROUTER.route(sentence.text(), sentence.fileAttached()))
                .toList();
        if (!half.equals("test")) wrong.forEach(System.out::println);
        long unsure = sentences.stream()
                .filter(s -> !ROUTER.route(s.text(), s.fileAttached()).certain())
                .count();
        System.out.println(
                half + " " + (sentences.size() - wrong.size()) + "/" + sentences.size() + " unsure " + unsure);
    }

    @Test
    void x() {
        assertThat(1).isEqualTo(1);
    }
}
