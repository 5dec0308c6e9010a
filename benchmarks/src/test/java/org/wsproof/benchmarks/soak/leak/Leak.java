package org.wsproof.benchmarks.soak.leak;

/** A leak, or another mistake, that is planted into one method of the gateway, or of what it is built on. */
enum Leak {
    DESCRIPTOR(Place.TUNNEL_GONE, Advices.OpensAFile.class, "descriptors"),
    CONNECTION_IN_CLOSE_WAIT(Place.ATTEMPT_RELEASED, Advices.Skips.class, "CLOSE_WAIT"),
    ENTRY_IN_TUNNELS(Place.TUNNEL_CLOSED, Advices.Skips.class, "tunnels"),
    HEAP(Place.TUNNEL_GONE, Advices.KeepsHeap.class, "heap"),
    DIRECT_MEMORY(Place.TUNNEL_GONE, Advices.KeepsDirectMemory.class, "direct"),
    OCTET_CHANGED(Place.RELAYED, Advices.ChangesAnOctet.class, "octets"),
    OCTET_LOST(Place.WRITTEN, Advices.LosesAnOctet.class, "octets"),
    LOG_LINE(Place.TUNNEL_GONE, Advices.Logs.class, "log");

    private final Place place;
    private final Class<?> advice;
    private final String figure;

    Leak(Place place, Class<?> advice, String figure) {
        this.place = place;
        this.advice = advice;
        this.figure = figure;
    }

    Place place() {
        return place;
    }

    /** What is woven into the method. */
    Class<?> advice() {
        return advice;
    }

    /** How the failure begins that names it. */
    String figure() {
        return figure;
    }
}
