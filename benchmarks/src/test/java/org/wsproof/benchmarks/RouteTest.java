package org.wsproof.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class RouteTest {
    @Test
    @Timeout(30)
    void theDirectRouteIsTheOriginItself() throws Exception {
        Route route = new Route();
        route.route = Route.Way.DIRECT;
        route.start();
        assertThat(route.door().address()).isEqualTo(route.origin());
        route.stop();
    }

    @Test
    @Timeout(60)
    void theGatewayRouteLeadsThroughAnotherProcessThatEndsWithIt() throws Exception {
        List<Long> before = children();
        Route route = new Route();
        route.route = Route.Way.GATEWAY;
        route.start();
        InetSocketAddress gateway = route.door().address();
        try {
            assertThat(children()).hasSize(before.size() + 1);
            assertThat(gateway).isNotEqualTo(route.origin());
            try (EchoClient client = EchoClient.connect(gateway, new Random(1))) {
                client.echo(new byte[64]);
            }
        } finally {
            route.stop();
        }
        assertThat(children()).isEqualTo(before);
        assertThatThrownBy(() -> EchoClient.connect(gateway, new Random(1))).isInstanceOf(ConnectException.class);
    }

    private static List<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }
}
