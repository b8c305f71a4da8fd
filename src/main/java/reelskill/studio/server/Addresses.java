package reelskill.studio.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.StoredMedia;

/** Addresses of files that whoever has them may fetch, without a bearer: each carries its own proof. */
record Addresses(Proof proof) {
    static final String RENDER = "render";
    static final String MEDIA = "media";

    String of(Exchange exchange, RenderJob job) {
        return root(exchange) + "/files/render/" + job.id() + "/" + proof.of(RENDER, job.id()) + "/"
                + encoded(FileName.clean(job.session().name(), FileName.LONGEST) + "." + job.format());
    }

    /** Returns the address of the picture that shows what of a result is a guess. */
    String ofDoubts(Exchange exchange, RenderJob job) {
        return root(exchange) + "/files/doubts/" + job.id() + "/" + proof.of(RENDER, job.id()) + "/doubts.jpg";
    }

    String of(Exchange exchange, StoredMedia media) {
        return root(exchange) + "/files/media/" + media.id() + "/" + proof.of(MEDIA, media.id()) + "/"
                + encoded(media.name());
    }

    private static String root(Exchange exchange) {
        return "http://127.0.0.1:" + Request.getLocalPort(exchange.request());
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
