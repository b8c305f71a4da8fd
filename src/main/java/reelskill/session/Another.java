package reelskill.session;

import reelskill.draft.Wish;
import reelskill.language.Language;
import reelskill.media.ExportFormat;

/** What somebody asked for where a file is of another kind, and why it is. */
record Another(Wish wanted, Cause cause) {
    enum Cause {
        /** The name that was given for the file ends in another kind than the words named. */
        NAME,
        /** The video can be seen through, and what was asked for cannot carry that. */
        TRANSPARENCY
    }

    String note(ExportFormat made, Language language) {
        return switch (cause) {
            case NAME ->
                language.say(
                        "The name of the file decides: this is %s, not %s as asked. For that, ask again with a name that ends in .%s.",
                        "以文件名为准：导出的是%s，而不是所要的%s。如需后者，请改用以 .%s 结尾的文件名再导出一次。",
                        made,
                        wanted,
                        wanted.format().word());
            case TRANSPARENCY ->
                language.say(
                        "%s cannot carry transparency, so this is a %s file. For other programs ask for ProRes or a PNG sequence.",
                        "%s不支持透明，因此导出为%s。需要时可改为ProRes或PNG序列。", wanted.format(), made);
        };
    }
}
