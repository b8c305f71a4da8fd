package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import reelskill.studio.timeline.Music;

/** "don't duck", "lower the music when I talk", "duck the music by 12 dB", "music at 20% when someone talks", 说话时降低音乐. */
final class DuckRules {
    private static final Set<String> WORDS = Clause.concepts(
            "MUSIC DUCK UNDERSPEECH STRONG MUCH NOT QUIETER CHANGE REMOVE OFF SLIGHTLY SOUND ADD AUTO LESSBIT TALK");

    private static final Set<String> FIGURED = Clause.union(WORDS, Clause.concepts("DECIBELS PERCENT TO AT"));

    private DuckRules() {}

    static Optional<Reading> read(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean added = !last.isEmpty() && last.get(last.size() - 1) instanceof AddMusic;
        boolean figured = clause.hasAny(Token.DECIBELS, Token.PERCENT);
        boolean level = clause.has(Token.PERCENT) && !clause.hasAny("LOUDER", "MORE");
        boolean lowered = (clause.has("MUSIC") || added) && (clause.hasAny("QUIETER", "DUCK", "LESSBIT") || level);
        boolean about = clause.has("DUCK") || (clause.hasAny("UNDERSPEECH", "TALK") && lowered);
        if (!about || !clause.isMadeOf(figured ? FIGURED : WORDS)) return Optional.empty();
        // "add music but don't duck" adds some first.
        boolean adds = clause.has("ADD") && clause.has("MUSIC") && clause.has("NOT");
        if (adds && !added && clause.now().music().isEmpty()) return Optional.empty();
        boolean off = clause.hasAny("NOT", "REMOVE", "OFF");
        if (!figured) return Optional.of(Reading.of(new DuckMusic(off ? 0 : Music.DUCKING)));
        // "music -18 dB, duck under speech" is two wishes.
        if (clause.has(Token.SOFT)) return Optional.empty();
        OptionalDouble down = decibels(clause);
        boolean possible = !off && down.isPresent() && down.getAsDouble() > 0 && down.getAsDouble() <= DuckMusic.MOST;
        return possible ? Optional.of(Reading.of(new DuckMusic(down.getAsDouble()))) : Optional.empty();
    }

    /** By how much the music goes down: "by 12 dB", "by 50%", and "to 20%", which is what is left of it. */
    private static OptionalDouble decibels(Clause clause) {
        boolean left = clause.hasAny("TO", "AT") || !clause.hasAny("QUIETER", "DUCK");
        if (clause.count(Token.DECIBELS) + clause.count(Token.PERCENT) != 1) return OptionalDouble.empty();
        if (clause.has(Token.DECIBELS)) {
            Decibels said = clause.all(Token.DECIBELS, Decibels.class).get(0);
            boolean level = left || said.sign().equals("up");
            return level ? OptionalDouble.empty() : OptionalDouble.of(said.size());
        }
        double share = clause.all(Token.PERCENT, Double.class).get(0);
        double rest = left ? share : 1 - share;
        return rest > 0 && rest < 1
                ? OptionalDouble.of(Math.round(-200 * Math.log10(rest)) / 10.0)
                : OptionalDouble.empty();
    }
}
