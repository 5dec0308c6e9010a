package org.wsproof.proxy.selecting;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The system's selector, with selected keys in an array. The system's own set of them is a hash table, which allocates for each key, and
 * which stays as large as it ever was: after a thousand keys at once each selection, of a single key too, clears and copies a
 * table of two thousand places.
 *
 * <p>Each selection begins with none selected. XNIO takes all of them after each that it makes for their sake, and leaves those of the
 * ones that it makes in between, to be rid of a cancelled key: what is still ready then is met again, and what has been seen to is not.
 *
 * <p>Channels are registered with the system's selector, which is what their keys call theirs.
 */
final class LeanSelector extends AbstractSelector {
    private static final int MOST_PUT_OFF = 100;

    private final Selector system;
    private final ReadyKeys ready = new ReadyKeys();

    /** Selections that were put off since the last; used by the one thread that selects. */
    private int putOff;

    /** One for all selections. */
    private final Consumer<SelectionKey> noted = ready::note;

    LeanSelector(SelectorProvider provider, Selector system) {
        super(provider);
        this.system = system;
    }

    @Override
    public Set<SelectionKey> keys() {
        return system.keys();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        if (!isOpen()) {
            throw new ClosedSelectorException();
        }
        return ready;
    }

    /**
     * Put off to the next selection that waits, but for one of a hundred in a row. XNIO asks for it whenever its I/O thread closes a
     * connection, to be rid of the key, which that one does too; and where a task came in the meantime, behind which it selects
     * again. Only as it shuts down it asks for nothing else.
     */
    @Override
    public int selectNow() throws IOException {
        if (!isOpen()) {
            throw new ClosedSelectorException();
        }
        putOff++;
        if (putOff < MOST_PUT_OFF) {
            return 0;
        }
        return selected(0, false);
    }

    @Override
    public int select(long timeout) throws IOException {
        return selected(timeout, true);
    }

    private int selected(long timeout, boolean waits) throws IOException {
        putOff = 0;
        synchronized (this) {
            synchronized (ready) {
                ready.clear();
                return waits ? system.select(noted, timeout) : system.selectNow(noted);
            }
        }
    }

    @Override
    public int select() throws IOException {
        return select(0);
    }

    @Override
    public Selector wakeup() {
        system.wakeup();
        return this;
    }

    /** The channel notes the key twice, as that of either selector; it forgets both at once when the key is cancelled. */
    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
        try {
            return channel.register(system, operations, attachment);
        } catch (ClosedChannelException closedMeanwhile) {
            CancelledKeyException gone = new CancelledKeyException();
            gone.initCause(closedMeanwhile);
            throw gone;
        }
    }

    @Override
    protected void implCloseSelector() throws IOException {
        system.close();
    }
}
