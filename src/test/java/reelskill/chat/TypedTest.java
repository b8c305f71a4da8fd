package reelskill.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in a line, as the terminals of the world put them there. */
class TypedTest {
    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void furnish() throws IOException {
        folder = Files.createDirectories(home.resolve("films"));
        for (String name : List.of(
                "talk.mp4", "my clip (1).mp4", "it's.mov", "我的 视频.mp4", "a.mp4", "b.png", "notes", "words.txt")) {
            Files.createFile(folder.resolve(name));
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            talk.mp4                                         | talk.mp4
            ./talk.mp4                                       | talk.mp4
            ~/films/talk.mp4                                 | talk.mp4
            DIR/talk.mp4                                     | talk.mp4
            'DIR/my clip (1).mp4'                            | my clip (1).mp4
            "DIR/my clip (1).mp4"                            | my clip (1).mp4
            DIR/my\\ clip\\ \\(1\\).mp4                      | my clip (1).mp4
            DIR/my clip (1).mp4                              | my clip (1).mp4
            file://DIR/my%20clip%20(1).mp4                   | my clip (1).mp4
            'DIR/it'\\''s.mov'                               | it's.mov
            DIR/it\\'s.mov                                   | it's.mov
            DIR/it's.mov                                     | it's.mov
            'DIR/我的 视频.mp4'                               | 我的 视频.mp4
            我的 视频.mp4                                     | 我的 视频.mp4
            file://DIR/%E6%88%91%E7%9A%84%20%E8%A7%86%E9%A2%91.mp4 | 我的 视频.mp4
            """)
    void draggedFileIsFound(String line, String name) {
        Typed typed = typed(line);
        assertThat(typed.files()).containsExactly(folder.resolve(name));
        assertThat(typed.words()).isEmpty();
        assertThat(typed.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            talk.mp4 cut the boring parts                    | talk.mp4                  | cut the boring parts
            cut the pauses of DIR/talk.mp4 please            | talk.mp4                  | cut the pauses of talk.mp4 please
            'DIR/my clip (1).mp4' DIR/a.mp4 join them        | my clip (1).mp4,a.mp4     | join them
            a.mp4 b.png                                      | a.mp4,b.png               | ``
            a.mp4 captions from words.txt                    | a.mp4,words.txt           | captions from words.txt
            put 'b.png' behind me and don't cut              | b.png                     | put b.png behind me and don't cut
            add a title saying 'Weekly update'               | ``                        | add a title saying 'Weekly update'
            '我的 视频.mp4' 剪掉无聊的部分                     | 我的 视频.mp4              | 剪掉无聊的部分
            add notes about the talk                         | ``                        | add notes about the talk
            make it 9/16 and/or square                       | ``                        | make it 9/16 and/or square
            use a.mp4 twice, a.mp4                           | a.mp4                     | use a.mp4 twice, a.mp4
            """)
    void wordsAreWhatIsLeft(String line, String names, String words) {
        Typed typed = typed(line);
        assertThat(typed.files().stream().map(file -> file.getFileName().toString()))
                .containsExactly(names.isEmpty() ? new String[0] : names.split(","));
        assertThat(typed.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIR/absent.mp4 cut it", "~/absent.mov", "./none.mp4", "file:///absent/x.mp4"})
    void pathThatLeadsNowhereIsToldAndNotSaid(String line) {
        assertThat(typed(line).missing()).hasSize(1);
        assertThat(typed(line).files()).isEmpty();
    }

    @Test
    void addressOfMediaIsUploadedAndAnotherOneIsAWord() {
        assertThat(typed("https://a.example/clip.mp4?x=1 trim it").addresses())
                .containsExactly("https://a.example/clip.mp4?x=1");
        assertThat(typed("see https://a.example/page for it").addresses()).isEmpty();
    }

    private Typed typed(String line) {
        return Typed.of(line.replace("DIR", folder.toString()), new Places(folder, home));
    }
}
