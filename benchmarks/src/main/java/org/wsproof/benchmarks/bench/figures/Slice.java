package org.wsproof.benchmarks.bench.figures;

import java.util.concurrent.TimeUnit;

/**
 * What happened while a load ran for a while.
 *
 * @param count messages that came back, or opening handshakes that were answered; above 0
 * @param octets of the payload of these messages, one way
 * @param nanos how long it was
 * @param proxyCpu nanoseconds of CPU that the proxy's processes used; 0 on the direct way
 * @param loadCpu nanoseconds of CPU that client and origin used
 */
public record Slice(long count, long octets, long nanos, long proxyCpu, long loadCpu) {
    private static final double MEBI = 1024.0 * 1024;

    /** Messages or handshakes a second. */
    public double perSecond() {
        return count * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    /** Payload a second, one way, in MiB. */
    public double mebibytesPerSecond() {
        return octets / MEBI * TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    /** CPU of the proxy for one, in microseconds. */
    public double cpuMicros() {
        return (double) proxyCpu / count / TimeUnit.MICROSECONDS.toNanos(1);
    }

    /** The share of a core that the proxy was busy: 1 is one whole core. */
    public double proxyShare() {
        return (double) proxyCpu / nanos;
    }

    /** The share of a core that client and origin were busy. */
    public double loadShare() {
        return (double) loadCpu / nanos;
    }
}
