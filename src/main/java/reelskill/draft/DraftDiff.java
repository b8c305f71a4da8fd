package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import reelskill.draft.DraftChange.Kind;
import reelskill.language.Language;

/** What differs between two drafts, in the words of editing: the proof of a silent edit. Pure. */
public final class DraftDiff {
    private static final int MOST_TOLD_PER_TRACK = 8;

    private final List<DraftChange> changes = new ArrayList<>();

    private DraftDiff() {}

    /** Returns the changes from {@code before} to {@code after}; empty exactly if the two documents are equal. */
    public static List<DraftChange> between(Draft before, Draft after) {
        if (before.json().equals(after.json())) {
            return List.of();
        }
        DraftDiff diff = new DraftDiff();
        diff.compareTracks(before.tracks(), after.tracks());
        diff.compareWhole(before, after);
        if (diff.changes.isEmpty()) {
            String keys = String.join(", ", keysThatDiffer(before.json(), after.json()));
            diff.add(
                    Kind.OTHER, "Something changed that I cannot name [" + keys + "]", "有改动，但我无法说明具体内容 [" + keys + "]");
        }
        return List.copyOf(diff.changes);
    }

    private void compareWhole(Draft before, Draft after) {
        if (!after.size().isEmpty() && !before.size().equals(after.size())) {
            add(
                    Kind.CANVAS,
                    before.size().isEmpty()
                            ? "Size: " + after.size()
                            : "Size changed: " + before.size() + " → " + after.size(),
                    before.size().isEmpty() ? "画面尺寸：" + after.size() : "画面尺寸：" + before.size() + " → " + after.size());
        }
        if (before.durationMillis() != after.durationMillis() && before.isReady()) {
            String times = Seconds.of(before.durationMillis()) + "s → " + Seconds.of(after.durationMillis()) + "s";
            add(Kind.LENGTH, "Length: " + times, "时长：" + times);
        }
        String loudness = after.json().at("/m/loudness").asText();
        if (!loudness.equals(before.json().at("/m/loudness").asText()) && !loudness.isEmpty()) {
            add(Kind.VOLUME, "Loudness: " + loudness + " LUFS", "响度：" + loudness + " LUFS");
        }
    }

    /** Tracks have no public ids: the n-th track of a type is taken for the n-th of that type. */
    private void compareTracks(List<DraftTrack> before, List<DraftTrack> after) {
        Set<Integer> types = new TreeSet<>();
        before.forEach(track -> types.add(track.type()));
        after.forEach(track -> types.add(track.type()));
        for (int type : types) {
            List<DraftTrack> old = ofType(before, type);
            List<DraftTrack> now = ofType(after, type);
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                compareTrack(track(old, i, type), track(now, i, type));
            }
        }
    }

    private static List<DraftTrack> ofType(List<DraftTrack> tracks, int type) {
        return tracks.stream().filter(track -> track.type() == type).toList();
    }

    private static DraftTrack track(List<DraftTrack> tracks, int index, int type) {
        return index < tracks.size() ? tracks.get(index) : new DraftTrack(type, List.of(), false);
    }

    private void compareTrack(DraftTrack before, DraftTrack after) {
        Map<String, DraftSegment> old = keyed(before);
        Map<String, DraftSegment> now = keyed(after);
        List<DraftChange> told = new ArrayList<>();
        old.forEach((key, segment) -> {
            if (!now.containsKey(key)) {
                told.add(change(Kind.REMOVED, after, "removed", "已删除", segment.quoted()));
            }
        });
        now.forEach((key, segment) -> {
            DraftSegment was = old.get(key);
            if (was == null) {
                told.add(change(Kind.ADDED, after, "added", "已添加", segment.quoted()));
            } else {
                compareSegment(after, was, segment, told);
            }
        });
        if (told.size() > MOST_TOLD_PER_TRACK) {
            changes.add(inOneLine(before, after));
        } else {
            changes.addAll(told);
        }
    }

    /** Keys a segment by its id; without one by its name and which of that name it is. */
    private static Map<String, DraftSegment> keyed(DraftTrack track) {
        Map<String, DraftSegment> keyed = new LinkedHashMap<>();
        for (DraftSegment segment : track.segments()) {
            String base = segment.id().isEmpty() ? "name " + segment.name() : "id " + segment.id();
            int copy = 0;
            while (keyed.putIfAbsent(base + "#" + copy, segment) != null) {
                copy++;
            }
        }
        return keyed;
    }

    private static DraftChange change(Kind kind, DraftTrack track, String did, String didChinese, String what) {
        return new DraftChange(
                kind, english(track) + " " + did + ": " + what, chinese(track) + didChinese + "：" + what);
    }

    private static String english(DraftTrack track) {
        return track.label(Language.ENGLISH);
    }

    private static String chinese(DraftTrack track) {
        return track.label(Language.CHINESE);
    }

    private static void compareSegment(DraftTrack track, DraftSegment was, DraftSegment is, List<DraftChange> told) {
        String name = "'" + is.name() + "' ";
        if (!was.name().equals(is.name())) {
            told.add(change(Kind.RENAMED, track, "changed", "已更改", "'" + was.name() + "' → '" + is.name() + "'"));
        }
        if (was.durationMillis() != is.durationMillis()) {
            told.add(change(Kind.TRIMMED, track, "trimmed", "已裁剪", name + was.times() + " → " + is.times()));
        } else if (was.startMillis() != is.startMillis()) {
            told.add(change(Kind.MOVED, track, "moved", "已移动", name + was.times() + " → " + is.times()));
        }
        if (was.volume() != is.volume()) {
            String volumes = Math.round(was.volume() * 100) + "% → " + Math.round(is.volume() * 100) + "%";
            told.add(change(Kind.VOLUME, track, "volume", "音量", name + volumes));
        }
        Set<String> rest = keysThatDiffer(was.json(), is.json());
        rest.removeAll(DraftSegment.UNDERSTOOD);
        for (String key : EffectWords.keys()) {
            if (!rest.contains(key)) continue;
            EffectWords.of(key, is.json().path(key)).ifPresent(said -> {
                told.add(new DraftChange(
                        Kind.OTHER,
                        english(track) + " changed: " + name + is.times() + " " + said.english(),
                        chinese(track) + "已更改：" + name + is.times() + " " + said.chinese()));
                rest.remove(key);
            });
        }
        if (rest.remove("levels")) {
            told.add(new DraftChange(
                    Kind.VOLUME,
                    english(track) + " volume: " + name + "in parts",
                    chinese(track) + "音量：" + name + "分段调整"));
        }
        if (!rest.isEmpty()) {
            told.add(change(
                    Kind.OTHER, track, "changed", "已更改", name + is.times() + " [" + String.join(", ", rest) + "]"));
        }
    }

    private static DraftChange inOneLine(DraftTrack before, DraftTrack after) {
        String parts = before.segments().size() + " → " + after.segments().size();
        return new DraftChange(
                Kind.TRIMMED, english(after) + " recut: " + parts + " parts", chinese(after) + "已重新剪辑：" + parts + " 段");
    }

    private static Set<String> keysThatDiffer(JsonNode before, JsonNode after) {
        Set<String> keys = new TreeSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        keys.removeIf(key -> before.path(key).equals(after.path(key)));
        return keys;
    }

    private void add(Kind kind, String english, String chinese) {
        changes.add(new DraftChange(kind, english, chinese));
    }
}
