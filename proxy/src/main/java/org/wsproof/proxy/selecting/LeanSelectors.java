package org.wsproof.proxy.selecting;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** The system's own channels, and {@link LeanSelector}s. XNIO makes one of these, by its name. */
public final class LeanSelectors extends SelectorProvider {
    /** By which XNIO is told a provider's class; heeded once, when it is first used in a process. */
    private static final String PROPERTY = "xnio.nio.selector.provider";

    private static final String XNIO_THREAD = "org.xnio.nio.WorkerThread";

    private final SelectorProvider system = SelectorProvider.provider();

    /** Called by XNIO. It asserts that its keys are those of its selector, which a key of {@link LeanSelector} is in all but name. */
    public LeanSelectors() {
        ClassLoader loader = LeanSelectors.class.getClassLoader();
        if (loader != null) {
            loader.setClassAssertionStatus(XNIO_THREAD, false);
        }
    }

    /** Has XNIO use these, unless it is told to use others; to be called before it is used. */
    public static void choose() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, LeanSelectors.class.getName());
        }
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        return new LeanSelector(this, system.openSelector());
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        return system.openDatagramChannel();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        return system.openDatagramChannel(family);
    }

    @Override
    public Pipe openPipe() throws IOException {
        return system.openPipe();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        return system.openServerSocketChannel();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        return system.openSocketChannel();
    }
}
