package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** What is told about clips in a new order. */
final class Orders {
    private Orders() {}

    static EditResult changed(Scene scene, List<MediaSegment> clips) {
        List<MediaSegment> order = withCards(scene.timeline(), clips);
        if (order.equals(scene.timeline().clips())) {
            return scene.already("The clips are in that order already.", "片段已经是这个顺序。");
        }
        Timeline after = scene.timeline().arrange(order);
        Scene now = scene.at(after);
        List<String> all = Clips.of(after).stream().map(clip -> clip.told(now)).toList();
        String told = scene.language().list(all.size() <= 6 ? all : List.of(all.get(0), "…"));
        return scene.done(after, "New order: %s", "新的顺序：%s", told);
    }

    /** Returns {@code order} with the cards of {@code timeline} behind as many clips as now, or inside the same one. */
    static List<MediaSegment> withCards(Timeline timeline, List<MediaSegment> order) {
        List<Clips> before = Clips.of(timeline);
        Map<Integer, List<MediaSegment>> between = new HashMap<>();
        Map<MediaSegment, List<MediaSegment>> inside = new HashMap<>();
        MediaSegment last = null;
        for (MediaSegment segment : timeline.clips()) {
            if (!segment.card()) {
                last = segment;
                continue;
            }
            List<Clips> begun = before.stream()
                    .filter(clip -> clip.range().in() < segment.start())
                    .toList();
            boolean goesOn = last != null && begun.get(begun.size() - 1).range().out() > segment.start();
            List<MediaSegment> cards = goesOn
                    ? inside.computeIfAbsent(last, piece -> new ArrayList<>())
                    : between.computeIfAbsent(begun.size(), count -> new ArrayList<>());
            cards.add(segment);
        }
        List<MediaSegment> result = new ArrayList<>();
        int count = 0;
        for (Clips clip : Clips.of(order)) {
            result.addAll(between.getOrDefault(count++, List.of()));
            for (MediaSegment piece : clip.pieces()) {
                result.add(piece);
                result.addAll(inside.getOrDefault(piece, List.of()));
            }
        }
        for (int rest = count; rest <= before.size(); rest++) result.addAll(between.getOrDefault(rest, List.of()));
        return result;
    }
}
