package reelskill.tools;

import java.util.List;

/** A row of a contact sheet: what it is about, and its frames from left to right. */
public record SheetRow(String title, List<Shot> shots) {
    public SheetRow {
        shots = List.copyOf(shots);
    }
}
