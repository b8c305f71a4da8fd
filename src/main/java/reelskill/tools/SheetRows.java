package reelskill.tools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import reelskill.draft.Draft;
import reelskill.draft.Moment;
import reelskill.draft.Seconds;
import reelskill.language.Language;
import reelskill.nemo.RenderCheck;

/** The rows of contact sheets: around each cut and text of a file, and of two files beside each other. Pure. */
final class SheetRows {
    /** More than a person looks at; of more the rows are spread over the whole. */
    private static final int MOST = 8;

    /** What is seen of a finding and not anyway, as cuts and texts are. */
    private static final Set<String> PICTURED = Set.of("black", "frozen");

    private static final int SIDE_BY_SIDE = 6;
    private static final long FRAME = 40;
    private static final long LATER = 800;
    private static final int LONGEST_NAME = 36;

    private SheetRows() {}

    /** Returns before, at and after each moment of {@code draft}, which {@code video} shows; empty where it has none. */
    static List<SheetRow> around(Draft draft, Path video, Language language) {
        List<Moment> all = Moment.of(draft);
        List<SheetRow> rows = new ArrayList<>();
        for (int i : spread(all.size(), MOST)) {
            Moment moment = all.get(i);
            rows.add(new SheetRow(
                    clock(moment.atMillis()) + "  " + told(moment, language) + "  (" + (i + 1) + "/" + all.size() + ")",
                    shots(moment, draft.durationMillis(), video, language)));
        }
        return rows;
    }

    /** Returns before, at and after what a check found at some time; the text of each finding is its title. */
    static List<SheetRow> of(RenderCheck check, Path video) {
        long end = check.pictureMillis().orElse(check.seenMillis());
        return check.findings().stream()
                .filter(finding -> PICTURED.contains(finding.kind()))
                .limit(MOST)
                .map(finding -> new SheetRow(
                        Plain.line(finding.words()),
                        List.of(
                                shot(video, finding.fromMillis() - FRAME, end),
                                shot(video, (finding.fromMillis() + finding.toMillis()) / 2, end),
                                shot(video, finding.toMillis() + FRAME, end))))
                .toList();
    }

    private static String told(Moment moment, Language language) {
        if (moment.kind() == Moment.Kind.TEXT) return language.say("Text \"%s\"", "文字“%s”", shortened(moment.name()));
        if (moment.endMillis() > moment.atMillis())
            return language.say("Transition to %s", "转场到 %s", shortened(moment.name()));
        if (moment.skippedMillis() == 0) return language.say("Cut to %s", "切到 %s", shortened(moment.name()));
        return language.say("Cut: %s s left out", "剪切：去掉 %s 秒", Seconds.of(moment.skippedMillis()));
    }

    private static List<Shot> shots(Moment moment, long end, Path video, Language language) {
        long at = moment.atMillis();
        boolean text = moment.kind() == Moment.Kind.TEXT;
        long middle = (at + moment.endMillis()) / 2;
        // Words fade in: a moment later they are there.
        long there = text ? Math.min(at + LATER, middle) : middle;
        long after = text ? moment.endMillis() : Math.max(at + LATER, moment.endMillis() + FRAME);
        return List.of(
                shot(video, at - FRAME, end).called(language.pick("before", "之前")),
                shot(video, there, end).called(called(moment, language)),
                shot(video, after, end).called(language.pick("after", "之后")));
    }

    private static String called(Moment moment, Language language) {
        if (moment.kind() == Moment.Kind.TEXT) return language.pick("text", "文字");
        return moment.endMillis() > moment.atMillis() ? language.pick("middle", "中间") : language.pick("cut", "剪切点");
    }

    private static Shot shot(Path video, long millis, long end) {
        long inside = Math.max(0, Math.min(millis, end - 2 * FRAME));
        return new Shot(video, inside, clock(inside));
    }

    /**
     * Returns moments of two files beside each other, at the same shares of their lengths.
     *
     * @param one the earlier version, with what it is called in its captions
     */
    static List<SheetRow> beside(Side one, Side other) {
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            double share = (i + 0.5) / SIDE_BY_SIDE;
            rows.add(new SheetRow("", List.of(one.at(share), other.at(share))));
        }
        return rows;
    }

    /** One of two files that are compared. */
    record Side(Path video, long durationMillis, String name) {
        Shot at(double share) {
            long millis = Math.round(share * durationMillis);
            return new Shot(video, millis, name + "  " + clock(millis));
        }
    }

    static List<Integer> spread(int all, int most) {
        List<Integer> picked = new ArrayList<>();
        int count = Math.min(all, most);
        for (int i = 0; i < count; i++) picked.add(count == 1 ? 0 : Math.round((float) i * (all - 1) / (count - 1)));
        return picked;
    }

    private static String shortened(String name) {
        String line = Plain.line(name);
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }

    static String clock(long millis) {
        return String.format(Locale.ROOT, "%d:%05.2f", millis / 60_000, millis % 60_000 / 1000.0);
    }
}
