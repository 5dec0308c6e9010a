package org.wsproof.benchmarks.bench.loads;

import org.wsproof.benchmarks.load.LoadEnd;
import org.wsproof.benchmarks.load.LoadListener;
import org.wsproof.benchmarks.load.LoadTunnel;

/** Passes on to one listener after the other, so that all loads of a run share one client, which is warm. */
final class Switch implements LoadListener {
    private LoadListener current = new LoadListener() {};

    /** On the client's thread, while no tunnel is open. */
    void to(LoadListener next) {
        current = next;
    }

    @Override
    public void opened(LoadTunnel tunnel) {
        current.opened(tunnel);
    }

    @Override
    public void echoed(LoadTunnel tunnel, int octets, long sent) {
        current.echoed(tunnel, octets, sent);
    }

    @Override
    public void closed(LoadTunnel tunnel, int code) {
        current.closed(tunnel, code);
    }

    @Override
    public void finished(LoadTunnel tunnel) {
        current.finished(tunnel);
    }

    @Override
    public void ended(LoadTunnel tunnel, LoadEnd end) {
        current.ended(tunnel, end);
    }

    @Override
    public long turn(long now) {
        return current.turn(now);
    }
}
