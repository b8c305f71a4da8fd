package reelskill.skill;

import static reelskill.skill.Repair.Kind.BOM;
import static reelskill.skill.Repair.Kind.CONTROL_CHARACTERS;
import static reelskill.skill.Repair.Kind.LINE_ENDS;
import static reelskill.skill.Repair.Kind.MERGE_CONFLICT;
import static reelskill.skill.Repair.Kind.MOJIBAKE;
import static reelskill.skill.Repair.Kind.NOT_UTF_8;
import static reelskill.skill.Repair.Kind.UTF_16;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The bytes of a {@code SKILL.md} as clean text: one encoding, one line end, no debris. Not thread-safe. */
final class SkillText {
    private static final Pattern CONTROLS =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\uFFFE\\uFFFF]");

    private final List<Repair> repairs;
    private String text;

    private SkillText(String text, List<Repair> repairs) {
        this.text = text;
        this.repairs = repairs;
    }

    /** Returns the lines of {@code bytes}; adds to {@code repairs} what was done to them. */
    static List<String> lines(byte[] bytes, List<Repair> repairs) {
        SkillText cleaned = new SkillText(decode(bytes, repairs), repairs);
        cleaned.repair(BOM, all -> all.startsWith("\uFEFF") ? all.substring(1) : all);
        cleaned.repair(LINE_ENDS, all -> all.replace("\r\n", "\n").replace('\r', '\n'));
        cleaned.repair(MOJIBAKE, Mojibake::undo);
        cleaned.repair(BOM, all -> all.startsWith("\uFEFF") ? all.substring(1) : all);
        cleaned.repair(CONTROL_CHARACTERS, all -> CONTROLS.matcher(all).replaceAll(""));
        cleaned.repair(MERGE_CONFLICT, SkillText::firstSide);
        return cleaned.text.lines().toList();
    }

    private void repair(Repair.Kind kind, UnaryOperator<String> cleaning) {
        String clean = cleaning.apply(text);
        if (clean.equals(text)) return;
        repairs.add(Repair.of(kind));
        text = clean;
    }

    private static String decode(byte[] bytes, List<Repair> repairs) {
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            repairs.add(Repair.of(UTF_16));
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            repairs.add(Repair.of(NOT_UTF_8));
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static String firstSide(String all) {
        if (!all.contains("<<<<<<<") && !all.contains(">>>>>>>")) return all;
        List<String> kept = new ArrayList<>();
        boolean dropping = false;
        for (String line : all.lines().toList()) {
            boolean marker = line.matches("(<<<<<<<|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|)( .*)?|=======");
            if (marker) dropping = line.startsWith("=") || line.startsWith("|");
            if (!marker && !dropping) kept.add(line);
        }
        return String.join("\n", kept);
    }
}
