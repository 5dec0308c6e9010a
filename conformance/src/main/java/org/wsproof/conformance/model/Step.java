package org.wsproof.conformance.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One act of a script. Steps are performed in order; none of them judges. A step whose endpoint is missing or over is skipped. */
public sealed interface Step {
    /** These steps with each {@link Each} written out as its copies, in the order in which they are performed. */
    static List<Step> expanded(List<Step> steps) {
        return steps.stream().flatMap(Copies::of).toList();
    }

    /** The endpoints that it acts on. */
    Stream<Endpoint> endpoints();

    /** The times that it takes or waits for. */
    default Stream<Span> spans() {
        return Stream.of();
    }

    /**
     * How a peer listens, for this case alone.
     *
     * @param certificate the name of the certificate shown, "" for the profile's own
     */
    record Listen(Peer peer, Listening how, String certificate) implements Step {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of();
        }
    }

    /**
     * Opens a connection to the target's frontside.
     *
     * @param serverName the TLS server name; "" for the frontside URL's own host
     * @param tlsVersion the only version of TLS spoken, such as TLSv1.2; "" for any
     */
    record Open(Endpoint client, String serverName, String tlsVersion) implements Step {
        public Open(Endpoint client, String serverName) {
            this(client, serverName, "");
        }

        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(client);
        }
    }

    /**
     * Queues octets to be written, in one write or in pieces.
     *
     * @param piece octets a write; 0 for all in one
     * @param gap pause between pieces
     */
    record Send(Endpoint at, List<Octets> octets, int piece, Span gap) implements Step {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }

        @Override
        public Stream<Span> spans() {
            return Stream.of(gap);
        }
    }

    /** Waits until the sign is seen, the endpoint is over, or the deadline has passed. A missed sign is recorded, not judged. */
    record Await(Endpoint at, Sign sign, Span deadline) implements Step {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }

        @Override
        public Stream<Span> spans() {
            return Stream.of(deadline);
        }
    }

    /** Stops or resumes reading. */
    record Pace(Endpoint at, boolean reading) implements Step {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }
    }

    /** Ends the sending direction ({@code FIN}, {@code TLS_CLOSE}, {@code TLS_TRUNCATED}) after what is queued, or the connection at once ({@code RST}). */
    record Finish(Endpoint at, Ending how) implements Step {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }
    }

    /** Lets time pass, as the case's subject: never to wait for something. */
    record Pause(Span span) implements Step {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of();
        }

        @Override
        public Stream<Span> spans() {
            return Stream.of(span);
        }
    }

    /** What a target that declares the commands for it can be asked to do. */
    enum Operation {
        /** To take nobody new, and to end what is open, in good order and within its drain timer. */
        DRAIN,
        /** To take up a configuration that is changed in nothing that matters. */
        RELOAD,
        /** To have its {@link Figure figures} read. */
        GAUGE;

        /** The name as reports write it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is read of a target. The first reading in a case is its baseline, and recorded as 0; the others as how much
     * more it is by then, once it has fallen back to the baseline or had its time to.
     */
    enum Figure {
        /** Open file descriptors of all its processes. */
        DESCRIPTORS,
        /** Connections to the origin that the target has not ended. */
        BACKSIDE_CONNECTIONS;

        /** The name as reports write it: {@code backside-connections}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Asks the target to do something; recorded at the operator's endpoint for it. */
    record Operate(Operation what) implements Step {
        @Override
        public Stream<Endpoint> endpoints() {
            return what == Operation.GAUGE
                    ? Stream.of(Figure.values()).map(Endpoint::operator)
                    : Stream.of(Endpoint.operator(what));
        }
    }

    /** The steps for copies {@code tag/0} … {@code tag/times-1}: each step for all copies of a batch of {@code atOnce} before the next step. */
    record Each(String tag, int times, int atOnce, List<Step> steps) implements Step {
        @Override
        public Stream<Endpoint> endpoints() {
            return steps.stream().flatMap(Step::endpoints);
        }

        @Override
        public Stream<Span> spans() {
            return steps.stream().flatMap(Step::spans);
        }
    }
}
