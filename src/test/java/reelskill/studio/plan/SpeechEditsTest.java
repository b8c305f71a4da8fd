package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.language.Language;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.VolumeChanges;
import reelskill.studio.transcript.Cue;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Transcript;
import reelskill.studio.transcript.UserText;

/** Edits by what is said, on a minute of three sentences: 2-5, 10-14 and 20-24 s. */
class SpeechEditsTest {
    private static final List<LibraryItem> TALK = List.of(Library.video("m1", "talk.mp4", 60));
    private static final Timeline BEFORE = Timelines.of("talk", TALK);
    private static final Transcript HEARD = heard(
            Transcript.Origin.RECOGNIZED,
            0.9,
            new Cue(TimeRange.ofSeconds(2, 5), "Good morning and welcome."),
            new Cue(TimeRange.ofSeconds(10, 14), "The new screen is finished, thank you."),
            new Cue(TimeRange.ofSeconds(20, 24), "That is all, thank you for listening."));

    private final Planner planner = new Planner();
    private Library footage = new Library(TALK).saying("m1", HEARD);

    @Test
    void captionsStandWhileTheirWordsAreSaid() {
        EditResult result = edit("add captions");
        assertThat(result.done())
                .containsExactly(
                        "Added 3 captions, clean, at the bottom (recognized English; words are timed by estimate)");
        assertThat(result.after().captions()).extracting(TextSegment::start).containsExactly(50L, 250L, 500L);
        assertThat(result.after().captions())
                .allMatch(caption -> caption.style().position() == TextStyle.Position.CAPTION);
        assertThat(result.after().texts()).isEmpty();
    }

    @Test
    void captionsOfAPartGoAndTheOthersStay() {
        Timeline captioned = edit("add captions").after();
        EditResult result = plan("remove the captions after 0:09", captioned);
        assertThat(result.done()).containsExactly("Removed 2 of 3 captions");
        assertThat(result.after().captions()).extracting(TextSegment::start).containsExactly(50L);
    }

    @Test
    void captionsInCapitalsFollowTheirWordsThroughACut() {
        Timeline captioned = edit("captions in capitals").after();
        assertThat(captioned.captions()).first().satisfies(caption -> assertThat(caption.text())
                .isEqualTo("GOOD MORNING AND WELCOME."));
        Timeline cut = plan("cut the first 8 seconds", captioned).after();
        assertThat(cut.captions()).hasSize(2).allMatch(caption -> caption.text()
                .equals(CapitalLetters.of(caption.text())));
        assertThat(cut.captions()).first().satisfies(caption -> assertThat(caption.start())
                .isEqualTo(50));
    }

    @Test
    void captionsOfAStretchHoldItsWordsAndLeaveTheOthers() {
        EditResult part = edit("add captions in a serif font from 0:08 to 0:15");
        assertThat(part.done().get(0))
                .startsWith("Added 1 caption at 8-15 s, clean, letters with serifs, at the bottom");
        assertThat(part.after().captions()).extracting(TextSegment::start).containsExactly(250L);
        assertThat(part.after().captions()).allMatch(caption -> caption.style().face() == TextStyle.Face.SERIF);
        Timeline both = plan("add captions from 0:19 to 0:24", part.after()).after();
        assertThat(both.captions()).extracting(TextSegment::start).containsExactly(250L, 500L);
        assertThat(both.captions().get(0))
                .isEqualTo(both.captions()
                        .get(0)
                        .withStyle(part.after().captions().get(0).style()));
        assertThat(plan("add captions only from 0:19 to 0:24", both).after().captions())
                .extracting(TextSegment::start)
                .containsExactly(500L);
    }

    @Test
    void wordThatWasHeardWrongIsWrittenAnewAndTheOtherCaptionsFollowTheirWords() {
        Timeline captioned = edit("add captions").after();
        EditResult mended = plan("change 'new screen' to 'import screen' in the captions", captioned);
        assertThat(mended.done()).containsExactly("Captions changed: \"new screen\" → \"import screen\"");
        assertThat(mended.after().captions().get(1).text()).contains("import screen is finished");
        assertThat(mended.after().captions()).extracting(TextSegment::start).containsExactly(50L, 250L, 500L);
        Timeline cut = plan("remove 0:20 to 0:21", mended.after()).after();
        assertThat(cut.captions().get(1))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(mended.after().captions().get(1));
        assertThat(cut.captions().get(2).text()).doesNotStartWith("That");
    }

    @Test
    void wordsThatNoCaptionSaysChangeNothing() {
        Timeline captioned = edit("add captions").after();
        EditResult same = plan("把字幕里的“周抱”改成“周报”", captioned);
        assertThat(same.after()).isEqualTo(captioned);
        assertThat(same.notDone()).containsExactly("字幕里没有“周抱”。");
        assertThat(plan("replace 'thank you' with 'thanks' in the captions", captioned)
                        .done())
                .containsExactly("Captions changed: \"thank you\" → \"thanks\", in 2 of them");
    }

    @Test
    void captionsGoWithTheirTimeWhenItIsCut() {
        Timeline captioned = edit("add captions").after();
        Timeline cut = plan("remove 0:09 to 0:15", captioned).after();
        assertThat(cut.captions()).extracting(TextSegment::start).containsExactly(50L, 350L);
        Timeline half = plan("remove 0:20 to 0:21", captioned).after();
        assertThat(half.captions().get(2).start()).isEqualTo(500);
        assertThat(half.captions().get(2).duration())
                .isEqualTo(captioned.captions().get(2).duration() - 25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remove 0:21.4 to 0:22 | That is all, you for listening.",
                "remove 0:22.6 to 0:24 | That is all, thank you",
                "remove 0:21.7 to 0:24 | That is all",
                "remove 0:19 to 0:22.6 | for listening.",
                "keep 0:20 to 0:20.4   | That",
            })
    void captionShowsTheWordsThatAreStillSaid(String cut, String left) {
        Timeline captioned = edit("add captions").after();
        Timeline after = plan(cut, captioned).after();
        assertThat(after.captions()).extracting(TextSegment::text).last().isEqualTo(left);
        assertThat(after.captions())
                .allMatch(caption -> caption.end() <= after.duration())
                .last()
                .extracting(caption -> Library.RATE.time(caption.start()))
                .satisfies(start -> assertThat(said(after, left.split(" ")[0])).isEqualTo(start));
    }

    @Test
    void captionsOfARetimedClipStandWhileTheirWordsAreSaid() {
        Timeline captioned = edit("add captions").after();
        for (String speed : List.of("set the speed to 2x", "slow it down to half speed")) {
            Timeline paced = plan(speed, captioned).after();
            List<TextSegment> anew = plan("add captions", paced).after().captions();
            assertThat(anew)
                    .extracting(TextSegment::start)
                    .containsAll(
                            paced.captions().stream().map(TextSegment::start).toList());
            assertThat(paced.captions()).hasSize(3).allSatisfy(caption -> assertThat(caption.end())
                    .isCloseTo(lastWord(paced, caption), within(Library.RATE.frames(Duration.ofSeconds(1)))));
        }
    }

    private long lastWord(Timeline timeline, TextSegment caption) {
        return Speech.of(new Scene(timeline, footage, Language.ENGLISH)).words().stream()
                .filter(said -> caption.text().endsWith(said.word().text()))
                .mapToLong(said -> Library.RATE.frames(said.word().out()))
                .filter(end -> end > caption.start())
                .min()
                .orElseThrow();
    }

    @Test
    void captionsOfMutedSpeechStayAndThoseOfAnotherTextAreLeftAlone() {
        Timeline muted = plan("mute it", edit("add captions").after()).after();
        assertThat(plan("remove 0:09 to 0:15", muted).after().captions()).hasSize(2);
        Timeline other = edit("add captions").after();
        footage.saying(
                "m1", heard(Transcript.Origin.SUBTITLES, 1, new Cue(TimeRange.ofSeconds(2, 5), "Something else.")));
        assertThat(plan("remove 0:09 to 0:15", other).after().captions())
                .extracting(TextSegment::start)
                .containsExactly(50L, 350L);
    }

    private Duration said(Timeline timeline, String word) {
        return Speech.of(new Scene(timeline, footage, Language.ENGLISH)).words().stream()
                .filter(said -> said.word().text().equals(word))
                .map(said -> Library.RATE.time(Library.RATE.frames(said.word().in())))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void captionsGoWithTheirClipWhenClipsChangePlaces() {
        Timeline captioned = edit("add captions").after();
        Timeline moved =
                plan("split at 0:15, move clip 2 to the front", captioned).after();
        assertThat(moved.captions()).extracting(TextSegment::start).containsExactly(125L, 1175L, 1375L);
        assertThat(moved.captions().get(0).text()).startsWith("That is all");
    }

    @Test
    void captionsStandWhileTheirWordsAreSaidAtAnotherSpeed() {
        Timeline fast = plan("set the speed to 2x", BEFORE).after();
        assertThat(plan("add captions", fast).after().captions())
                .extracting(TextSegment::start)
                .containsExactly(25L, 125L, 250L);
    }

    @Test
    void wordsAreCutWhereTheyAreSaidAtAnotherSpeed() {
        Timeline fast = plan("set the speed to 2x", BEFORE).after();
        Timeline cut = plan("cut everything after 'finished'", fast).after();
        assertThat(cut.rate().seconds(cut.duration())).isBetween(5.5, 7.0);
    }

    @Test
    void nothingIsSaidBackwards() {
        Timeline back = plan("play it backwards", BEFORE).after();
        assertThat(plan("add captions", back).after().captions()).isEmpty();
    }

    @Test
    void quietRangeStaysWithWhatIsHeardWhenTheSpeedChanges() {
        Timeline quiet = plan("mute from 0:10 to 0:14", BEFORE).after();
        Timeline fast = plan("set the speed to 2x", quiet).after();
        assertThat(muted(fast)).containsExactly(TimeRange.ofSeconds(5, 7));
        assertThat(muted(plan("set the speed to 1x", fast).after())).containsExactly(TimeRange.ofSeconds(10, 14));
        assertThat(muted(plan("play it backwards", quiet).after())).containsExactly(TimeRange.ofSeconds(46, 50));
    }

    @Test
    void rangeOfAFasterClipIsThatOfWhatIsSeen() {
        Timeline fast = plan("set the speed to 2x", BEFORE).after();
        assertThat(muted(plan("mute from 0:05 to 0:07", fast).after())).containsExactly(TimeRange.ofSeconds(5, 7));
    }

    private static List<TimeRange> muted(Timeline timeline) {
        return timeline.clips().get(0).effects().get(VolumeChanges.class).orElseThrow().stretches().stream()
                .map(VolumeChanges.Stretch::time)
                .toList();
    }

    @Test
    void captionsComeFromTheClipsAsTheyAreCut() {
        Timeline cut = plan("remove 0:09 to 0:15", BEFORE).after();
        assertThat(plan("add captions", cut).after().captions())
                .extracting(TextSegment::start)
                .containsExactly(50L, 350L);
    }

    @Test
    void titleIsNotLaidAmongCaptionsAndIsChangedAlone() {
        Timeline both =
                plan("add a title \"Hi\" at 0:30", edit("add captions").after()).after();
        assertThat(both.texts()).extracting(TextSegment::text).containsExactly("Hi");
        assertThat(plan("remove the title", both).after().captions()).hasSize(3);
        assertThat(plan("make it bigger", both).done())
                .singleElement()
                .asString()
                .contains("\"Hi\"");
    }

    @Test
    void captionsAreRestyledAndRemovedAllAtOnce() {
        Timeline captioned = edit("add captions").after();
        Timeline top = plan("make the captions red and move the captions to the top", captioned)
                .after();
        assertThat(top.captions())
                .allMatch(caption -> caption.style().rgb() == 0xFF0000)
                .allMatch(caption -> caption.style().position() == TextStyle.Position.CAPTION_TOP);
        assertThat(plan("remove the captions", top).after()).isEqualTo(BEFORE);
    }

    @Test
    void narrowPictureGetsShortLines() {
        Timeline upright = plan("make it vertical", BEFORE).after();
        assertThat(plan("add big bold captions", upright).after().captions())
                .allSatisfy(caption -> assertThat(caption.text().lines())
                        .hasSizeLessThanOrEqualTo(2)
                        .allMatch(line -> line.length() <= 19));
    }

    @Test
    void speechThatWasNotUnderstoodIsNeverMadeUp() {
        footage = new Library(TALK)
                .saying(
                        "m1",
                        heard(
                                Transcript.Origin.RECOGNIZED,
                                0.4,
                                new Cue(TimeRange.ofSeconds(2, 9), "King dies at noon.")));
        EditResult result = edit("add captions");
        assertThat(result.after()).isEqualTo(BEFORE);
        assertThat(result.notDone()).singleElement().asString().contains("clear English only", ".srt");
    }

    @Test
    void unsureSentenceIsNamedWithItsTime() {
        List<Phrase> phrases = new ArrayList<>(HEARD.phrases());
        phrases.set(1, new Phrase(phrases.get(1).words(), 0.65));
        footage.saying("m1", new Transcript(Transcript.Origin.RECOGNIZED, phrases, Duration.ofSeconds(11)));
        assertThat(edit("add captions").notDone())
                .containsExactly("I am not sure of 1 sentence: 0:10. Please check it.");
    }

    @Test
    void silenceHasNoCaptions() {
        footage = new Library(TALK);
        assertThat(edit("加字幕").notDone()).containsExactly("没有听到视频中有人说话。");
    }

    @Test
    void everythingAfterTheWordsGoes() {
        EditResult result = edit("cut everything after 'for listening'");
        assertThat(result.after().duration()).isEqualTo(Library.RATE.frames(Duration.ofMillis(24_160)));
    }

    @Test
    void wordsThatAreSaidTwiceAreAskedAbout() {
        EditResult result = edit("cut everything after 'thank you'");
        assertThat(result.after()).isEqualTo(BEFORE);
        assertThat(result.notDone()).singleElement().asString().contains("said 2 times", "0:12.9", "name the time");
    }

    @Test
    void wordsThatAreNotSaidCutNothingAndTheNearestAreOffered() {
        EditResult result = edit("keep only the part where I say the old screen is finished");
        assertThat(result.after()).isEqualTo(BEFORE);
        assertThat(result.notDone())
                .singleElement()
                .asString()
                .contains("I did not hear", "The new screen is finished");
    }

    @Test
    void partWhereWordsAreSaidIsItsSentence() {
        MediaSegment kept =
                edit("keep only the part where I say welcome").after().clips().get(0);
        assertThat(Library.RATE.seconds(kept.in())).isZero();
        assertThat(Library.RATE.seconds(kept.out())).isBetween(5.1, 5.2);
    }

    @Test
    void secondSentenceBeginsWithABreath() {
        MediaSegment first =
                edit("start from the second sentence").after().clips().get(0);
        assertThat(Library.RATE.seconds(first.in())).isBetween(9.8, 9.9);
    }

    @Test
    void umOfTheUsersTextIsCutBetweenTwoRestsOfTheVoice() {
        footage.saying(
                        "m1",
                        heard(Transcript.Origin.SUBTITLES, 1, new Cue(TimeRange.ofSeconds(2, 5), "We were, um, slow.")))
                .boring("m1", TimeRange.ofSeconds(3.2, 3.3), TimeRange.ofSeconds(3.7, 3.9));
        EditResult result = edit("remove the ums");
        assertThat(result.done()).singleElement().asString().contains("1 filler word", "3.2-3.7 s");
        assertThat(BEFORE.duration() - result.after().duration()).isEqualTo(13);
    }

    @Test
    void umWithoutRestsAroundItStaysAndIsNamed() {
        footage.saying(
                "m1", heard(Transcript.Origin.SUBTITLES, 1, new Cue(TimeRange.ofSeconds(2, 5), "We were, um, slow.")));
        EditResult result = edit("remove the ums");
        assertThat(result.after()).isEqualTo(BEFORE);
        assertThat(result.notDone()).singleElement().asString().contains("\"um\" 0:03");
    }

    @Test
    void recognizerCannotFindUmsAndSaysSo() {
        assertThat(edit("remove the ums").notDone()).singleElement().asString().contains("leaves them out", ".srt");
        assertThat(edit("去掉口头禅").notDone()).singleElement().asString().contains("字幕");
    }

    @Test
    void firstOfTwoEqualRunsGoesWhereTheVoiceRests() {
        footage.saying(
                        "m1",
                        heard(
                                Transcript.Origin.RECOGNIZED,
                                0.9,
                                new Cue(TimeRange.ofSeconds(2, 3), "We should"),
                                new Cue(TimeRange.ofSeconds(3.5, 6), "we should go now.")))
                .boring("m1", TimeRange.ofSeconds(0, 2), TimeRange.ofSeconds(3, 3.5), TimeRange.ofSeconds(6, 60));
        EditResult look = edit("what repeats would you remove?");
        assertThat(look.after()).isEqualTo(BEFORE);
        assertThat(look.done()).singleElement().asString().contains("nothing was changed", "\"We should\"");
        EditResult result = edit("remove the repeats");
        assertThat(result.after().clips()).hasSize(2);
        assertThat(Library.RATE.seconds(result.after().clips().get(1).in())).isEqualTo(3.48, offset(0.05));
    }

    @Test
    void repeatsThatAreMeantStay() {
        footage.saying(
                "m1",
                heard(
                        Transcript.Origin.RECOGNIZED,
                        0.9,
                        new Cue(TimeRange.ofSeconds(2, 6), "It is very, very good, no, no.")));
        assertThat(edit("remove the repeats").notDone()).containsExactly("I heard nothing said twice in a row.");
    }

    private EditResult edit(String sentence) {
        return plan(sentence, BEFORE);
    }

    private EditResult plan(String sentence, Timeline now) {
        return planner.plan(sentence, now, TALK).apply(now, footage);
    }

    private static Transcript heard(Transcript.Origin origin, double confidence, Cue... cues) {
        Transcript words = UserText.of(List.of(cues), List.of());
        return new Transcript(
                origin,
                words.phrases().stream()
                        .map(phrase -> new Phrase(phrase.words(), confidence))
                        .toList(),
                words.spoken());
    }
}
