package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that leave before they are answered. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LeavingClientsTest {
    private static final Pattern CONNECTIONS = Pattern.compile(
            "(?m)^ *\\d+: +(\\d+) +\\d+ +io\\.undertow\\.server\\.protocol\\.http\\.HttpServerConnection(?: .*)?$");
    private static final int CLIENTS = 40;

    /** How many connections the virtual machine can't let go of. */
    private static int held() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Matcher connections = CONNECTIONS.matcher(String.valueOf(histogram));
        return connections.find() ? Integer.parseInt(connections.group(1)) : 0;
    }

    /** Undertow would wait for the next request of each for as long as it keeps connections, three minutes. */
    @Test
    void nothingIsKeptOfThem() throws IOException, JMException {
        try (Rig rig = new Rig()) {
            Rig.Ends open = rig.tunnel();
            int before = held();
            assertThat(before).isPositive();
            for (int i = 0; i < CLIENTS; i++) {
                Peer client = rig.client().send(Rig.REQUEST);
                try (Peer origin = rig.accept()) {
                    origin.readHead();
                    client.close();
                    assertThat(origin.seesEnd()).isTrue();
                }
            }
            long deadline = System.nanoTime() + 5_000_000_000L;
            int after = held();
            while (after > before + CLIENTS / 4 && System.nanoTime() < deadline) {
                after = held();
            }
            assertThat(after).isLessThanOrEqualTo(before + CLIENTS / 4);
            open.client().send("still here");
            assertThat(open.origin().read(10)).isEqualTo("still here");
        }
    }
}
