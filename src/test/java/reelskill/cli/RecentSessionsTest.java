package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reelskill.language.Language;
import reelskill.session.SessionRecord;

/** One client's work is not listed to another. */
class RecentSessionsTest {
    private final RecentSessions recent = new RecentSessions(
            () -> Optional.of(new SessionRecord("last", "t", null, "local", Language.ENGLISH, List.of())));

    @Test
    void conversationsAreApartAndTheNewestSessionComesFirst() {
        recent.add("a", "s1");
        recent.add("b", "s2");
        recent.add("a", "s3");
        recent.add("a", "s1");
        assertThat(recent.of(Optional.of("a"))).containsExactly("s1", "s3");
        assertThat(recent.of(Optional.of("b"))).containsExactly("s2");
    }

    @Test
    void whoHasUsedNothingIsShownNothing() {
        recent.add("a", "s1");
        assertThat(recent.of(Optional.of("c"))).isEmpty();
        assertThat(recent.of(Optional.empty())).isEmpty();
    }

    @Test
    void onlyEndOfThePipeIsShownWhatWasUsedLast() {
        assertThat(recent.of(Optional.of("stdio"))).containsExactly("last");
        recent.add("stdio", "s1");
        assertThat(recent.of(Optional.of("stdio"))).containsExactly("s1");
    }

    @Test
    void oldestIsForgotten() {
        for (int i = 0; i < 400; i++) recent.add("c" + i, "s");
        assertThat(recent.of(Optional.of("c0"))).isEmpty();
        for (int i = 0; i < 30; i++) recent.add("c399", "s" + i);
        assertThat(recent.of(Optional.of("c399"))).hasSize(20).startsWith("s29");
    }
}
