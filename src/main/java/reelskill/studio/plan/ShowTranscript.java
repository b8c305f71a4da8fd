package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Word;

/** Tells what is said when. Changes nothing. */
public record ShowTranscript() implements EditOperation {
    private static final int MOST = 60;

    @Override
    public EditResult apply(Scene scene) {
        Speech speech = Speech.of(scene);
        Optional<String> shortcoming = speech.shortcoming(scene);
        List<List<Said>> sentences = speech.sentences();
        if (sentences.isEmpty()) return EditResult.unchanged(scene.timeline(), shortcoming.orElseThrow());
        String lines =
                sentences.stream().limit(MOST).map(said -> line(scene, said)).collect(Collectors.joining("\n"));
        String more = sentences.size() <= MOST
                ? ""
                : scene.say("\n… and %d more sentences", "\n……还有%d句", sentences.size() - MOST);
        EditResult told =
                EditResult.done(scene.timeline(), scene.say("What is said:\n%s%s", "语音内容：\n%s%s", lines, more));
        return shortcoming.map(told::but).orElse(told);
    }

    private static String line(Scene scene, List<Said> said) {
        String moment = Figures.moment(scene, scene.frames(said.get(0).word().in()));
        return moment + "  " + text(said) + (said.get(0).isSure() ? "" : scene.say(" (not sure)", "（没有把握）"));
    }

    static String text(List<Said> said) {
        List<Word> words = said.stream().map(Said::word).toList();
        return new Phrase(words, 1).text();
    }
}
