package reelskill.chat;

import reelskill.language.Language;
import reelskill.route.Action;
import reelskill.route.Route;
import reelskill.route.Router;
import reelskill.skill.ProfileTexts;

/** Understands by the words alone, as the skill documents it: what is no request of its own kind is an edit. */
final class RouterMind implements Mind {
    private final Router router;
    private final Hands hands;
    private final Screen screen;
    private final Talk talk;
    private final ProfileTexts texts;
    private final boolean local;

    RouterMind(Router router, Hands hands, Screen screen, Talk talk, ProfileTexts texts, boolean local) {
        this.router = router;
        this.hands = hands;
        this.screen = screen;
        this.talk = talk;
        this.texts = texts;
        this.local = local;
    }

    @Override
    public void hear(Typed message) {
        hands.upload(message);
        if (message.words().isEmpty()) advise();
        else act(message);
    }

    private void act(Typed message) {
        if (router.asksAboutVersions(message.words())) {
            askAboutVersions(message);
            return;
        }
        Route route = route(message);
        // What was asked may be answered with any words: "Weekly update" is a title then.
        if (talk.takeAnswer() && !route.certain()) {
            hands.edit(message.words(), false);
            return;
        }
        switch (route.action()) {
            case EXPORT -> hands.export(message.words());
            case CREDITS -> hands.credits();
            case STATE -> hands.state(message.words());
            case UPLOAD -> askForFiles(message);
            case CHAT -> hands.edit(message.words(), route.thenExport());
        }
    }

    /** The studio understands what exactly is asked; elsewhere an edit costs, and the list answers most of it. */
    private void askAboutVersions(Typed message) {
        Route route = local ? Route.of(Action.CHAT) : route(message);
        boolean edits = route.action() == Action.CHAT;
        if (edits) hands.edit(message.words(), route.thenExport());
        else hands.versions("");
    }

    private Route route(Typed message) {
        // The first doubtful message loads a model, which takes a moment.
        screen.progress(talk.language().pick("Reading", "正在理解"), Screen.UNKNOWN);
        try {
            return router.route(message.words(), message.hasMedia());
        } finally {
            screen.endProgress();
        }
    }

    private void askForFiles(Typed message) {
        if (message.hasMedia()) advise();
        else
            screen.show(Passage.plain(
                    talk.language().pick("Drop the files into this line, or type their paths.", "请把文件拖到这里，或输入其路径。")));
    }

    private void advise() {
        Language language = talk.language();
        String example = texts.defaultInstruction().in(language);
        String advice = language.say("Say what to do, like: %s", "说出想要的改动，例如：%s", example);
        if (talk.isNew(advice)) screen.show(Passage.hint(advice));
    }
}
