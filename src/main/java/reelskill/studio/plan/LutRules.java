package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.studio.timeline.Lut;

/** "apply the LUT teal.cube", "use the lut at 50%", "remove the LUT", "用 teal.cube 调色", "去掉调色表". */
final class LutRules {
    private static final Set<String> WHERE =
            Clause.concepts("CLIPREF CLIP VIDEO SPAN ALL EVERYTHING PICTURE FROM TO AT FOR BETWEEN PART IN COLORWORD");
    private static final Set<String> ADD = Clause.union(
            WHERE, Clause.concepts("LUT TABLE NOTABLE ADD PUT CHANGE GRADE FILTER LOOK PERCENT SLIGHTLY OVER"));
    private static final Set<String> REMOVE =
            Clause.union(WHERE, Clause.concepts("LUT TABLE REMOVE OFF UNDO RESTORE NOT GRADE"));
    private static final double SMALL = 0.5;

    private LutRules() {}

    static Optional<Reading> read(Clause clause) {
        Target target = Target.of(clause);
        if (!clause.hasAny("LUT", Lexer.TABLE, Lexer.NO_TABLE) || !target.isClear()) return Optional.empty();
        if (clause.hasAny("REMOVE", "OFF", "UNDO", "RESTORE", "NOT"))
            return clause.isMadeOf(REMOVE)
                    ? Optional.of(Reading.of(new ChangeColours(new ChangeColours.WithoutTable(), target)))
                    : Optional.empty();
        boolean one = clause.count(Lexer.TABLE) + clause.count(Lexer.NO_TABLE) <= 1;
        boolean wanted = clause.hasAny("ADD", "PUT", "CHANGE", "GRADE", Lexer.TABLE, Lexer.NO_TABLE);
        Optional<Double> share = clause.one(Token.PERCENT, Double.class);
        boolean odd = clause.count(Token.PERCENT) > 1
                || share.filter(it -> it < 0.01 || it > 1).isPresent();
        // "the cinematic look of teal.cube" names two looks.
        if (!one || !wanted || odd || clause.has("LOOK") || !clause.isMadeOf(ADD)) return Optional.empty();
        double strength = share.orElse(clause.has("SLIGHTLY") ? SMALL : 1.0);
        return Optional.of(table(clause, strength, target));
    }

    private static Reading table(Clause clause, double strength, Target target) {
        Optional<LibraryItem> named = clause.one(Lexer.TABLE, LibraryItem.class);
        Optional<String> unknown = clause.text(Lexer.NO_TABLE);
        List<LibraryItem> tables = clause.tables();
        if (unknown.isPresent() || tables.isEmpty()) return missing(clause, unknown);
        if (named.isEmpty() && tables.size() > 1) return which(clause);
        LibraryItem table = named.orElse(tables.get(0));
        return Reading.of(
                new ChangeColours(new ChangeColours.ByTable(new Lut(table.id(), strength), table.name()), target));
    }

    private static Reading missing(Clause clause, Optional<String> name) {
        String what = name.map(it -> clause.say("There is no file %s here.", "这里没有文件 %s。", it))
                .orElseGet(() -> clause.say("There is no colour table yet.", "还没有调色表。"));
        return Reading.notAvailable(
                what + clause.say(" Upload a .cube file, then say \"apply the LUT\".", "请先上传 .cube 文件，再说“使用调色表”。"));
    }

    private static Reading which(Clause clause) {
        String names = clause.language()
                .list(clause.tables().stream().map(LibraryItem::name).toList());
        return Reading.ask(
                clause.say("Which colour table: %s?", "用哪个调色表：%s？", names),
                clause.say("apply the lut %s", "使用调色表%s", Question.BLANK));
    }
}
