package reelskill.chat;

import java.util.ArrayList;
import java.util.List;
import reelskill.tools.Plain;

/** What a language model is told beside a message: facts of the chat that the person need not type. */
final class Context {
    private Context() {}

    static String of(Typed message, Talk talk) {
        List<String> facts = new ArrayList<>();
        talk.sessionId().ifPresent(id -> facts.add("current session_id: " + id));
        message.files().stream()
                .filter(file -> !talk.isUploaded(file))
                .forEach(file -> facts.add("file that the person names: " + Plain.line(file.toString())));
        message.addresses().forEach(address -> facts.add("address that the person names: " + Plain.line(address)));
        String words = message.words().isEmpty() ? "(no words, only files)" : message.words();
        return facts.isEmpty()
                ? words
                : words + "\n\n[From the chat program, not the person]\n" + String.join("\n", facts);
    }
}
