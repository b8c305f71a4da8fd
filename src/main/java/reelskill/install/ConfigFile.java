package reelskill.install;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file in which a host keeps its MCP servers.
 *
 * @param parents the names that lead to the list of servers; for TOML the one table
 */
record ConfigFile(Path path, List<String> parents, Shape shape) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    ConfigFile {
        parents = List.copyOf(parents);
    }

    /** Returns the text as it is; empty if there is no file. */
    Optional<String> read() {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw damaged(1);
        } catch (IOException e) {
            throw InstallException.of(
                    "%s cannot be read, so nothing was changed. Check its permissions, then try again.",
                    "%s 无法读取，未做任何更改。请检查其权限后重试。", path.getFileName());
        }
    }

    /** Returns {@code text} as something that entries can be put into; damage is told in a sentence. */
    ConfigText parse(String text) {
        try {
            return shape == Shape.CODEX ? TomlText.parse(text, parents.get(0)) : JsonText.parse(text, parents);
        } catch (DamagedConfigException e) {
            throw damaged(e.line());
        }
    }

    /** What Windows editors put before a text is no part of it, and is put back. */
    static String mark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    }

    private InstallException damaged(int line) {
        return InstallException.of(
                "%s cannot be read as it is (near line %d), so nothing was changed. Correct it, then try again.",
                "%s 无法读取（第 %d 行附近），未做任何更改。请修正该文件后重试。", path.getFileName(), line);
    }
}
