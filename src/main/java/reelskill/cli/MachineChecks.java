package reelskill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import reelskill.language.Language;
import reelskill.parts.Part;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.matte.MatteException;
import reelskill.studio.matte.Networks;

/** Whether this machine has what the studio needs. Fetches nothing. */
record MachineChecks(Desk desk, Language language) {
    private static final long LITTLE_SPACE = 2_000_000_000L;
    private static final int OLDEST_JAVA = 17;

    List<Finding> all() {
        return List.of(
                java(),
                ffmpeg(),
                mattes(),
                folder("data", settings().home()),
                folder("cache", settings().cache()));
    }

    private Settings settings() {
        return desk.settings();
    }

    private Finding java() {
        String vendor = System.getProperty("java.vendor");
        String sentence = "Java " + System.getProperty("java.version") + " (" + vendor + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")";
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Finding.ok("java", sentence)
                : Finding.problem("java", sentence, language.pick("install a JDK of 17 or newer", "请安装 JDK 17 或更高版本"));
    }

    private Finding ffmpeg() {
        List<Part> missing = desk.backends().parts().missing();
        if (missing.stream().anyMatch(part -> part.fileName().startsWith("ffmpeg"))) return notFetched(missing);
        try {
            Ffmpeg ffmpeg =
                    Ffmpeg.locate(desk.backends().parts().known(), settings().cache());
            String version = ffmpeg.version().replaceFirst("^ffmpeg version (\\S+).*", "$1");
            return Finding.ok(
                    "ffmpeg",
                    settings().ffmpeg().isPresent()
                            ? language.say(
                                    "ffmpeg %s, yours (REELSKILL_FFMPEG)", "ffmpeg %s，您自己的（REELSKILL_FFMPEG）", version)
                            : language.say("ffmpeg %s, built in", "ffmpeg %s，内置", version));
        } catch (FfmpegException e) {
            return Finding.problem("ffmpeg", language.pick("ffmpeg does not run", "ffmpeg 无法运行"), e.sentence(language));
        }
    }

    private Finding notFetched(List<Part> missing) {
        String size =
                NativeParts.megabytes(missing.stream().mapToLong(Part::bytes).sum());
        return Finding.note(
                "ffmpeg",
                language.say("ffmpeg comes on first use (%s are fetched once)", "ffmpeg 将在首次使用时下载（共 %s，仅一次）", size),
                language.pick("'reelskill fetch' fetches it now", "“reelskill fetch”可立即下载"));
    }

    private Finding mattes() {
        if (desk.backends().parts().missing().contains(Part.RUNTIME)) {
            return Finding.note(
                    "backgrounds",
                    language.pick(
                            "replacing backgrounds needs a runtime that comes on first use", "更换背景所需的运行库将在首次使用时下载"),
                    language.pick("'reelskill fetch' fetches it now", "“reelskill fetch”可立即下载"));
        }
        try {
            desk.backends().parts().fetch();
            Networks.prove();
            return Finding.ok("backgrounds", language.pick("people can be cut out of pictures", "人像抠图可用"));
        } catch (MatteException e) {
            return Finding.note(
                    "backgrounds", language.pick("people cannot be cut out", "人像抠图不可用"), e.sentence(language));
        }
    }

    private Finding folder(String name, Path folder) {
        String shown = new SkillDesk(desk, new BackendOptions()).shown(folder);
        try {
            Path there = Files.createDirectories(folder);
            Files.delete(Files.createTempFile(there, ".doctor", ""));
            long space = Files.getFileStore(there).getUsableSpace();
            String sentence = language.say("%s: writable, %s free", "%s：可写，剩余 %s", shown, NativeParts.megabytes(space));
            return space > LITTLE_SPACE
                    ? Finding.ok(name, sentence)
                    : Finding.note(
                            name,
                            sentence,
                            language.pick(
                                    "free some space, or set REELSKILL_HOME to another disk",
                                    "请释放空间，或将 REELSKILL_HOME 设到其他磁盘"));
        } catch (IOException e) {
            return Finding.problem(
                    name,
                    language.say("%s cannot be written", "%s 无法写入", shown),
                    language.pick(
                            "set REELSKILL_HOME to a folder of yours, or give yourself the permission",
                            "请将 REELSKILL_HOME 设为可写的文件夹，或调整权限"));
        }
    }
}
