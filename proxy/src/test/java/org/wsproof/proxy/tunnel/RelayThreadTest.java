package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wsproof.proxy.tunnel.legs.Closer;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** The buffers that the tunnels of a thread share. */
final class RelayThreadTest {
    private XnioWorker worker;
    private Closer closer;
    private RelayThread relay;

    @BeforeEach
    void start() throws Exception {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
        closer = new Closer();
        relay = new RelayThread(worker.getIoThread(), closer, new OpenTunnels(TunnelListener.all(List.of())), () -> 1);
    }

    @AfterEach
    void stop() {
        closer.close();
        worker.shutdownNow();
    }

    private ByteBuffer stall() {
        ByteBuffer read = relay.buffer();
        read.put((byte) 1).put(new byte[read.remaining()]).flip();
        return relay.keep(read);
    }

    @Test
    void thousandsOfStalledReadersHoldLittleEach() {
        List<ByteBuffer> kept = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            kept.add(stall());
        }
        long held = kept.stream().mapToLong(ByteBuffer::capacity).sum();
        assertThat(held).isLessThan(65L * RelayThread.BUFFER_SIZE + 2000L * RelayThread.SCARCE_SIZE);
        assertThat(kept).allMatch(buffer -> buffer.get(buffer.position()) == 1);
    }

    @Test
    void onceTheyReadAgainBuffersAreWholeAgain() {
        List<ByteBuffer> kept = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            kept.add(stall());
        }
        kept.forEach(relay::release);
        assertThat(relay.buffer().remaining()).isEqualTo(RelayThread.BUFFER_SIZE);
    }
}
