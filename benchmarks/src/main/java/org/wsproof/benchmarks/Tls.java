package org.wsproof.benchmarks;

/** Which legs of the way to the origin are TLS. The direct way has one leg: what the client's is, on the frontside. */
public enum Tls {
    NEITHER(false, false),
    FRONTSIDE(true, false),
    BACKSIDE(false, true),
    BOTH(true, true);

    private final boolean frontside;
    private final boolean backside;

    Tls(boolean frontside, boolean backside) {
        this.frontside = frontside;
        this.backside = backside;
    }

    boolean frontside() {
        return frontside;
    }

    boolean backside() {
        return backside;
    }
}
