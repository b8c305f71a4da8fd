package reelskill.studio.server;

import reelskill.language.Language;
import reelskill.studio.store.Account;
import reelskill.studio.store.Session;
import reelskill.studio.store.Sessions;

/** Who makes a request, and what is theirs. */
record Caller(Account account, Language language, Sessions sessions) {
    /**
     * Returns the caller's session.
     *
     * @throws Refusal with 1002 if there is none, or it is somebody else's
     */
    Session session(String id) {
        return sessions.find(account, id)
                .orElseThrow(() -> new Refusal(
                        Code.SESSION_NOT_FOUND,
                        language.say("The session was not found. Start a new one.", "找不到该会话，请新建一个会话。")));
    }
}
