package example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.junit.KitAddress;
import org.wsproof.junit.RunningProxy;
import org.wsproof.junit.WsproofTests;

/** Our nginx speaks WebSocket, but for what the list says. */
@Testcontainers(disabledWithoutDocker = true)
class NginxTest {
    /** Where the kit plays the origin: nginx is told before the tests begin. */
    private static final KitAddress ORIGIN = KitAddress.free();

    /** On the host's own network: a port that is mapped goes through a proxy of Docker's, which would be judged too. */
    @Container
    private static final GenericContainer<?> NGINX = new GenericContainer<>("nginx:1.22")
            .withNetworkMode("host")
            .withCopyToContainer(Transferable.of(configuration()), "/etc/nginx/nginx.conf")
            .waitingFor(Wait.forLogMessage(".*start worker process.*", 1));

    @TestFactory
    Stream<DynamicNode> speaksWebSocket() throws Exception {
        Duration second = Duration.ofSeconds(1);
        RunningProxy nginx = RunningProxy.named("nginx")
                .version("1.22")
                .plain("ws://127.0.0.1:28480/", ORIGIN)
                .shortTimers(
                        "ws://127.0.0.1:28481/",
                        ORIGIN,
                        Timers.none().withIdle(second).withHead(second).withHandshake(second));
        return WsproofTests.against(nginx)
                .without("tls-*", "policy/*") // It has no TLS, and asks nobody who may connect.
                .knownFailing(Path.of("known-failing"))
                .tests();
    }

    private static String configuration() {
        try {
            return Files.readString(Path.of("nginx.conf")).replace("${ORIGIN}", ORIGIN.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
