package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.nemo.ContractSuite.Outcome;
import reelskill.nemo.ContractSuite.Result;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.server.Studio;
import reelskill.studio.server.StudioSettings;
import reelskill.studio.server.StudioSettings.Policy;

/** The contract holds on the studio, and is broken where a service breaks it. */
@Timeout(300)
class ContractSuiteTest {
    private static final Path CACHE = Path.of("target", "cache");

    @TempDir
    Path folder;

    private final List<Result> results = new ArrayList<>();

    @Test
    void studioKeepsEveryRule() throws Exception {
        try (Studio studio = Studio.open(StudioSettings.of(folder.resolve("studio"), CACHE))) {
            ContractSuite.run(settings(studio.baseUrl()), true, Optional.of(sample()), results::add);
        }
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.PASSED));
        assertThat(results).extracting(Result::name).doesNotHaveDuplicates().hasSizeGreaterThan(25);
    }

    @Test
    void nothingThatCostsIsRunUnlessAllowed() throws Exception {
        try (Studio studio = Studio.open(strict())) {
            assertThat(ContractSuite.run(settings(studio.baseUrl()), false, Optional.empty(), results::add))
                    .isTrue();
        }
        assertThat(results)
                .filteredOn(result -> result.outcome() == Outcome.NOT_RUN)
                .hasSizeGreaterThan(10);
        assertThat(results).noneMatch(result -> result.outcome() == Outcome.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "<html>", "{\"code\":0,\"data\":{}}", "{\"code\":0,\"data\":{\"token\":\"a b\"}}"})
    void serviceThatAnswersNonsenseBreaksTheContractAndNotTheSuite(String body) {
        try (NemoRig rig = new NemoRig(folder)) {
            rig.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder().body(body).build();
                }
            });
            assertThat(ContractSuite.run(settings(rig.base()), true, Optional.of(sample()), results::add))
                    .isFalse();
        }
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        results.forEach(result -> outcomes.add(result.outcome()));
        assertThat(outcomes).contains(Outcome.FAILED, Outcome.NOT_RUN);
    }

    @Test
    void suiteWorksAsADeviceOfItsOwnAndLeavesNoFiles() {
        try (NemoRig rig = new NemoRig(folder)) {
            rig.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    assertThat(String.valueOf(request.getHeaders().get("Authorization")))
                            .doesNotContain(NemoRig.TOKEN);
                    assertThat(String.valueOf(request.getHeaders().get("X-Client-Id")))
                            .isNotEqualTo("mine");
                    return new MockResponse.Builder().body("{}").build();
                }
            });
            NemoSettings mine = rig.settings(Optional.of(new Token(NemoRig.TOKEN)), Optional.of("mine"));
            ContractSuite.run(mine, false, Optional.empty(), results::add);
            assertThat(rig.server.getRequestCount()).isPositive();
        }
        assertThat(folder).isEmptyDirectory();
    }

    private NemoSettings settings(URI base) {
        return new NemoSettings(
                base,
                base,
                NemoRig.WHO,
                Optional.empty(),
                Optional.empty(),
                folder.resolve("id"),
                folder,
                "test",
                Timing.real(TurnLimits.standard()));
    }

    /** As the protocol has it, not as one's own machine. */
    private StudioSettings strict() {
        return StudioSettings.of(folder.resolve("studio"), CACHE).withPolicy(new Policy(1, 100, 0, false));
    }

    /** Makes a film of one second: a moving picture and a tone. */
    private Path sample() {
        Path film = folder.resolve("sample.mp4");
        String picture = "testsrc2=size=160x90:rate=25:duration=1";
        String sound = "sine=frequency=440:sample_rate=48000:duration=1";
        Ffmpeg.locate(Optional.empty(), CACHE)
                .run(
                        List.of("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, film.toString()),
                        FfmpegJob.unwatched());
        return film;
    }
}
