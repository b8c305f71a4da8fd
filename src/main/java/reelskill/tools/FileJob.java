package reelskill.tools;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import reelskill.draft.Draft;
import reelskill.draft.Wanted;
import reelskill.language.Language;
import reelskill.media.Resolution;
import reelskill.nemo.CanceledException;
import reelskill.session.Conversation;
import reelskill.session.ExportRecord;
import reelskill.session.Exported;
import reelskill.session.Workplace;

/** Makes the file of a timeline, or each of those that the last words asked for, one after the other. */
final class FileJob {
    /** What an order's request begins with that is for an earlier version; its number and the end of the line follow. */
    static final String OF_VERSION = "version ";

    private final Conversation conversation;
    private final Workplace place;
    private final Job.Order order;
    private final Set<String> begun = new HashSet<>();

    FileJob(Conversation conversation, Workplace place, Job.Order order) {
        this.conversation = conversation;
        this.place = place;
        this.order = order;
    }

    Job.Outcome made() {
        Path target = Path.of(String.valueOf(order.target()));
        try {
            List<Exported> made = new ArrayList<>();
            for (Wanted wanted : wanted()) made.add(made(wanted, target));
            return told(made, order.language());
        } catch (CanceledException | CancellationException e) {
            // Only cancel_export stops a job; the render may have been asked for a moment ago.
            place.journal().exports().stream()
                    .filter(record -> record.status().isOpen()
                            && record.sessionId().equals(conversation.session().id())
                            && begun.contains(record.target()))
                    .forEach(conversation.exports()::cancel);
            throw e;
        }
    }

    private List<Wanted> wanted() {
        String request = order.request();
        if (!request.startsWith(OF_VERSION)) return conversation.draft().wanted();
        String number = request.substring(OF_VERSION.length(), request.indexOf('\n'));
        Draft draft = conversation.history().draft(number).orElseThrow();
        return List.of(new Wanted("", draft.format(), draft));
    }

    private Exported made(Wanted wanted, Path target) {
        Path file = wanted.beside(target);
        if (wanted.name().isEmpty()) return export(wanted, file);
        // Of several, some may be there from before the server was stopped.
        Optional<ExportRecord> known = place.journal().exports().stream()
                .filter(record -> isOf(record, wanted, file))
                .findFirst();
        return known.isPresent() ? conversation.exports().resume(known.get()) : export(wanted, free(file));
    }

    private Exported export(Wanted wanted, Path file) {
        begun.add(file.toString());
        return conversation.export(wanted.draft(), file);
    }

    private boolean isOf(ExportRecord record, Wanted wanted, Path file) {
        boolean alive = record.status().isOpen() || record.status() == ExportRecord.Status.DONE;
        return alive
                && record.sessionId().equals(conversation.session().id())
                && record.draft().equals(wanted.draft().json())
                && record.target().equals(file.toString())
                && (record.status().isOpen() || Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Whoever named the one name meant these too; a file that is there is not theirs to replace. */
    private static Path free(Path wanted) {
        String name = String.valueOf(wanted.getFileName());
        int dot = name.lastIndexOf('.');
        Path free = wanted;
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
            free = wanted.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
        }
        return free;
    }

    static Job.Outcome told(List<Exported> made, Language language) {
        List<Answer.ExportedFile> files =
                made.stream().map(exported -> file(exported, language)).toList();
        String names =
                files.stream().map(file -> told(file, language)).collect(Collectors.joining(language.pick("; ", "；")));
        String said = files.size() == 1
                ? finished(files.get(0), names, language)
                : language.say("%d files are finished: %s.", "%d个文件已完成：%s。", files.size(), names);
        String notes = files.stream()
                .filter(file -> file.note() != null)
                .map(file -> " " + file.note())
                .collect(Collectors.joining());
        return new Job.Outcome(said + notes, null, null, files.get(0), files.size() == 1 ? null : files);
    }

    private static String finished(Answer.ExportedFile file, String name, Language language) {
        return file.durationSeconds() == 0
                ? language.say("The file is finished: %s.", "文件已完成：%s。", name)
                : language.say("The video is finished: %s.", "视频已完成：%s。", name);
    }

    private static String told(Answer.ExportedFile file, Language language) {
        if (file.durationSeconds() == 0)
            return language.say("%s (%.0f kB)", "%s（%.0f kB）", file.path(), file.bytes() / 1e3);
        return language.say(
                "%s (%.1f s, %.1f MB)", "%s（%.1f 秒，%.1f MB）", file.path(), file.durationSeconds(), file.bytes() / 1e6);
    }

    private static Answer.ExportedFile file(Exported exported, Language language) {
        return new Answer.ExportedFile(
                exported.file().toString(),
                exported.bytes(),
                exported.duration().toMillis() / 1000.0,
                exported.size().map(Resolution::width).orElse(null),
                exported.size().map(Resolution::height).orElse(null),
                exported.renderId(),
                exported.note(language).map(Plain::line).orElse(null),
                exported.link().map(String::valueOf).orElse(null));
    }
}
