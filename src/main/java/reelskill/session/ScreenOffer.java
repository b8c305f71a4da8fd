package reelskill.session;

import java.util.Optional;
import reelskill.language.Language;
import reelskill.nemo.UploadedFile;

/** What is offered for a clip that was filmed before a screen. Nothing is changed by it. */
public final class ScreenOffer {
    private ScreenOffer() {}

    /** Returns the offer in words; empty where no screen was seen. */
    public static Optional<String> of(UploadedFile file, Language language) {
        return file.screen()
                .map(colour -> language.say(
                        "There is a %s screen behind in %s: say \"replace the background with a clean office\", and it is keyed out.",
                        "%2$s是在%1$s前拍摄的：说“把背景换成干净的办公室”即可抠像换背景。",
                        language.pick(colour, colour.equals("green") ? "绿幕" : "蓝幕"),
                        Masked.text(file.filename())));
    }
}
