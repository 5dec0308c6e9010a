package org.wsproof.proxy.selecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Selections over connections there are. */
@Timeout(30)
final class LeanSelectorTest {
    private static final long LONG = 10_000;
    private static final long SHORT = 1;

    private final List<SocketChannel> opened = new ArrayList<>();
    private ServerSocketChannel server;
    private Selector selector;

    @BeforeEach
    void open() throws IOException {
        LeanSelectors selectors = new LeanSelectors();
        server = selectors.openServerSocketChannel();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        selector = selectors.openSelector();
    }

    @AfterEach
    void close() throws IOException {
        selector.close();
        server.close();
        for (SocketChannel each : opened) {
            each.close();
        }
    }

    /** A connection whose one end is registered for reading. */
    private record Pair(SocketChannel far, SocketChannel near, SelectionKey key) {}

    private Pair connect() throws IOException {
        SocketChannel far = SocketChannel.open(server.getLocalAddress());
        SocketChannel near = server.accept();
        opened.add(far);
        opened.add(near);
        near.configureBlocking(false);
        return new Pair(far, near, near.register(selector, SelectionKey.OP_READ, "attached"));
    }

    private static void send(Pair pair) throws IOException {
        pair.far().write(ByteBuffer.wrap(new byte[] {1}));
    }

    @Test
    void whatIsReadyIsSelectedWithItsAttachment() throws IOException {
        Pair ready = connect();
        Pair silent = connect();
        send(ready);
        assertThat(selector.select(LONG)).isEqualTo(1);
        assertThat(selector.selectedKeys()).containsExactly(ready.key());
        assertThat(ready.key().attachment()).isEqualTo("attached");
        assertThat(ready.key().isReadable()).isTrue();
        assertThat(selector.keys()).containsExactlyInAnyOrder(ready.key(), silent.key());
    }

    @Test
    void aKeyThatWasLeftIsMetAgainOnceAndOnlyWhileItIsReady() throws IOException {
        Pair one = connect();
        Pair other = connect();
        send(one);
        selector.select(LONG);
        selector.select(LONG);
        assertThat(selector.selectedKeys()).containsExactly(one.key());
        ((SocketChannel) one.key().channel()).read(ByteBuffer.allocate(1));
        send(other);
        selector.select(LONG);
        assertThat(selector.selectedKeys()).containsExactly(other.key());
    }

    @Test
    void aChannelForgetsACancelledKeyAndIsClosedForGood() throws IOException {
        Pair pair = connect();
        pair.near().close();
        selector.select(SHORT);
        assertThat(pair.near().isRegistered()).isFalse();
        assertThat(pair.far().read(ByteBuffer.allocate(1))).isNegative();
        assertThat(selector.keys()).isEmpty();
    }

    @Test
    void aSelectionThatDoesNotWaitIsPutOffButForOneOfAHundred() throws IOException {
        Pair pair = connect();
        pair.key().cancel();
        for (int i = 1; i < 100; i++) {
            assertThat(selector.selectNow()).isZero();
        }
        assertThat(selector.keys()).contains(pair.key());
        assertThat(selector.selectNow()).isZero();
        assertThat(selector.keys()).isEmpty();
    }

    @Test
    void aCancelledChannelMayBeRegisteredAgain() throws IOException {
        Pair pair = connect();
        pair.key().cancel();
        selector.select(SHORT);
        SelectionKey again = pair.near().register(selector, SelectionKey.OP_READ);
        send(pair);
        selector.select(LONG);
        assertThat(selector.selectedKeys()).containsExactly(again);
    }

    @Test
    void aWakeUpEndsASelection() throws IOException {
        selector.wakeup();
        assertThat(selector.select()).isZero();
    }

    @Test
    void closedItSelectsNothingAndItsChannelsAreFree() throws IOException {
        Pair pair = connect();
        selector.close();
        assertThatThrownBy(selector::selectNow).isInstanceOf(ClosedSelectorException.class);
        assertThatThrownBy(selector::selectedKeys).isInstanceOf(ClosedSelectorException.class);
        assertThat(pair.key().isValid()).isFalse();
        assertThat(pair.near().isRegistered()).isFalse();
    }

    /** The least object has 16 octets. */
    @Test
    void aSelectionAllocatesNothing() throws IOException {
        Pair pair = connect();
        send(pair);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SelectionKey[] keys = new SelectionKey[16];
        select(keys, 5_000);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        select(keys, 20_000);
        long octets = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(octets).isLessThan(20_000 * 4);
    }

    private void select(SelectionKey[] keys, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            selector.select(LONG);
            assertThatSame(selector.selectedKeys().toArray(keys), keys);
            selector.selectedKeys().clear();
        }
    }

    /** Without AssertJ, which allocates. */
    private static void assertThatSame(SelectionKey[] found, SelectionKey[] expected) {
        if (found != expected || found[0] == null || found[1] != null) {
            throw new AssertionError("expected the same array with one key in it");
        }
    }

    @Test
    void afterAThousandKeysAtOnceAnArrayIsSmallAgain() throws IOException {
        for (int i = 0; i < 1000; i++) {
            send(connect());
        }
        SelectionKey[] keys = new SelectionKey[16];
        while (selector.selectedKeys().size() < 1000) {
            selector.select(LONG);
        }
        keys = selector.selectedKeys().toArray(keys);
        assertThat(keys).hasSize(1000).doesNotHaveDuplicates();
        selector.selectedKeys().clear();
        Pair one = connect();
        for (SocketChannel each : opened.subList(0, 2000)) {
            each.close();
        }
        send(one);
        selector.select(LONG);
        SelectionKey[] after = selector.selectedKeys().toArray(keys);
        assertThat(after.length).isLessThan(100);
        assertThat(after).startsWith(one.key());
        assertThat(after[1]).isNull();
    }
}
