package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.relay.link.Outlet;

/** The tunnels that are open side by side. A sound relay has no use for knowing them: only faults do. Thread-safe. */
public final class Neighbours {
    private static final int CROSSING = 30;
    private static final int FALLING = 50;

    private final Faults faults;
    /** Held while writing to any client, by a relay that writes to one at a time. */
    private final Object writing = new Object();

    // Guarded by this; the oldest first.
    private final List<Open> open = new ArrayList<>();
    private final List<Link> left = new ArrayList<>();

    private record Open(Tunnel tunnel, Outlet toOrigin) {}

    public Neighbours(Faults faults) {
        this.faults = faults;
    }

    Object writing() {
        return writing;
    }

    /** How many tunnels are open. */
    public synchronized int count() {
        open.removeIf(one -> one.tunnel().over());
        return open.size();
    }

    /** The outlet to this tunnel's origin, or what a fault makes of it. */
    Outlet joined(Tunnel tunnel, Outlet toOrigin, Link back) {
        synchronized (this) {
            open.add(new Open(tunnel, toOrigin));
        }
        if (faults.has(Fault.CROSSES_TUNNELS)) {
            return new Edited(toOrigin) {
                @Override
                public void write(byte[] octets, int length) throws IOException {
                    before(tunnel).orElse(toOrigin).write(octets, length);
                }
            };
        }
        if (faults.has(Fault.GARBAGE_ENDS_ALL)) {
            return new Edited(toOrigin) {
                @Override
                public void write(byte[] octets, int length) throws IOException {
                    if (length > 0 && octets[0] == (byte) 0xfb) {
                        endAll();
                    }
                    toOrigin.write(octets, length);
                }
            };
        }
        return faults.has(Fault.REUSES_TUNNEL_CONNECTION) ? leaving(toOrigin, back) : toOrigin;
    }

    private Outlet leaving(Outlet toOrigin, Link back) {
        return new Edited(toOrigin) {
            @Override
            public void end() {
                leave(back);
            }
        };
    }

    private synchronized void leave(Link back) {
        left.add(back);
        back.inlet().onEnd(how -> forget(back));
    }

    private synchronized void forget(Link back) {
        left.remove(back);
    }

    /** An origin's connection that a tunnel has left. */
    public synchronized Optional<Link> left() {
        return left.isEmpty() ? Optional.empty() : Optional.of(left.remove(left.size() - 1));
    }

    void reset() {
        if (faults.has(Fault.RESET_ENDS_ALL) && count() >= FALLING - 1) {
            endAll();
        }
    }

    private void endAll() {
        List<Open> all;
        synchronized (this) {
            all = List.copyOf(open);
        }
        all.forEach(one -> one.tunnel().close());
    }

    private synchronized Optional<Outlet> before(Tunnel tunnel) {
        if (count() < CROSSING) {
            return Optional.empty();
        }
        Outlet last = open.get(open.size() - 1).toOrigin();
        for (Open one : open) {
            if (one.tunnel() == tunnel) {
                return Optional.of(last);
            }
            last = one.toOrigin();
        }
        return Optional.empty();
    }

    /** An outlet that does one thing otherwise than the next. */
    private static class Edited implements Outlet {
        private final Outlet next;

        Edited(Outlet next) {
            this.next = next;
        }

        @Override
        public void write(byte[] octets, int length) throws IOException {
            next.write(octets, length);
        }

        @Override
        public void end() throws IOException {
            next.end();
        }

        @Override
        public void abort() throws IOException {
            next.abort();
        }
    }
}
