package reelskill.cli;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import reelskill.install.InstallException;
import reelskill.language.Language;
import reelskill.nemo.CanceledException;
import reelskill.nemo.ErrorCode;
import reelskill.nemo.NemoException;
import reelskill.nemo.Remedy;
import reelskill.nemo.ServiceException;
import reelskill.nemo.TransportException;
import reelskill.session.SessionException;
import reelskill.session.SessionException.Problem;
import reelskill.session.Workplace;
import reelskill.skill.InvalidSkillException;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.store.StoreException;
import reelskill.tools.ToolException;

/** Why a command failed, for a person and for a program. */
record Failure(ExitCode code, String sentence) {
    static Failure of(Exception failure, Language language, Optional<Workplace> place) {
        if (failure instanceof CanceledException || failure instanceof CancellationException) {
            return cancelled(language, place);
        }
        if (failure instanceof SessionException stop) {
            return new Failure(codeOf(stop.problem()), stop.sentence(language) + resume(stop, language));
        }
        if (failure instanceof NemoException refused) {
            String sentence = place.map(at -> at.backend().client().account().sentence(refused, language))
                    .orElseGet(() -> refused.sentence(language));
            return new Failure(codeOf(refused), sentence + hint(refused, language, place));
        }
        if (failure instanceof ToolException told) {
            return new Failure(ExitCode.REFUSED, told.sentence());
        }
        if (failure instanceof InvalidSkillException skill) {
            return new Failure(ExitCode.SETUP, skill.sentence(language));
        }
        if (failure instanceof StoreException) {
            return new Failure(
                    ExitCode.SETUP,
                    language.pick(
                            failure.getMessage()
                                    + " Look at its permissions and the free space, or set REELSKILL_HOME to another folder.",
                            "无法使用数据文件夹。请检查权限、磁盘空间和程序版本，或将 REELSKILL_HOME 设为其他文件夹。"));
        }
        if (failure instanceof SetupException setup) {
            return new Failure(ExitCode.SETUP, setup.sentence(language));
        }
        if (failure instanceof InstallException install) {
            return new Failure(ExitCode.SETUP, install.sentence(language));
        }
        if (failure instanceof FfmpegException ffmpeg) {
            return new Failure(ExitCode.SETUP, ffmpeg.sentence(language));
        }
        return new Failure(
                ExitCode.FAILURE,
                language.say(
                        "Something went wrong inside the program (%s). Nothing you made is lost; set REELSKILL_DEBUG=1 to see where.",
                        "程序内部出错（%s）。您的内容没有丢失；设置 REELSKILL_DEBUG=1 可查看位置。",
                        failure.getClass().getSimpleName()));
    }

    private static String resume(SessionException stop, Language language) {
        return stop.isResumable()
                ? language.pick(" 'reelskill exports resume' finishes it.", "运行“reelskill exports resume”即可完成。")
                : "";
    }

    private static Failure cancelled(Language language, Optional<Workplace> place) {
        boolean open = place.map(at -> at.journal().exports().stream()
                        .anyMatch(export -> export.status().isOpen()))
                .orElse(false);
        String stopped = language.pick("Stopped, as you asked.", "已按您的要求停止。");
        String kept = language.pick(
                " The export is kept: 'reelskill exports resume' finishes it, 'reelskill exports cancel' ends it.",
                "导出任务已保留：“reelskill exports resume”继续，“reelskill exports cancel”取消。");
        return new Failure(ExitCode.CANCELLED, open ? stopped + kept : stopped);
    }

    /** Who cannot reach the cloud can still work. */
    private static String hint(NemoException refused, Language language, Optional<Workplace> place) {
        boolean cloud = place.map(at -> at.backend().name().equals(BackendOptions.CLOUD))
                .orElse(false);
        return cloud && refused instanceof TransportException
                ? language.pick(" Or add --local to work on this machine.", "也可以加上 --local 在本机完成。")
                : "";
    }

    private static ExitCode codeOf(Problem problem) {
        return switch (problem) {
            case INPUT -> ExitCode.INPUT;
            case NOTHING_THERE, SESSION_GONE -> ExitCode.QUESTION;
            case CREDITS -> ExitCode.CREDITS;
            case OUTPUT -> ExitCode.OUTPUT;
            case RENDER_FAILED -> ExitCode.REFUSED;
            case STILL_RUNNING -> ExitCode.DISCONNECTED;
        };
    }

    private static ExitCode codeOf(NemoException refused) {
        if (refused instanceof TransportException) {
            return ExitCode.DISCONNECTED;
        }
        if (!(refused instanceof ServiceException service)) {
            return ExitCode.REFUSED;
        }
        if (service.code() == ErrorCode.OUT_OF_CREDITS) {
            return ExitCode.CREDITS;
        }
        return service.code().remedy() == Remedy.CHANGE_INPUT ? ExitCode.INPUT : ExitCode.REFUSED;
    }
}
