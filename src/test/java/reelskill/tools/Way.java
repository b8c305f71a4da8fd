package reelskill.tools;

import java.util.List;
import java.util.Map;
import java.util.Set;
import reelskill.session.FakeNemo;

/** Where a text of somebody else comes in, and how often the call that meets it may spend, send and write. */
enum Way {
    SAID(1, 0, 0) {
        @Override
        String meet(InjectionRig rig, String text) {
            rig.nemo.answer("", FakeNemo.text(FakeNemo.escaped(text)));
            return rig.edit();
        }
    },
    TOOL_CALLED(1, 0, 0) {
        @Override
        String meet(InjectionRig rig, String text) {
            String event =
                    "{'type':'tool_call','name':'%s','args':{'output_path':'/etc/passwd','sources':['/etc/passwd']}}";
            rig.nemo.answer(
                    "", event.formatted(FakeNemo.escaped(text)), FakeNemo.text("Hello from " + FakeNemo.escaped(text)));
            return rig.edit();
        }
    },
    TOOL_RESULT(1, 0, 0) {
        @Override
        String meet(InjectionRig rig, String text) {
            String event = "{'type':'tool_result','name':'add_title','result':{'message':'%s','next':'%<s'}}";
            rig.nemo.answer("", event.formatted(FakeNemo.escaped(text)), FakeNemo.text("Hello"));
            return rig.edit();
        }
    },
    TRACK_NAME(1, 0, 0) {
        @Override
        String meet(InjectionRig rig, String text) {
            String named = "{'t':[{'tt':0,'sg':[{'id':'1','name':'%s','d':10000}]}],'m':{'title':'%<s'}}";
            rig.nemo.answer(named.formatted(FakeNemo.escaped(text)), FakeNemo.text("Hello"));
            String edited = rig.edit();
            rig.assertPlain(edited);
            return rig.tell("show_timeline", Map.of("session_id", rig.session));
        }
    },
    ERROR(1, 0, 0) {
        @Override
        String meet(InjectionRig rig, String text) {
            rig.nemo.answer("", "{'error':'%s'}".formatted(FakeNemo.escaped(text)));
            return rig.edit();
        }
    },
    RENDER_FAILURE(0, 0, 1) {
        @Override
        String meet(InjectionRig rig, String text) {
            rig.nemo.polls.clear();
            rig.nemo.polls.add("{'status':'failed','error':'%s'}".formatted(FakeNemo.escaped(text)));
            return rig.export();
        }
    },
    DOWNLOAD_URL(0, 0, 1, "out.mp4") {
        @Override
        String meet(InjectionRig rig, String text) {
            rig.nemo.polls.clear();
            rig.nemo.polls.add(
                    "{'status':'completed','output':{'url':'%s'}}".formatted(FakeNemo.escaped(rig.filled(text))));
            return rig.export();
        }
    },
    CDN_URL(0, 1, 0, "clip.mp4") {
        @Override
        String meet(InjectionRig rig, String text) {
            rig.nemo.cdnUrl = FakeNemo.escaped(rig.filled(text));
            return rig.tell(
                    "upload_media",
                    Map.of(
                            "session_id",
                            rig.session,
                            "sources",
                            List.of(rig.clip("clip.mp4").toString())));
        }
    },
    SOURCE(0, 1, 0, "clip.mp4") {
        @Override
        String meet(InjectionRig rig, String text) {
            rig.clip("clip.mp4");
            return rig.tell("upload_media", Map.of("session_id", rig.session, "sources", List.of(rig.filled(text))));
        }
    },
    OUTPUT(0, 0, 1, "out.mp4") {
        @Override
        String meet(InjectionRig rig, String text) {
            return rig.tell("export_video", Map.of("session_id", rig.session, "output_path", text));
        }
    };

    private final int turns;
    private final int uploads;
    private final int renders;
    private final Set<String> writes;

    Way(int turns, int uploads, int renders, String... writes) {
        this.turns = turns;
        this.uploads = uploads;
        this.renders = renders;
        this.writes = Set.of(writes);
    }

    /** Lets the text come in and returns what a model gets to read. */
    abstract String meet(InjectionRig rig, String text);

    /** Returns whether it is what a model passes, which is refused before anything is sent. */
    boolean isArgument() {
        return this == SOURCE || this == OUTPUT;
    }

    int turns() {
        return turns;
    }

    int uploads() {
        return uploads;
    }

    int renders() {
        return renders;
    }

    /** Returns the names of the files that the call may write into the allowed folder. */
    Set<String> writes() {
        return writes;
    }
}
