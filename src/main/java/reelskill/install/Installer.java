package reelskill.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Installs skills into hosts and takes them away. A plan reads only; carrying it out writes each file at once or not at
 * all. Not meant for two at a time on one host.
 */
public final class Installer {
    private final Places places;
    private final Records records;

    /** @param data where it is kept what was installed */
    public Installer(Places places, Path data) {
        this.places = places;
        this.records = new Records(data.resolve("installs"));
    }

    /**
     * Plans to bring a host to what {@code skill} and the server's options say, from whatever there is.
     *
     * @param java the program that hosts start
     * @param options what follows {@code mcp} in the host's entry
     * @throws InstallException if there is something in the way that is not ours, or the host's file is damaged
     */
    public Plan install(Host host, Scope scope, SkillPackage skill, String java, List<String> options)
            throws IOException {
        Path folder = places.skills(host, scope).resolve(skill.name());
        Optional<InstallRecord> before = records.find(host, folder);
        boolean inPlace = skill.comesFrom(folder);
        if (before.isEmpty() && !inPlace && records.others(host, folder).isEmpty()) refuseForeign(folder);
        // A skill that another installer put there stays that one's to remove.
        List<SkillFile> contents = inPlace ? List.of() : skill.files();
        FolderChange files = FolderChange.to(
                folder,
                contents,
                inPlace ? List.of() : before.map(InstallRecord::files).orElse(List.of()));
        Optional<Entries.Put> put = places.config(host, scope)
                .map(file -> Entries.put(
                        file,
                        skill.name(),
                        file.shape().write(ServerEntry.of(java, folder, options, host)),
                        before.orElse(null)));
        List<String> paths = contents.stream().map(SkillFile::path).toList();
        InstallRecord record = record(
                host, folder, inPlace && before.isPresent() ? before.get().files() : paths, put);
        return new Plan(host, skill.name(), files, put.map(Entries.Put::change), record);
    }

    private static InstallRecord record(Host host, Path folder, List<String> files, Optional<Entries.Put> put) {
        return new InstallRecord(
                host.id(),
                String.valueOf(folder.getFileName()),
                folder.toString(),
                files,
                put.map(entry -> entry.change().path().toString()).orElse(null),
                put.map(Entries.Put::written).orElse(null),
                put.map(Entries.Put::backup).orElse(null),
                put.map(Entries.Put::parents).orElse(0));
    }

    /**
     * Plans to take away what was installed, and only that.
     *
     * @throws InstallException if nothing was
     */
    public Plan uninstall(Host host, Scope scope, String name) throws IOException {
        Path folder = places.skills(host, scope).resolve(name);
        InstallRecord record = records.find(host, folder)
                .orElseThrow(() -> InstallException.of(
                        "%s was not installed into %s by this program, so there is nothing to remove.",
                        "本程序没有把 %s 安装到 %s，没有可移除的内容。", name, host.title()));
        boolean shared = !records.others(host, folder).isEmpty();
        FolderChange files = FolderChange.removing(folder, shared ? List.of() : record.files());
        Optional<ConfigChange> config = places.config(host, scope).map(file -> Entries.take(file, record));
        return new Plan(host, name, files, config, null);
    }

    /** Returns how a host starts the server of a skill; empty if its file has no such entry. */
    public Optional<ServerEntry> entry(Host host, Scope scope, String name) {
        return places.config(host, scope)
                .flatMap(file -> file.read().flatMap(text -> file.parse(
                                text.substring(ConfigFile.mark(text).length()))
                        .entry(name)))
                .map(ServerEntry::read);
    }

    /**
     * Does what the plan says.
     *
     * @throws InstallException if a file cannot be written; what was written until then can be taken away or completed
     */
    public void carryOut(Plan plan) {
        try {
            if (plan.record() == null) remove(plan);
            else add(plan, plan.record());
        } catch (IOException | UncheckedIOException e) {
            throw InstallException.of(
                    "Not everything for %s could be written. Check the permissions of %s and the free space, then do the same again.",
                    "%s 的文件未能全部写入。请检查 %s 的权限和磁盘空间，然后重试。",
                    plan.host().title(),
                    plan.folder().folder().getFileName());
        }
    }

    private void add(Plan plan, InstallRecord record) throws IOException {
        plan.folder().apply();
        if (plan.config().isPresent()) plan.config().get().backUp();
        // Known before it is done: whoever is stopped in between can still uninstall.
        records.save(plan.host(), plan.folder().folder(), record);
        if (plan.config().isPresent()) plan.config().get().apply();
    }

    private void remove(Plan plan) throws IOException {
        Path folder = plan.folder().folder();
        if (plan.config().isPresent()) plan.config().get().apply();
        plan.folder().apply();
        Optional<String> backup = records.find(plan.host(), folder).map(InstallRecord::backup);
        if (backup.isPresent()) Files.deleteIfExists(Path.of(backup.get()));
        records.forget(plan.host(), folder);
    }

    private static void refuseForeign(Path folder) {
        if (!Files.exists(folder.resolve("SKILL.md"))) return;
        throw InstallException.of(
                "There is already a skill '%s' in %s that this program did not install, so nothing was changed. Move it away, then try again.",
                "%2$s 中已有技能“%1$s”，且不是本程序安装的，未做任何更改。请将其移走后重试。",
                folder.getFileName(),
                folder.resolveSibling("").getFileName());
    }
}
