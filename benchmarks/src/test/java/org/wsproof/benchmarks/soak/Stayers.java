package org.wsproof.benchmarks.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.wsproof.benchmarks.load.LoadTunnel;
import org.wsproof.benchmarks.load.Script;

/** Tunnels that stay until they are told to end, or are lost. Used on the client's thread only. */
final class Stayers {
    private final Function<Script, LoadTunnel> opener;
    private final Set<LoadTunnel> all = new HashSet<>();

    /** Those whose first message has come back. */
    private final List<LoadTunnel> settled = new ArrayList<>();

    private CompletableFuture<Void> allSettled = new CompletableFuture<>();
    private CompletableFuture<Void> exchanged = new CompletableFuture<>();
    private CompletableFuture<Void> gone = new CompletableFuture<>();

    /** Those yet to be opened. */
    private int toSettle;

    /** Messages yet to be exchanged, and those under way. */
    private long toExchange;

    private int busy;

    /** Whether whatever ends one of them is as it should be. */
    private boolean endExpected;

    Stayers(Function<Script, LoadTunnel> opener) {
        this.opener = opener;
    }

    void settle(int tunnels, int atOnce, CompletableFuture<Void> done) {
        allSettled = done;
        endExpected = false;
        toSettle = tunnels;
        for (int i = 0; i < atOnce; i++) {
            oneMore();
        }
    }

    private void oneMore() {
        if (toSettle > 0) {
            toSettle--;
            all.add(opener.apply(Script.ECHO));
        }
    }

    /** Opens handshakes that nobody answers. */
    void handshakes(int count) {
        for (int i = 0; i < count; i++) {
            all.add(opener.apply(Script.SILENT));
        }
    }

    void exchange(int tunnels, long messages, CompletableFuture<Void> done) {
        exchanged = done;
        toExchange = messages;
        busy = 0;
        settled.stream().limit(tunnels).forEach(this::exchangeOne);
    }

    private void exchangeOne(LoadTunnel tunnel) {
        if (toExchange > 0 && tunnel.takesMessage()) {
            toExchange--;
            busy++;
            tunnel.send(Crowd.octets(tunnel));
        }
    }

    /** From now on each may end, however that comes. */
    void expectEnd(CompletableFuture<Void> done) {
        endExpected = true;
        gone = done;
        if (all.isEmpty()) {
            done.complete(null);
        }
    }

    void closeAll() {
        List.copyOf(settled).forEach(tunnel -> tunnel.close(1000));
    }

    /** A message has come back. */
    void echoed(LoadTunnel tunnel) {
        if (tunnel.verified() > 1) {
            busy--;
            exchangeOne(tunnel);
            if (busy == 0) {
                exchanged.complete(null);
            }
            return;
        }
        settled.add(tunnel);
        oneMore();
        if (settled.size() == all.size() && toSettle == 0) {
            allSettled.complete(null);
        }
    }

    /** Gives whether that was expected. */
    boolean ended(LoadTunnel tunnel) {
        all.remove(tunnel);
        if (!endExpected) {
            oneMore();
        }
        if (all.isEmpty()) {
            settled.clear();
            gone.complete(null);
        }
        return endExpected;
    }
}
