package org.wsproof.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;

/**
 * Reads one direction of a connection as HTTP/1.1 messages and, once told or shown that the protocol was switched, as a
 * tunnel. Lenient: it is there to see, not to judge. Thread-safe: octets come from the connection's reader, the switch
 * from the script.
 *
 * <p>Octets behind a request that asks for an upgrade are handed on as the tunnel's at once, and kept: if the answer turns
 * out to be no 101 they are read again, as the next request.
 */
public final class HttpReader {
    /** What is told of what was read. */
    public interface Listener {
        /** A head is complete. */
        void head(Head head);

        /** A body is complete; {@code start} is its first 4 KiB. */
        void body(String start, long length);

        /** Octets of the tunnel. */
        void tunnel(byte[] octets, int offset, int length);

        /** A line came where a head should begin, and it is not HTTP's; or no head could be read any more, and this is why. */
        default void stray(String line) {}
    }

    private static final int HELD = 1 << 20;

    /** Far beyond any head that a case sends; a peer that goes on is not to fill the memory. */
    static final int LARGEST_HEAD = 1 << 20;

    /** Heads on one connection, interim ones too. */
    static final int MOST_HEADS = 20_000;

    private static final int SHOWN = 200;

    private enum Mode {
        HEAD,
        BODY,
        HOLDING,
        TUNNEL,
        /** Nothing that comes is looked at any more. */
        GIVEN_UP
    }

    private final boolean requests;
    private final Listener listener;
    private final Deque<String> methods = new ArrayDeque<>();
    private final HeadReader head = new HeadReader();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private BodyReader body = BodyReader.none();
    private Mode mode = Mode.HEAD;
    private boolean holdAfterBody;
    private boolean strayTold;
    private int heads;

    /** @param requests true where requests are read, false where responses are */
    public HttpReader(boolean requests, Listener listener) {
        this.requests = requests;
        this.listener = listener;
    }

    /** A request was sent the other way: its method decides whether the response has a body. */
    public synchronized void asked(String method) {
        methods.add(method);
    }

    public synchronized void take(byte[] octets, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            switch (mode) {
                case HEAD -> at = takeHead(octets, at);
                case BODY -> at = takeBody(octets, at, end);
                case HOLDING -> at = hold(octets, at, end);
                case TUNNEL -> {
                    listener.tunnel(octets, at, end - at);
                    at = end;
                }
                case GIVEN_UP -> at = end;
            }
        }
    }

    /** No more octets: a body that runs to the end is complete. */
    public synchronized void end() {
        if (mode == Mode.BODY && body.toTheEnd()) {
            listener.body(body.start(), body.length());
        }
    }

    /** A 101 is about to be sent: what follows the request is the tunnel's. */
    public synchronized void switched() {
        mode = Mode.TUNNEL;
        held.reset();
    }

    /** Another final answer is about to be sent: what was held is the next request. */
    public synchronized void refused() {
        holdAfterBody = false;
        if (mode == Mode.HOLDING) {
            mode = Mode.HEAD;
            byte[] octets = held.toByteArray();
            held.reset();
            take(octets, 0, octets.length);
        }
    }

    private int takeHead(byte[] octets, int at) {
        boolean complete = head.take(octets[at]);
        if (octets[at] == '\n' && !strayTold && head.stray()) {
            strayTold = true;
            listener.stray(head.raw().strip());
        }
        if (complete) {
            strayTold = false;
            heads++;
            head.head().ifPresent(this::begin);
        }
        if (head.size() > LARGEST_HEAD) {
            String start = head.raw().strip();
            String shown = start.substring(0, Math.min(SHOWN, start.length()));
            giveUp("a head of more than " + LARGEST_HEAD + " octets, which begins: " + shown);
        } else if (heads > MOST_HEADS) {
            giveUp("more than " + MOST_HEADS + " heads on one connection");
        }
        return at + 1;
    }

    private void giveUp(String why) {
        mode = Mode.GIVEN_UP;
        head.forget();
        listener.stray(why);
    }

    private void begin(Head read) {
        holdAfterBody = requests
                && read.tokens("Connection").contains("upgrade")
                && !read.joined("Upgrade").isEmpty();
        body = requests ? BodyReader.ofRequest(read) : BodyReader.ofResponse(read, method(read));
        mode = !requests && read.status() == 101 ? Mode.TUNNEL : Mode.BODY;
        listener.head(read);
        if (mode == Mode.BODY && body.complete()) {
            bodyComplete();
        }
    }

    private String method(Head read) {
        if (read.interim() || methods.isEmpty()) {
            return "";
        }
        return methods.remove().toUpperCase(Locale.ROOT);
    }

    private int takeBody(byte[] octets, int at, int end) {
        int next = body.take(octets, at, end);
        if (body.complete()) {
            listener.body(body.start(), body.length());
            bodyComplete();
        }
        return next;
    }

    private void bodyComplete() {
        mode = holdAfterBody ? Mode.HOLDING : Mode.HEAD;
    }

    private int hold(byte[] octets, int at, int end) {
        listener.tunnel(octets, at, end - at);
        if (held.size() < HELD) {
            held.writeBytes(Arrays.copyOfRange(octets, at, end));
        }
        return end;
    }
}
