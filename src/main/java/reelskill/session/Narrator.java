package reelskill.session;

/**
 * Tells a person what is happening while it happens. Called on the thread that works; a slow narrator slows the work
 * down.
 */
public interface Narrator {
    /** Says one sentence, in the language of the conversation. */
    void say(String sentence);

    /** Shows how far a step is: {@code share} runs from 0 to 1 and does not fall within one {@code step}. */
    void progress(Step step, double share);

    /** What takes long enough to show. */
    enum Step {
        UPLOAD,
        TURN,
        RENDER,
        DOWNLOAD
    }

    /** Says nothing: for programs that read the receipt alone. */
    Narrator SILENT = new Narrator() {
        @Override
        public void say(String sentence) {
            // Nobody listens.
        }

        @Override
        public void progress(Step step, double share) {
            // Nobody watches.
        }
    };
}
