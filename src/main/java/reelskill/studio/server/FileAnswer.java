package reelskill.studio.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** Sends a file, or the one range of it that was asked for, so that a cut download can be resumed. */
final class FileAnswer {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final int BUFFER = 128 << 10;

    private FileAnswer() {}

    static void send(Exchange exchange, Path file, String contentType) throws IOException {
        Response response = exchange.response();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.ACCEPT_RANGES, "bytes");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        try (FileChannel channel = FileChannel.open(file)) {
            Span span = span(exchange, channel.size());
            response.setStatus(span.isPart ? 206 : 200);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, span.length());
            if (span.isPart) response.getHeaders().put(HttpHeader.CONTENT_RANGE, span.header());
            if (!exchange.request().getMethod().equals("HEAD")) copy(channel, span, response);
        }
    }

    /** A range that is malformed or not alone is ignored, as RFC 9110 allows; one outside the file is refused. */
    private static Span span(Exchange exchange, long size) {
        Matcher range = ONE_RANGE.matcher(exchange.header("Range").orElse(""));
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Span(0, size, size, false);
        }
        boolean suffix = range.group(1).isEmpty();
        long first = suffix ? Math.max(0, size - number(range.group(2))) : number(range.group(1));
        long end = suffix || range.group(2).isEmpty() ? size : Math.min(size, number(range.group(2)) + 1);
        if (first >= end) {
            exchange.response().getHeaders().put(HttpHeader.CONTENT_RANGE, "bytes */" + size);
            throw new Refusal(Code.RANGE_OUTSIDE, "The file has only " + size + " bytes.");
        }
        return new Span(first, end, size, true);
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    private static void copy(FileChannel channel, Span span, Response response) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = span.first; at < span.end; ) {
            buffer.clear().limit((int) Math.min(BUFFER, span.end - at));
            int read = channel.read(buffer, at);
            if (read < 0) throw new UncheckedIOException(new IOException("the file became shorter"));
            at += read;
            Content.Sink.write(response, at >= span.end, buffer.flip());
        }
    }

    private record Span(long first, long end, long size, boolean isPart) {
        long length() {
            return end - first;
        }

        String header() {
            return "bytes " + first + "-" + (end - 1) + "/" + size;
        }
    }
}
