package reelskill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import reelskill.language.Language;

/** A setting or a part of this machine with which no command can work. */
final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String english;
    private final String chinese;

    SetupException(String english, String chinese) {
        super(english);
        this.english = english;
        this.chinese = chinese;
    }

    /** Returns why a server did not start: its port is taken, or refused to this person. */
    static RuntimeException ofPort(int port, IOException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (!(at instanceof BindException)) continue;
            return new SetupException(
                    "Port " + port
                            + " cannot be had: another program uses it, or it is not for you. Choose another one, or 0 for any free one.",
                    "无法使用端口 " + port + "：已被其他程序占用，或没有权限。请换一个端口，或用 0 表示任意空闲端口。");
        }
        return new UncheckedIOException(failure);
    }

    String sentence(Language language) {
        return language.pick(english, chinese);
    }
}
