package reelskill.session;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import reelskill.nemo.FakeTime;
import reelskill.nemo.PromptSockets;

/** A NemoVideo service on a real socket whose draft, credits and faults a test sets. JSON is written with {@code '}. */
public final class FakeNemo extends Dispatcher implements AutoCloseable {
    static final String TOKEN = "nmv_usr_secret";

    public final List<String> requests = new CopyOnWriteArrayList<>();
    public final List<String> messages = new CopyOnWriteArrayList<>();

    /** What was sent, without headers. */
    public final List<String> bodies = new CopyOnWriteArrayList<>();

    final List<Long> readAt = new CopyOnWriteArrayList<>();
    final List<String> rendered = new CopyOnWriteArrayList<>();

    /** What the state shows after so many reads from now on. */
    final Map<Integer, String> drafts = new LinkedHashMap<>();

    /** What the next polls of a render answer; the last one stays. */
    public final Deque<String> polls = new ArrayDeque<>();

    public String draft = "{'t':[{'tt':0,'sg':[{'id':'1','name':'talk','d':10000}]}]}";
    String sessionLanguage = "";
    public int available = 100;
    int frozen;
    int price = 50;
    public String cdnUrl = "https://cdn.example/clip.mp4";
    public boolean gone;

    /** What uploads are refused with as unusable; empty where they are taken. */
    String refusesUpload = "";

    boolean turnGone;

    /** From the next turn on the state cannot be read. */
    boolean hidesStateAfterTurn;

    private boolean hidden;
    boolean breaks;
    boolean duplicate;
    boolean refusesRender;
    boolean hearsSubmit = true;
    boolean answersSubmit = true;
    public boolean sendsRubbish;

    /** Runs once a turn has arrived, which is then left without an answer. */
    public @Nullable Runnable onSilentTurn;

    public String draftAfterTurn = "";
    List<String> events = List.of();
    private int sessions;
    private int reads;
    private final FakeTime time;
    private final MockWebServer server = new MockWebServer();

    public FakeNemo(FakeTime time) {
        this.time = time;
        try {
            server.setServerSocketFactory(new PromptSockets());
            server.setDispatcher(this);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        polls.add("{'status':'processing','progress':0.5}");
        polls.add("{'status':'completed','output':{'url':'" + url("/files/out.mp4") + "'}}");
    }

    public URI url(String path) {
        return server.url(path).uri();
    }

    /** Sets what the next turns answer and leave behind. */
    public void answer(String draftAfter, String... sent) {
        draftAfterTurn = draftAfter;
        events = List.of(sent);
    }

    /** Returns the text as it stands between the quotes of this service's JSON. */
    public static String escaped(String text) {
        String quoted = TextNode.valueOf(text).toString().replace("'", "\\u0027");
        return quoted.substring(1, quoted.length() - 1);
    }

    public static String text(String words) {
        return "{'type':'text','content':'" + words + "'}";
    }

    public long count(String start) {
        return requests.stream().filter(request -> request.startsWith(start)).count();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        requests.add(request.getMethod() + " " + path);
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        bodies.add(body);
        if (path.endsWith("/anonymous-token")) {
            return json("{'code':0,'data':{'token':'" + TOKEN + "','user_id':'u1'}}");
        }
        if (path.contains("/with-session/")) {
            sessionLanguage = body.replaceAll(".*\"language\":\"([^\"]*)\".*", "$1");
            gone = false;
            return json("{'code':0,'data':{'task_id':'t" + ++sessions + "','session_id':'s" + sessions + "'}}");
        }
        if (path.endsWith("/balance/simple")) {
            return json("{'code':0,'data':{'available':" + available + ",'frozen':" + frozen + ",'total':"
                    + (available + frozen) + "}}");
        }
        if (path.endsWith("/latest")) return gone ? json("{'code':1002,'message':'no session'}") : state();
        if (path.equals("/run_sse")) return turn(body);
        if (path.startsWith("/api/upload-video/")) {
            if (!refusesUpload.isEmpty()) return json(400, "{'code':4001,'message':'" + refusesUpload + "'}");
            return json("{'code':0,'data':{'files':[{'filename':'clip.mp4','cdn_url':'" + cdnUrl + "'}]}}");
        }
        if (path.endsWith("/claim-token")) return json("{'code':0,'data':{'claim_token':'clm_1'}}");
        if (path.equals("/api/render/proxy/lambda")) return submit(body);
        if (path.startsWith("/api/render/proxy/lambda/")) return poll(path.substring(path.lastIndexOf('/') + 1));
        return new MockResponse.Builder()
                .body(new Buffer().write(sendsRubbish ? new byte[] {1, 2, 3} : video()))
                .build();
    }

    private MockResponse state() {
        if (hidden) return json(500, "{'detail':'fault'}");
        draft = drafts.getOrDefault(++reads, draft);
        readAt.add(time.seconds());
        return json("{'code':0,'data':{'session_id':'s1','state':{'draft':" + draft + "}}}");
    }

    private MockResponse turn(String body) {
        if (turnGone) return json("{'code':1002,'message':'no session'}");
        hidden = hidesStateAfterTurn;
        messages.add(body.replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"));
        available -= price;
        draft = draftAfterTurn.isEmpty() ? draft : draftAfterTurn;
        reads = 0;
        readAt.clear();
        if (onSilentTurn != null) return silence(onSilentTurn);
        String stream = String.join(
                "",
                events.stream().map(event -> "data: " + quoted(event) + "\n\n").toList());
        MockResponse.Builder response = new MockResponse.Builder().addHeader("Content-Type", "text/event-stream");
        if (!breaks) return response.body(stream).build();
        return response.chunkedBody(stream + ": more\n\n".repeat(2000), 100)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    private static MockResponse silence(Runnable meanwhile) {
        meanwhile.run();
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(": silence\n\n")
                .setHeader("Content-Length", "100000000")
                .build();
    }

    private MockResponse submit(String body) {
        if (refusesRender) return json(402, "{'code':402,'message':'plan'}");
        if (duplicate) {
            duplicate = false;
            return json(409, "{'success':false,'error':'exists'}");
        }
        if (hearsSubmit) rendered.add(body.replaceAll(".*\"id\":\"(render_[^\"]*)\".*", "$1"));
        if (!answersSubmit) {
            return new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build();
        }
        return json("{'success':true,'data':{'status':'pending','progress':0}}");
    }

    private MockResponse poll(String id) {
        if (!rendered.contains(id)) return json(404, "{'detail':'no such render'}");
        return json(Objects.requireNonNull(polls.size() > 1 ? polls.poll() : polls.peek()));
    }

    private static MockResponse json(String body) {
        return json(200, body);
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(quoted(body))
                .build();
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    /** Returns the boxes of an MP4 of three seconds. */
    private static byte[] video() {
        ByteBuffer boxes = ByteBuffer.allocate(124);
        boxes.putInt(8).put("ftyp".getBytes(StandardCharsets.US_ASCII));
        boxes.putInt(116).put("moov".getBytes(StandardCharsets.US_ASCII));
        boxes.putInt(108).put("mvhd".getBytes(StandardCharsets.US_ASCII));
        boxes.position(boxes.position() + 12);
        boxes.putInt(1000).putInt(3000);
        return boxes.array();
    }

    @Override
    public void close() {
        server.close();
    }
}
