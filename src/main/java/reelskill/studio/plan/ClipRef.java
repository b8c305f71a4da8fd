package reelskill.studio.plan;

/**
 * Which clip of a timeline is meant.
 *
 * @param number counted from 1, from the end where negative; 0 where the name tells
 * @param name the media's name; empty where the number tells
 */
public record ClipRef(int number, String name) {
    static ClipRef number(int number) {
        return new ClipRef(number, "");
    }

    static ClipRef named(String name) {
        return new ClipRef(0, name);
    }
}
