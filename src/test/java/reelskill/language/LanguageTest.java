package reelskill.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            add a title saying 'Weekly update'   | ENGLISH
            add a title saying '周报', don't cut  | ENGLISH
            add a title “周报” and export          | ENGLISH
            加一个标题"Weekly update"              | CHINESE
            加标题“周报”                           | CHINESE
            "周报"                                | CHINESE
            add 周报                              | CHINESE
            """)
    void sentenceIsAnsweredInItsOwnLanguageWhateverItQuotes(String sentence, Language language) {
        assertThat(Language.of(sentence)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Ok.", "no!", "1", "2)", "b", "…", "Y", ""})
    void bareAnswerIsOfNoLanguage(String answer) {
        assertThat(Language.ofSpoken(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"undo,ENGLISH", "no music,ENGLISH", "好,CHINESE", "1分钟,CHINESE"})
    void whatSaysMoreIsOfItsLanguage(String words, Language language) {
        assertThat(Language.ofSpoken(words)).contains(language);
    }
}
