package org.wsproof.proxy.tunnel.legs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.log.FaultLog;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;
import org.xnio.ssl.SslConnection;

/** One connection of a tunnel. Its conduits are used directly, without the channels' own bookkeeping. */
public final class Leg {
    private static final Logger LOG = LoggerFactory.getLogger(Leg.class);

    private final StreamConnection connection;
    private final boolean tls;

    public Leg(StreamConnection connection) {
        this.connection = connection;
        this.tls = connection instanceof SslConnection;
    }

    public StreamConnection connection() {
        return connection;
    }

    public boolean tls() {
        return tls;
    }

    public ConduitStreamSourceChannel sourceChannel() {
        return connection.getSourceChannel();
    }

    public ConduitStreamSinkChannel sinkChannel() {
        return connection.getSinkChannel();
    }

    public StreamSourceConduit source() {
        return connection.getSourceChannel().getConduit();
    }

    public StreamSinkConduit sink() {
        return connection.getSinkChannel().getConduit();
    }

    /** The other end's address, for the log; valid after the end too. */
    public InetSocketAddress peer() {
        return connection.getPeerAddress(InetSocketAddress.class);
    }

    /** Stops listening and closes soon, whatever fails. TLS is told goodbye unless this is a reset (RFC 8446 §6.1). */
    public void retire(Endings endings, boolean reset) {
        try {
            stopListening();
            if (tls && !reset) {
                sayGoodbye();
            }
        } catch (RuntimeException | Error fault) {
            FaultLog.say(LOG, "a connection that is closed could not stop to listen", fault);
        }
        endings.close(reset ? this::reset : this::close);
    }

    private void stopListening() {
        suspendReads();
        suspendWrites();
        sourceChannel().setReadListener(null);
        sinkChannel().setWriteListener(null);
    }

    /** Of a closed connection XNIO has cancelled the key, and would throw and catch an exception each time. */
    public void suspendReads() {
        if (connection.isOpen()) {
            source().suspendReads();
        }
    }

    public void suspendWrites() {
        if (connection.isOpen()) {
            sink().suspendWrites();
        }
    }

    private void close() {
        IoUtils.safeClose(connection);
    }

    /** Closes with a RST. */
    public void reset() {
        try {
            connection.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException alreadyClosed) {
            LOG.trace("too late for a reset", alreadyClosed);
        }
        IoUtils.safeClose(connection);
    }

    /** Sends a FIN soon, behind all that has been written; TLS, which the closer could not be given, hears it when it retires. */
    public void finish(Endings endings) {
        if (!tls) {
            endings.close(this::sayGoodbye);
        }
    }

    private void sayGoodbye() {
        try {
            sink().terminateWrites();
            sink().flush();
        } catch (IOException alreadyGone) {
            LOG.trace("no goodbye", alreadyGone);
        }
    }

    /** Whether another read may bring more: with TLS an unfilled buffer does not tell. */
    public boolean mayHaveMore(int read, ByteBuffer buffer) {
        return tls || read == buffer.capacity();
    }
}
